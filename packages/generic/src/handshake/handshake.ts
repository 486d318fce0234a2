import type { Ack, MessageSet, NetlinkNotification, NotificationOptions } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type Family, groupsOf } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { HANDSHAKE_CMD_ACCEPT, HANDSHAKE_CMD_DONE, HANDSHAKE_CMD_READY } from "./commands.js";
import {
  type HandshakeAccept,
  type HandshakeDone,
  handshakeAcceptMessage,
  handshakeDoneMessage,
} from "./layout.js";

/** Multicast groups of handshake, one for each kind of program. */
export const handshakeGroups = groupsOf("none", "tlshd");

/** handshake. */
export const handshakeFamily: Family = {
  name: "handshake",
  version: 1,
  groups: handshakeGroups,
  from: "CONFIG_NET_HANDSHAKE, since 6.4",
};

/** handshake, since 6.4: TLS handshakes that a program makes for the kernel, such as for NFS. */
export interface Handshake {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Emits the kernel's notifications that a handshake is wanted. The kernel wants none while nobody listens. */
  notifications$(options?: NotificationOptions): Observable<NetlinkNotification<HandshakeAccept>>;
  /** Takes the next handshake and emits it, with a file descriptor of its socket; `EAGAIN` if there is none. */
  accept$(request: Pick<HandshakeAccept, "handlerClass">): Observable<HandshakeAccept>;
  /** Tells the kernel how a handshake ended. */
  done$(end: HandshakeDone): Observable<Ack>;
}

const wanted: MessageSet<HandshakeAccept> = {
  name: "handshake",
  layout: nest<HandshakeAccept>(handshakeAcceptMessage),
  types: { new: HANDSHAKE_CMD_READY },
  groups: [handshakeGroups.tlshd],
};

/**
 * Connects to handshake over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function handshake(options: FamilyOptions): Handshake {
  const { transport, ...rest } = checkOptions("handshake", options, familyChecks);
  const connection = connectFamily(transport, handshakeFamily, rest);
  const label = (verb: string) => ({ object: "handshake", verb, namedBy: [] });
  const accept = { type: HANDSHAKE_CMD_ACCEPT, layout: wanted.layout, label: label("accept") };
  const done = {
    type: HANDSHAKE_CMD_DONE,
    layout: nest<HandshakeDone>(handshakeDoneMessage),
    label: label("done"),
  };
  return {
    connection,
    notifications$: (given) => connection.notifications$([wanted], given),
    accept$: (value) => deferred(() => connection.request$({ ...accept, value })),
    done$: (value) => deferred(() => connection.execute$({ ...done, value })),
  };
}
