//  Commands of psample (linux/psample.h).

import { genlType } from "../family/genlmsghdr.js";

/** Reports a sampled packet. */
export const PSAMPLE_CMD_SAMPLE = genlType(0);
/** Requests groups. */
export const PSAMPLE_CMD_GET_GROUP = genlType(1);
/** Reports a group. */
export const PSAMPLE_CMD_NEW_GROUP = genlType(2);
/** Reports a group that is gone. */
export const PSAMPLE_CMD_DEL_GROUP = genlType(3);
