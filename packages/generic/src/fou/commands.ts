//  Commands of FOU (linux/fou.h).

import { genlType } from "../family/genlmsghdr.js";

/** Opens a port. */
export const FOU_CMD_ADD = genlType(1);
/** Closes a port. */
export const FOU_CMD_DEL = genlType(2);
/** Requests ports, or reports one. */
export const FOU_CMD_GET = genlType(3);
