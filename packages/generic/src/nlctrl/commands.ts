//  Commands of the controller (linux/genetlink.h).

import { genlType } from "../family/genlmsghdr.js";

/** Reports a family that was loaded. */
export const CTRL_CMD_NEWFAMILY = genlType(1);
/** Reports a family that was unloaded. */
export const CTRL_CMD_DELFAMILY = genlType(2);
/** Requests families. */
export const CTRL_CMD_GETFAMILY = genlType(3);
/** Requests the attributes that the commands of a family accept; since 5.7. */
export const CTRL_CMD_GETPOLICY = genlType(10);
