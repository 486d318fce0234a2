import type { Transport } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { defer, type Observable } from "rxjs";
import type { ProcEvent } from "./events.js";
import {
  type ProcEventOptions,
  type ProcessEventsOptions,
  procEventChecks,
  processEventsChecks,
} from "./options.js";
import {
  type ProcessesOptions,
  type ProcessWatchEvent,
  processesOf$,
  type RunningProcess,
  watchProcessesOf$,
} from "./processes.js";
import { procEvents$ } from "./stream.js";

/** Process events over `NETLINK_CONNECTOR`. */
export interface ProcessEvents {
  /**
   * Emits what processes and threads do, until unsubscribed; completes when the transport is closed. Events of one processor
   * come in order; those of several nearly so, see {@link byTimestamp}. Since 6.6 needs no privilege, before that
   * `CAP_NET_ADMIN`. Needs `CONFIG_PROC_EVENTS`.
   *
   * Without `kinds`, events that were lost are counted by processor. With `kinds`, the stream says only where some were lost.
   *
   * Errors with a `SystemError`: `ECONNREFUSED` outside the initial network namespace, `ETIMEDOUT` outside the initial PID and
   * user namespaces, where the kernel does not reply, or what opening the socket gives.
   *
   * @example
   * processEvents().event$({ kinds: ["exec"] }).subscribe(console.log);
   */
  event$(options?: ProcEventOptions): Observable<ProcEvent>;
  /**
   * Emits all processes that run by their number: a map as soon as procfs has been read, and a new one after changes. Events say
   * what to read again in procfs, so that the map is true also after a loss, when all is read again. A process that ends at once
   * may never be in it. Processes that this one may not see in procfs (`hidepid`) are absent.
   *
   * Errors as `event$` does, or with the error of reading procfs.
   */
  processes$(options?: ProcessesOptions): Observable<ReadonlyMap<number, RunningProcess>>;
  /** Emits the same processes one by one, a marker when all have been emitted, and then what changes. */
  watchProcesses$(options?: ProcessesOptions): Observable<ProcessWatchEvent>;
}

/**
 * Opens process events over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function processEvents<T extends Transport>(options: ProcessEventsOptions<T>): ProcessEvents {
  const setting = checkOptions<ProcessEventsOptions>("processEvents", options, processEventsChecks);
  const { procfs, ...ofSockets } = setting;
  const source = { ...ofSockets, ...(procfs !== undefined && { procfs }) };
  return {
    event$: (options = {}) =>
      defer(() => procEvents$(ofSockets, checkOptions("event$", options, procEventChecks))),
    processes$: processesOf$(source),
    watchProcesses$: watchProcessesOf$(source),
  };
}
