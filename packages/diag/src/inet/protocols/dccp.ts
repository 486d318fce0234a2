import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { inetDiagMsg } from "../header.js";
import { type TcpInfo, tcpInfo } from "../info/tcp.js";
import { inetObject } from "../object.js";

/** Attributes of sockets of DCCP (`INET_DIAG_*`). */
export const dccpSocketAttributes = attributes("dccp-socket-attrs", "INET_DIAG_", {
  ...inetAttributes,
  /** Measurements (`ext: ["info"]`). */
  info: [2, nest<TcpInfo>(tcpInfo)],
});

/** Layout of a socket of DCCP. */
export const dccpSocketMessage = message("dccp", inetDiagMsg, dccpSocketAttributes);
/** A socket of DCCP. */
export interface DccpSocket extends AttributesOf<typeof inetAttributes>, Infer<typeof dccpSocketMessage> {}

/** Messages of sockets of DCCP. */
export const dccpObject = inetObject("dccp", nest<DccpSocket>(dccpSocketMessage), {
  verbs: ["list", "get", "watch"],

  protocol: { sdiagProtocol: "dccp" },
  handler: ["dccp_diag", "CONFIG_INET_DCCP_DIAG"],
});

/** Verbs of sockets of DCCP, which kernels since 6.16 lack. */
export interface DccpSockets extends ObjectOf<typeof dccpObject> {}

/** Binds the sockets of DCCP to a connection. */
export function dccpSocketsOf(connection: Connection): DccpSockets {
  const bound = bindObject(connection, dccpObject);
  return extendObject(bound, listOfBoth(bound));
}
