//  Commands of L2TP (linux/l2tp.h).

import { genlType } from "../family/genlmsghdr.js";

/** Creates a tunnel, or reports a new one. */
export const L2TP_CMD_TUNNEL_CREATE = genlType(1);
/** Removes a tunnel, or reports that. */
export const L2TP_CMD_TUNNEL_DELETE = genlType(2);
/** Changes a tunnel, or reports that. */
export const L2TP_CMD_TUNNEL_MODIFY = genlType(3);
/** Requests tunnels. */
export const L2TP_CMD_TUNNEL_GET = genlType(4);
/** Creates a session, or reports a new one. */
export const L2TP_CMD_SESSION_CREATE = genlType(5);
/** Removes a session, or reports that. */
export const L2TP_CMD_SESSION_DELETE = genlType(6);
/** Changes a session, or reports that. */
export const L2TP_CMD_SESSION_MODIFY = genlType(7);
/** Requests sessions. */
export const L2TP_CMD_SESSION_GET = genlType(8);
