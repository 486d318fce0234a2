import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { SKNLGRP_INET_TCP_DESTROY, SKNLGRP_INET6_TCP_DESTROY } from "../../common/groups.js";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { type Destroyable, destroyingOf } from "../destroying.js";
import { inetDiagMsg } from "../header.js";
import { type TcpInfo, tcpInfo } from "../info/tcp.js";
import { inetObject } from "../object.js";

/** Attributes of sockets of TCP (`INET_DIAG_*`). */
export const tcpSocketAttributes = attributes("tcp-socket-attrs", "INET_DIAG_", {
  ...inetAttributes,
  /** Measurements (`ext: ["info"]`); of those that were destroyed the last. */
  info: [2, nest<TcpInfo>(tcpInfo)],
});

/** Layout of a socket of TCP. */
export const tcpSocketMessage = message("tcp", inetDiagMsg, tcpSocketAttributes);
/** A socket of TCP. */
export interface TcpSocket extends AttributesOf<typeof inetAttributes>, Infer<typeof tcpSocketMessage> {}

/** Messages of sockets of TCP. */
export const tcpObject = {
  ...inetObject("tcp", nest<TcpSocket>(tcpSocketMessage), {
    verbs: ["list", "get", "notify", "watch"],
    groups: [SKNLGRP_INET_TCP_DESTROY, SKNLGRP_INET6_TCP_DESTROY],
    destroyable: true,
    protocol: { sdiagProtocol: "tcp" },
    handler: ["tcp_diag", "CONFIG_INET_TCP_DIAG"],
  }),
  // A group may be shared with UDP, whose messages have the same type.
  accepts: ({ protocol }: TcpSocket) => protocol === undefined || protocol === "tcp",
};

/**
 * Verbs of sockets of TCP. `list$` lists both families unless `family` names one, in the kernel by `states`, `state`, `sport`,
 * `dport` and `filter`. `get$` and `destroy$` take a listed socket or its addresses and ports. `notifications$` reports sockets
 * that were destroyed, with their last measurements; a connection that ends leaves a socket in `timeWait`.
 *
 * `watch$` and `state$` learn of the end of a socket at once, and of new ones and changes from a list, every 5 seconds or as often
 * as `relistEvery` says. Sockets there have what a list has by default, which `info` is not; queues, timers and memory are those of
 * the last list, and no changes.
 */
export interface TcpSockets extends ObjectOf<typeof tcpObject>, Destroyable<TcpSocket> {}

/** Binds the sockets of TCP to a connection. */
export function tcpSocketsOf(connection: Connection): TcpSockets {
  const bound = bindObject(connection, tcpObject);
  return extendObject(bound, { ...listOfBoth(bound), ...destroyingOf(connection, tcpObject) });
}
