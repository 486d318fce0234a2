import {
  attributes,
  type Infer,
  message,
  nest,
  padding,
  string,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";
import { type Taskstats, taskstatsStruct } from "./stats.js";

/** Attributes of requests (`TASKSTATS_CMD_ATTR_*`). */
const requestAttributes = attributes("taskstats-request", "TASKSTATS_CMD_ATTR_", {
  /** Id of a task. */
  pid: [1, u32],
  /** Id of a process. */
  tgid: [2, u32],
  /** CPUs whose exits the socket is to receive: `"0-3,5"`. */
  registerCpumask: [3, string],
  /** CPUs whose exits the socket is no longer to receive. */
  deregisterCpumask: [4, string],
});

/** Layout of `TASKSTATS_CMD_GET`. */
export const taskstatsRequest = message("taskstats-request", genlmsghdr, requestAttributes);
/** A request for statistics. */
export interface TaskstatsRequest extends Infer<typeof taskstatsRequest> {}

/** Attributes of one report (`TASKSTATS_TYPE_*`). */
const aggregateAttributes = attributes("taskstats-aggregate", "TASKSTATS_TYPE_", {
  /** Id of the task. */
  pid: [1, u32],
  /** Id of the process. */
  tgid: [2, u32],
  /** Its statistics. */
  stats: [3, nest<Taskstats>(taskstatsStruct)],
  /** Alignment. */
  null: [6, padding],
});
/** Whose statistics, and these. */
export interface TaskstatsAggregate extends Infer<typeof aggregateAttributes> {}

/** Attributes of reports (`TASKSTATS_TYPE_*`). */
const reportAttributes = attributes("taskstats-report", "TASKSTATS_TYPE_", {
  /** Statistics of a task. */
  aggrPid: [4, nest<TaskstatsAggregate>(aggregateAttributes)],
  /** Statistics of a process: sums over its tasks. */
  aggrTgid: [5, nest<TaskstatsAggregate>(aggregateAttributes)],
  /** Alignment. */
  null: [6, padding],
});

/** Layout of `TASKSTATS_CMD_NEW`. */
export const taskstatsReport = message("taskstats-report", genlmsghdr, reportAttributes);
/** A report of statistics. */
export interface TaskstatsReport extends Infer<typeof taskstatsReport> {}

/** Attributes of requests about control groups (`CGROUPSTATS_CMD_ATTR_*`). */
const cgroupRequestAttributes = attributes("cgroupstats-request", "CGROUPSTATS_CMD_ATTR_", {
  /** File descriptor of the directory of the control group. */
  fd: [1, u32],
});

/** Layout of `CGROUPSTATS_CMD_GET`. */
export const cgroupstatsRequest = message("cgroupstats-request", genlmsghdr, cgroupRequestAttributes);
/** A request for statistics of a control group. */
export interface CgroupstatsRequest extends Infer<typeof cgroupstatsRequest> {}

/** Numbers of tasks of a control group by what they do (`struct cgroupstats`). */
const cgroupstatsStruct = struct("cgroupstats", {
  /** Tasks that sleep and can be woken by a signal; since 6.1 without those that a suspend may freeze, as in `sleep()`. */
  nrSleeping: u64,
  /** Tasks that run or could run. */
  nrRunning: u64,
  /** Tasks that are stopped. */
  nrStopped: u64,
  /** Tasks that sleep and cannot be woken by a signal. */
  nrUninterruptible: u64,
  /** Tasks that wait for I/O; known with the sysctl `kernel.task_delayacct` only. */
  nrIoWait: u64,
});
/** Numbers of tasks of a control group by what they do. */
export interface Cgroupstats extends Infer<typeof cgroupstatsStruct> {}

/** Attributes of reports about control groups (`CGROUPSTATS_TYPE_*`). */
const cgroupReportAttributes = attributes("cgroupstats-report", "CGROUPSTATS_TYPE_", {
  /** Numbers of tasks. */
  cgroupStats: [1, nest<Cgroupstats>(cgroupstatsStruct)],
});

/** Layout of `CGROUPSTATS_CMD_NEW`. */
export const cgroupstatsReport = message("cgroupstats-report", genlmsghdr, cgroupReportAttributes);
/** A report of statistics of a control group. */
export interface CgroupstatsReport extends Infer<typeof cgroupstatsReport> {}
