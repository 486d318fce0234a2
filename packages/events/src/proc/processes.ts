import { readdir } from "node:fs/promises";
import type { Difference } from "@rxnetlink/core";
import { aFunction, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import { defer, Observable } from "rxjs";
import {
  Refreshed,
  type RefreshedObserver,
  type RefreshedResync,
  type RefreshedSynced,
} from "../common/refreshed.js";
import { type ProcessFacts, readProcess } from "./details.js";
import type { ProcEvent } from "./events.js";
import { type ProcSetting, procEvents$ } from "./stream.js";

/** A process that runs. */
export interface RunningProcess extends Omit<ProcessFacts, "type" | "state" | "threads"> {
  /** Its number. */
  readonly tgid: number;
}

/** Options of `processes$` and `watchProcesses$`. */
export interface ProcessesOptions {
  /** Called when the kernel reports: every later change is seen. */
  readonly listening?: () => void;
}

/** Anything that `watchProcesses$` emits; discriminated by `type`. */
export type ProcessWatchEvent = Difference<RunningProcess> | RefreshedSynced | RefreshedResync;

const processesChecks: OptionChecks<ProcessesOptions> = { listening: aFunction };

type Table = Refreshed<number, RunningProcess>;

/** Kinds of events after which a process is read again. Where some are chosen, an overflow is reported at once. */
const KINDS = ["fork", "exec", "comm", "exit"] as const;

/** Reads a process; `undefined` if it no longer runs: one that has ended stays in procfs until its parent asks for its status. */
async function read(procfs: string, tgid: number): Promise<RunningProcess | undefined> {
  const facts = await readProcess(procfs, tgid);
  if (facts === undefined) return undefined;
  const { type: _, state, threads, ...rest } = facts;
  // The first thread may end before others.
  return /[ZX]/.test(state) && threads <= 1 ? undefined : { tgid, ...rest };
}

/** Number of processes that are read at a time. */
const AT_ONCE = 32;

async function readAll(procfs: string): Promise<Map<number, RunningProcess>> {
  const numbers = (await readdir(procfs)).filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = new Map<number, RunningProcess>();
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = await Promise.all(numbers.slice(from, from + AT_ONCE).map((tgid) => read(procfs, tgid)));
    for (const one of some) if (one !== undefined) processes.set(one.tgid, one);
  }
  return processes;
}

/** Looks again at the process that an event is about. */
function apply(event: ProcEvent, table: Table): void {
  if (event.type === "lost" || event.type === "malformed") table.readAll();
  else if (event.type === "fork") {
    if (!event.thread) table.read(event.childTgid);
  } else if ("tgid" in event) table.read(event.tgid);
}

/** Settings of `processEvents()` that the state needs. */
interface ProcessSource extends ProcSetting {
  readonly procfs?: string;
}

/** Keeps a table of processes while subscribed. */
function tracked$<T>(
  { procfs = "/proc", ...setting }: ProcessSource,
  { listening }: ProcessesOptions,
  observe: (table: () => Table, next: (value: T) => void) => Omit<RefreshedObserver<RunningProcess>, "error">,
): Observable<T> {
  return new Observable((subscriber) => {
    const error = (error: unknown) => subscriber.error(error);
    const observer = {
      ...observe(
        () => table,
        (value) => subscriber.next(value),
      ),
      error,
    };
    const readings = { all: () => readAll(procfs), one: (tgid: number) => read(procfs, tgid) };
    const table: Table = new Refreshed(({ tgid }) => tgid, readings, observer);
    subscriber.add(() => table.close());
    // Read once no change can be missed.
    const opened = () => {
      listening?.();
      table.readAll();
    };
    return procEvents$(setting, { kinds: KINDS, listening: opened }).subscribe({
      next: (event) => apply(event, table),
      error,
      complete: () => subscriber.complete(),
    });
  });
}

/** Returns the function `processes$`. */
export function processesOf$(
  source: ProcessSource,
): (options?: ProcessesOptions) => Observable<ReadonlyMap<number, RunningProcess>> {
  return (options = {}) =>
    defer(() => {
      const checked = checkOptions("processes$", options, processesChecks);
      return tracked$<ReadonlyMap<number, RunningProcess>>(source, checked, (table, next) => ({
        next: () => {},
        settled: () => next(table().snapshot()),
      }));
    });
}

/** Returns the function `watchProcesses$`. */
export function watchProcessesOf$(
  source: ProcessSource,
): (options?: ProcessesOptions) => Observable<ProcessWatchEvent> {
  return (options = {}) =>
    defer(() => {
      const checked = checkOptions("watchProcesses$", options, processesChecks);
      return tracked$<ProcessWatchEvent>(source, checked, (_, next) => ({ next, settled: () => {} }));
    });
}
