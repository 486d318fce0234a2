import type { Request } from "@rxnetlink/core";
import { anInteger, aString, checkArgument, checkOptions, deferred } from "@rxnetlink/core/internal";
import { map, type Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { CGROUPSTATS_CMD_GET, TASKSTATS_CMD_GET } from "./commands.js";
import { exits$, type TaskExitEvent, type TaskExitOptions } from "./exits.js";
import { CGROUPS, hinted, STATISTICS } from "./hints.js";
import {
  type Cgroupstats,
  cgroupstatsReport,
  cgroupstatsRequest,
  type TaskstatsReport,
  type TaskstatsRequest,
  taskstatsReport,
  taskstatsRequest,
} from "./layout.js";
import { type ProcessReport, processOf, type TaskReport, taskOf } from "./reports.js";

/** The family of statistics of tasks. */
export const taskstatsFamily: Family = { name: "TASKSTATS", version: 1, from: "CONFIG_TASKSTATS" };

/** Options of {@link taskstats}. */
export interface TaskstatsOptions extends FamilyOptions {
  /** CPUs whose exits `exits$` reports, `"0-3,5"`, as in `/sys/devices/system/cpu/possible`. */
  readonly cpus?: string;
}

/** Statistics of tasks. All but control groups needs `CAP_NET_ADMIN` in the initial user namespace. */
export interface TaskstatsFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /**
   * Emits the statistics of a task, by its id in the PID namespace of this process.
   *
   * Errors with a `KernelError`: `ESRCH` if there is no such task.
   */
  task$(pid: number): Observable<TaskReport>;
  /** Emits sums over the tasks of a process that run, by the id of any of them, and the waits of those that exited. */
  process$(tgid: number): Observable<ProcessReport>;
  /**
   * Emits tasks as they exit, with their last statistics. While it is subscribed to, a socket is registered for it.
   *
   * The kernel sends exits to the initial network namespace only, and registers only processes in the initial user and PID
   * namespaces: elsewhere it errors with `EINVAL`, or in another network namespace is silent.
   *
   * @example
   * stats.exits$().subscribe((event) => {
   *   if (event.type === "exit") console.log(event.stats.comm, event.stats.exitcode >> 8);
   * });
   */
  exits$(options?: TaskExitOptions): Observable<TaskExitEvent>;
  /**
   * Emits the numbers of tasks of a control group by what they do: of cgroup v1, by a file descriptor of its directory.
   *
   * Errors with a `KernelError`: `EINVAL` if it is not such a directory.
   */
  cgroup$(fd: number): Observable<Cgroupstats>;
}

const A_PID = anInteger(1, 0x7fff_ffff);
const A_FD = anInteger(0, 0x7fff_ffff);

/** Returns a request for statistics. */
const statistics = (object: string, value: TaskstatsRequest): Request<TaskstatsRequest, TaskstatsReport> => ({
  type: TASKSTATS_CMD_GET,
  layout: taskstatsRequest,
  reply: taskstatsReport,
  value,
  label: { object, verb: "get", namedBy: Object.keys(value) },
});

function cgroup$(connection: FamilyConnection, fd: number): Observable<Cgroupstats> {
  return deferred(() => {
    checkArgument("cgroup$", "fd", fd, A_FD);
    const request = {
      type: CGROUPSTATS_CMD_GET,
      layout: cgroupstatsRequest,
      reply: cgroupstatsReport,
      value: { fd },
      label: { object: "cgroup", verb: "get", namedBy: ["fd"] },
    };
    return connection.request$(request).pipe(
      hinted(CGROUPS),
      map(({ cgroupStats }) => cgroupStats!),
    );
  });
}

/**
 * Opens the statistics of tasks (`TASKSTATS`) over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function taskstats(options: TaskstatsOptions): TaskstatsFamily {
  const checks = { ...familyChecks, cpus: aString };
  const { transport, cpus, ...rest } = checkOptions("taskstats", options, checks);
  const connection = connectFamily(transport, taskstatsFamily, rest);
  const get$ = (verb: string, member: "pid" | "tgid", id: number) =>
    deferred(() => {
      checkArgument(verb, member, id, A_PID);
      return connection.request$(statistics(member === "pid" ? "task" : "process", { [member]: id }));
    }).pipe(hinted(STATISTICS));
  return {
    connection,
    task$: (pid) => get$("task$", "pid", pid).pipe(map((report) => taskOf(report)!)),
    process$: (tgid) => get$("process$", "tgid", tgid).pipe(map((report) => processOf(report)!)),
    exits$: (given) => exits$(connection, cpus, given),
    cgroup$: (fd) => cgroup$(connection, fd),
  };
}
