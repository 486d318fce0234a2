//  Commands of TASKSTATS (linux/taskstats.h, linux/cgroupstats.h).

import { genlType } from "../family/genlmsghdr.js";

/** Requests statistics, or registers for those of tasks that exit. */
export const TASKSTATS_CMD_GET = genlType(1);
/** Reports statistics of a task or a process. */
export const TASKSTATS_CMD_NEW = genlType(2);
/** Requests statistics of a control group. */
export const CGROUPSTATS_CMD_GET = genlType(4);
/** Reports statistics of a control group. */
export const CGROUPSTATS_CMD_NEW = genlType(5);
