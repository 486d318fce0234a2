//  Commands of GTP (linux/gtp.h).

import { genlType } from "../family/genlmsghdr.js";

/** Creates a PDP context, or reports a new one. */
export const GTP_CMD_NEWPDP = genlType(0);
/** Removes a PDP context, or reports that. */
export const GTP_CMD_DELPDP = genlType(1);
/** Requests PDP contexts. */
export const GTP_CMD_GETPDP = genlType(2);
/** Sends an echo request, or reports the response; since 5.18. */
export const GTP_CMD_ECHOREQ = genlType(3);
