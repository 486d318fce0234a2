import { bindObject, type Connection, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type XdpQuery, type XdpSocket, xdpRequest, xdpSocketMessage } from "./layout.js";

/** Messages of XDP sockets. */
export const xdpObject = listedObject<XdpSocket, XdpQuery>("xdp", nest<XdpSocket>(xdpSocketMessage), {
  request: nest<XdpQuery>(xdpRequest),
  requestOnly: ["show"],
  details: ["show"],
  namedBy: ["ino"],
  handler: ["xsk_diag", "CONFIG_XDP_SOCKETS_DIAG"],
  state: relisted<XdpSocket>(["meminfo", "stats"]),
});

/**
 * Verbs of XDP sockets; since 5.1. `get$` takes any members of a listed one. `watch$` and `state$` list every 5 seconds, or as
 * often as `relistEvery` says: the kernel reports nothing about them.
 */
export interface XdpSockets extends ObjectOf<typeof xdpObject> {}

/** Binds XDP sockets to a connection. */
export function xdpSocketsOf(connection: Connection): XdpSockets {
  return bindObject(connection, xdpObject);
}
