import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { inetDiagMsg } from "../header.js";
import { type MptcpInfo, mptcpInfo } from "../info/mptcp.js";
import { inetObject } from "../object.js";

/** Attributes of sockets of MPTCP (`INET_DIAG_*`). */
export const mptcpSocketAttributes = attributes("mptcp-socket-attrs", "INET_DIAG_", {
  ...inetAttributes,
  /** Measurements (`ext: ["info"]`). */
  info: [2, nest<MptcpInfo>(mptcpInfo)],
});

/** Layout of a socket of MPTCP. */
export const mptcpSocketMessage = message("mptcp", inetDiagMsg, mptcpSocketAttributes);
/** A socket of MPTCP. */
export interface MptcpSocket extends AttributesOf<typeof inetAttributes>, Infer<typeof mptcpSocketMessage> {}

/** Messages of sockets of MPTCP. */
export const mptcpObject = inetObject("mptcp", nest<MptcpSocket>(mptcpSocketMessage), {
  verbs: ["list", "get", "watch"],

  // The kernel looks one up by its token.
  onlyListed: true,
  protocol: { wideProtocol: "mptcp" },
  handler: ["mptcp_diag", "CONFIG_INET_MPTCP_DIAG"],
});

/** Verbs of sockets of MPTCP; since 5.9. Their subflows are sockets of TCP, with `ulpInfo.mptcp.tokenLoc` as here `info.token`. */
export interface MptcpSockets extends ObjectOf<typeof mptcpObject> {}

/** Binds the sockets of MPTCP to a connection. */
export function mptcpSocketsOf(connection: Connection): MptcpSockets {
  const bound = bindObject(connection, mptcpObject);
  return extendObject(bound, listOfBoth(bound));
}
