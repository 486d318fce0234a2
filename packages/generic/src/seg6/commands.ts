//  Commands of segment routing (linux/seg6_genl.h).

import { genlType } from "../family/genlmsghdr.js";

/** Adds, replaces or removes a key. */
export const SEG6_CMD_SETHMAC = genlType(1);
/** Requests keys. */
export const SEG6_CMD_DUMPHMAC = genlType(2);
/** Sets the source address of tunnels. */
export const SEG6_CMD_SET_TUNSRC = genlType(3);
/** Requests the source address of tunnels. */
export const SEG6_CMD_GET_TUNSRC = genlType(4);
