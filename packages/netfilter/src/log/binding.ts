import type { Connection, MessageSet } from "@rxnetlink/core";
import { ignoreElements, merge, mergeMap, type Observable, tap } from "rxjs";
import { bind$ } from "../common/bind.js";
import { logConfigMessage } from "./config.js";
import { type NflogEvent, nflogEvents } from "./events.js";
import { type LoggedPacketMessage, loggedPacketMessage } from "./layout.js";
import { NFULNL_MSG_CONFIG, NFULNL_MSG_PACKET } from "./messages.js";
import type { NflogOptions } from "./options.js";

const RECEIVE_BUFFER = 4 * 1024 * 1024;

/** Messages of logged packets, which the kernel sends unasked. */
export const loggedPackets: MessageSet<LoggedPacketMessage> = {
  name: "nflog",
  layout: loggedPacketMessage,
  types: { new: NFULNL_MSG_PACKET },
  groups: [],
};

const OWNED =
  "another socket has bound the group, perhaps one of this process with other options; /proc/net/netfilter/nfnetlink_log shows it";

/** Returns the request that binds a group. The kernel does the command first, so one request suffices. */
function bindRequest(group: number, options: NflogOptions) {
  const { copyMode = "packet", copyRange = 0, nlbufsiz, timeout, qthresh } = options;
  const { seqGlobal = false, conntrack = false } = options;
  return {
    type: NFULNL_MSG_CONFIG,
    layout: logConfigMessage,
    label: { object: "nflog", verb: "bind", namedBy: ["resId"] },
    value: {
      resId: group,
      cmd: { command: "bind" },
      mode: { copyMode, copyRange },
      flags: { seq: true, seqGlobal, conntrack },
      ...(nlbufsiz !== undefined && { nlbufsiz }),
      ...(timeout !== undefined && { timeout: Math.min(Math.ceil(timeout / 10), 0xffff_ffff) }),
      ...(qthresh !== undefined && { qthresh }),
    } as never,
  };
}

/** Binds a log group while it is subscribed to. */
export function boundGroup$(
  connection: Connection,
  group: number,
  options: NflogOptions,
  bound: () => void,
): Observable<NflogEvent> {
  const { receiveBuffer = RECEIVE_BUFFER, flowControl } = options;
  // A full socket then loses single packets, which their numbers show.
  const ofSession = { noEnobufs: true, receiveBuffer, ...(flowControl && { flowControl }) };
  return connection
    .session$([loggedPackets], ofSession)
    .pipe(
      mergeMap((session) =>
        merge(
          bind$(session, bindRequest(group, options), OWNED).pipe(tap(bound), ignoreElements()),
          nflogEvents(session.notifications$),
        ),
      ),
    );
}
