import type {
  Connection,
  DrainedNotification,
  FlowControl,
  MalformedNotification,
  MessageSet,
  NetlinkNotification,
  OverrunNotification,
  Session,
} from "@rxnetlink/core";
import {
  aFunction,
  anInteger,
  anything,
  aString,
  checkArgument,
  checkOptions,
  deferred,
} from "@rxnetlink/core/internal";
import { EMPTY, ignoreElements, merge, mergeMap, type Observable, of, tap } from "rxjs";
import { TASKSTATS_CMD_GET, TASKSTATS_CMD_NEW } from "./commands.js";
import { hinted, REGISTRATION } from "./hints.js";
import { type TaskstatsReport, taskstatsReport, taskstatsRequest } from "./layout.js";
import { type ProcessReport, processOf, type TaskReport, taskOf } from "./reports.js";

const RECEIVE_BUFFER = 4 * 1024 * 1024;

/** A task exited. */
export interface TaskExit extends TaskReport {
  /** Discriminates events. */
  readonly type: "exit";
  /**
   * Sums over all tasks of its process, if the process ended with it and had several. The flag `group` says that the process
   * ended, also if it had one task only; since 5.19.
   */
  readonly process?: ProcessReport;
}

/** Any value of `exits$`; discriminated by `type`. */
export type TaskExitEvent = TaskExit | OverrunNotification | DrainedNotification | MalformedNotification;

/** Options of `exits$`. */
export interface TaskExitOptions {
  /** CPUs whose exits to receive, `"0-3,5"`; by default those that the family was opened with. */
  readonly cpus?: string;
  /** Size of the receive buffer in bytes, 4 MiB by default: an exit takes about a kilobyte. */
  readonly receiveBuffer?: number;
  /** Called when the kernel has registered the socket: from then on every exit is seen. */
  readonly listening?: () => void;
  /** Stops reading while it is paused. */
  readonly flowControl?: FlowControl;
}

const CHECKS = {
  cpus: aString,
  receiveBuffer: anInteger(1, 0x3fff_ffff),
  listening: aFunction,
  flowControl: anything,
};

/** Messages of exits, which the kernel sends to registered sockets one by one. */
export const taskExits: MessageSet<TaskstatsReport> = {
  name: "taskstats",
  layout: taskstatsReport,
  types: { new: TASKSTATS_CMD_NEW },
  groups: [],
};

function exitOf(notification: NetlinkNotification<TaskstatsReport>): Observable<TaskExitEvent> {
  if (!("value" in notification)) return of(notification);
  const task = taskOf(notification.value);
  const process = processOf(notification.value);
  return task === undefined ? EMPTY : of({ type: "exit", ...task, ...(process && { process }) });
}

const request = <V>(verb: string, value: V) => ({
  type: TASKSTATS_CMD_GET,
  layout: taskstatsRequest,
  value,
  label: { object: "taskExits", verb, namedBy: ["registerCpumask"] },
});

/** Registers the socket of a session, which is deregistered before it is closed. */
function registered$(session: Session<TaskstatsReport>, cpus: string): Observable<never> {
  session.notifications$.subscribe({
    complete: () => session.send(request("deregister", { deregisterCpumask: cpus })),
  });
  const register = request("register", { registerCpumask: cpus });
  return session.execute$(register).pipe(hinted(REGISTRATION), ignoreElements());
}

/** Emits tasks as they exit; see {@link TaskstatsFamily.exits$}. */
export function exits$(
  connection: Connection,
  defaults: string | undefined,
  given: TaskExitOptions = {},
): Observable<TaskExitEvent> {
  return deferred(() => {
    const options = checkOptions("exits$", given, CHECKS);
    const { cpus = defaults, receiveBuffer = RECEIVE_BUFFER, listening, flowControl } = options;
    checkArgument("exits$", "cpus", cpus, aString);
    const ofSession = { receiveBuffer, ...(flowControl && { flowControl }) };
    return connection
      .session$([taskExits], ofSession)
      .pipe(
        mergeMap((session) =>
          merge(
            session.notifications$.pipe(mergeMap(exitOf)),
            registered$(session, cpus!).pipe(tap({ complete: () => listening?.() })),
          ),
        ),
      );
  });
}
