import type { Connection, MessageSet } from "@rxnetlink/core";
import { anInteger, checkArgument, checkOptions } from "@rxnetlink/core/internal";
import { defer, ignoreElements, merge, mergeMap, type Observable, tap } from "rxjs";
import { bind$ } from "../common/bind.js";
import { queueConfigMessage } from "./config.js";
import { type NfqueueEvent, nfqueueEvents } from "./events.js";
import { type QueuedPacketMessage, queuedPacketMessage } from "./layout.js";
import { NFQNL_MSG_CONFIG, NFQNL_MSG_PACKET } from "./messages.js";
import { type NfqueueOptions, nfqueueChecks } from "./options.js";

const RECEIVE_BUFFER = 4 * 1024 * 1024;
const TIMEOUT = 5000;

/** See {@link Netfilter.nfqueue$}. */
export type Nfqueue = (queue: number, options?: NfqueueOptions) => Observable<NfqueueEvent>;

/** Messages of queued packets, which the kernel sends unasked. */
export const queuedPackets: MessageSet<QueuedPacketMessage> = {
  name: "nfqueue",
  layout: queuedPacketMessage,
  types: { new: NFQNL_MSG_PACKET },
  groups: [],
};

const OWNED = "another socket has bound the queue; /proc/net/netfilter/nfnetlink_queue shows it";

/** Returns the request that binds a queue. */
function bindRequest(queue: number, options: NfqueueOptions) {
  const { copyMode = "packet", copyRange = 0, maxlen } = options;
  const { failOpen = false, conntrack = false, gso = false, uidGid = false, secctx = false } = options;
  const asked = { failOpen, conntrack, gso, uidGid, secctx };
  return {
    type: NFQNL_MSG_CONFIG,
    layout: queueConfigMessage,
    label: { object: "nfqueue", verb: "bind", namedBy: ["resId"] },
    value: {
      resId: queue,
      cmd: { command: "bind" },
      params: { copyMode, copyRange },
      ...(maxlen !== undefined && { queueMaxlen: maxlen }),
      // A new queue has none, and old kernels refuse to clear what they do not know.
      mask: asked,
      flags: asked,
    } as never,
  };
}

/** Returns the function `nfqueue$` of a connection. */
export function nfqueueOf(connection: Connection): Nfqueue {
  return (queue, options = {}) =>
    defer(() => {
      checkArgument("nfqueue$", "queue", queue, anInteger(0, 0xffff));
      const checked = checkOptions("nfqueue$", options, nfqueueChecks);
      const { receiveBuffer = RECEIVE_BUFFER, flowControl, listening = () => {} } = checked;
      const { default: byDefault = "accept", timeout = TIMEOUT } = checked;
      // A full socket then loses single packets, instead of dropping all until it has been read empty.
      const ofSession = { noEnobufs: true, receiveBuffer, ...(flowControl && { flowControl }) };
      return connection
        .session$([queuedPackets], ofSession)
        .pipe(
          mergeMap((session) =>
            merge(
              bind$(session, bindRequest(queue, checked), OWNED).pipe(tap(listening), ignoreElements()),
              nfqueueEvents(session, { queue, byDefault, timeout }),
            ),
          ),
        );
    });
}
