/**
 * Statistics of tasks, processes and control groups, and of tasks as they exit: times, waits, memory, I/O (`TASKSTATS`).
 *
 * @module
 */
export {
  CGROUPSTATS_CMD_GET,
  CGROUPSTATS_CMD_NEW,
  TASKSTATS_CMD_GET,
  TASKSTATS_CMD_NEW,
} from "./commands.js";
export { type TaskExit, type TaskExitEvent, type TaskExitOptions, taskExits } from "./exits.js";
export {
  type Cgroupstats,
  type CgroupstatsReport,
  type CgroupstatsRequest,
  cgroupstatsReport,
  cgroupstatsRequest,
  type TaskstatsAggregate,
  type TaskstatsReport,
  type TaskstatsRequest,
  taskstatsReport,
  taskstatsRequest,
} from "./layout.js";
export type { ProcessReport, ProcessStats, TaskReport } from "./reports.js";
export { schedulingPolicy, type Taskstats, taskFlags, taskstatsStruct } from "./stats.js";
export { type TaskstatsFamily, type TaskstatsOptions, taskstats, taskstatsFamily } from "./taskstats.js";
