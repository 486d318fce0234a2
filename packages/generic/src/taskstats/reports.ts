import { pick } from "@rxnetlink/core";
import type { TaskstatsReport } from "./layout.js";
import type { Taskstats } from "./stats.js";

/** Members that the kernel sums over the tasks of a process. */
const SUMMED = [
  ...["etime", "utime", "stime", "nvcsw", "nivcsw"],
  ...["cpuRunRealTotal", "cpuRunVirtualTotal", "cpuScaledRunRealTotal"],
  ...["cpu", "blkio", "swapin", "freepages", "thrashing", "compact", "wpcopy", "irq"].flatMap((kind) =>
    ["Count", "DelayTotal", "DelayMax", "DelayMin", "DelayMaxTs"].map((what) => kind + what),
  ),
] as Summed[];

type Kind = "cpu" | "blkio" | "swapin" | "freepages" | "thrashing" | "compact" | "wpcopy" | "irq";
type Summed =
  | ("etime" | "utime" | "stime" | "nvcsw" | "nivcsw")
  | ("cpuRunRealTotal" | "cpuRunVirtualTotal" | "cpuScaledRunRealTotal")
  | `${Kind}${"Count" | "DelayTotal" | "DelayMax" | "DelayMin" | "DelayMaxTs"}`;

/** Sums over the tasks of a process; the kernel does not give the other statistics. */
export interface ProcessStats extends Pick<Taskstats, Summed> {}

/** Statistics of a task. */
export interface TaskReport {
  /** Id of the task. */
  readonly pid: number;
  /** Its statistics. */
  readonly stats: Taskstats;
}

/** Statistics of a process. */
export interface ProcessReport {
  /** Id of the process. */
  readonly tgid: number;
  /** Sums over its tasks. */
  readonly stats: ProcessStats;
}

/** Returns the statistics of the task in a report. */
export function taskOf({ aggrPid }: TaskstatsReport): TaskReport | undefined {
  const { pid, stats } = aggrPid ?? {};
  return pid === undefined || stats === undefined ? undefined : { pid, stats };
}

/** Returns the statistics of the process in a report. */
export function processOf({ aggrTgid }: TaskstatsReport): ProcessReport | undefined {
  const { tgid, stats } = aggrTgid ?? {};
  if (tgid === undefined || stats === undefined) return undefined;
  return { tgid, stats: pick(stats, ...SUMMED) as ProcessStats };
}
