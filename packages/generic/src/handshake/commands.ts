//  Commands of handshake (linux/handshake.h).

import { genlType } from "../family/genlmsghdr.js";

/** Reports that a handshake is wanted. */
export const HANDSHAKE_CMD_READY = genlType(1);
/** Takes the next handshake that is wanted. */
export const HANDSHAKE_CMD_ACCEPT = genlType(2);
/** Reports the end of a handshake. */
export const HANDSHAKE_CMD_DONE = genlType(3);
