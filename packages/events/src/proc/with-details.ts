import { anInteger, aString, checkOptions, milliseconds, type OptionChecks } from "@rxnetlink/core/internal";
import { defer, Observable, type OperatorFunction, type Subscriber } from "rxjs";
import { type ProcessDetails, readProcess } from "./details.js";
import type { ProcEvent } from "./events.js";

/** Options of {@link withProcessDetails}. */
export interface ProcessDetailsOptions {
  /** Number of processes that are read at a time; further events pass without details. 64 by default. */
  readonly concurrency?: number;
  /** Longest time that an event waits for its details, in milliseconds; 100 by default. */
  readonly within?: number;
  /** Where procfs is mounted; `"/proc"` by default. */
  readonly procfs?: string;
}

/** An event with details of its process, if it is about one that may still be there. */
export type DetailedProcEvent = ProcEvent & {
  /** Details of the process: of a new one, or of the one that did something. Absent from the end of a process, and losses. */
  readonly details?: ProcessDetails;
};

const CONCURRENCY = 64;
const WITHIN = 100;

const detailsChecks: OptionChecks<ProcessDetailsOptions> = {
  concurrency: anInteger(1, 0x7fff_ffff),
  within: milliseconds,
  procfs: aString,
};

/** Returns the process to be read; `undefined` if there is none. */
function processOf(event: ProcEvent): number | undefined {
  if (event.type === "fork") return event.childTgid;
  return event.type !== "exit" && "tgid" in event ? event.tgid : undefined;
}

/** An event in its place, which waits for its details. */
interface Waiting {
  event: DetailedProcEvent;
  ready: boolean;
}

/** Events in their order, some of which wait for their details. */
class DetailsQueue {
  readonly #subscriber: Subscriber<DetailedProcEvent>;
  readonly #options: Required<ProcessDetailsOptions>;
  readonly #queue: Waiting[] = [];
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #reading = 0;
  #completed = false;

  constructor(subscriber: Subscriber<DetailedProcEvent>, options: Required<ProcessDetailsOptions>) {
    this.#subscriber = subscriber;
    this.#options = options;
    subscriber.add(() => {
      for (const timer of this.#timers) clearTimeout(timer);
    });
  }

  /** Takes an event. */
  add(event: ProcEvent): void {
    const pid = processOf(event);
    const skipped = pid !== undefined && this.#reading >= this.#options.concurrency;
    const waiting: Waiting = { event, ready: pid === undefined || skipped };
    if (skipped) waiting.event = { ...event, details: { type: "skipped" } };
    this.#queue.push(waiting);
    if (!waiting.ready) this.#read(waiting, pid!);
    this.#emit();
  }

  /** Completes when all events have been emitted. */
  complete(): void {
    this.#completed = true;
    this.#emit();
  }

  #read(waiting: Waiting, pid: number): void {
    const { procfs, within } = this.#options;
    const settle = (details: ProcessDetails) => {
      clearTimeout(timer);
      this.#timers.delete(timer);
      if (waiting.ready) return;
      waiting.event = { ...waiting.event, details };
      waiting.ready = true;
      this.#emit();
    };
    const timer = setTimeout(() => settle({ type: "skipped" }), within);
    this.#timers.add(timer);
    this.#reading++;
    readProcess(procfs, pid)
      .then((facts) => settle(facts ?? { type: "gone" }))
      .finally(() => this.#reading--);
  }

  #emit(): void {
    while (this.#queue[0]?.ready) this.#subscriber.next(this.#queue.shift()!.event);
    if (this.#completed && this.#queue.length === 0) this.#subscriber.complete();
  }
}

/**
 * Adds details of processes to their events: command line, program, parent and control group, which the kernel does not report.
 * They are read as soon as an event arrives, and are those of that moment: a process may have ended by then (`"gone"`), or run
 * another program. Events keep their order. Those that come faster than processes can be read pass without details (`"skipped"`),
 * so that memory stays bounded, and none waits long.
 *
 * @example
 * event$({ kinds: ["exec"] }).pipe(withProcessDetails()).subscribe(({ type, details }) => console.log(type, details));
 */
export function withProcessDetails(
  options: ProcessDetailsOptions = {},
): OperatorFunction<ProcEvent, DetailedProcEvent> {
  return (event$) =>
    defer(() => {
      const given = checkOptions("withProcessDetails", options, detailsChecks);
      const whole = { concurrency: CONCURRENCY, within: WITHIN, procfs: "/proc", ...given };
      return new Observable<DetailedProcEvent>((subscriber) => {
        const queue = new DetailsQueue(subscriber, whole);
        return event$.subscribe({
          next: (event) => queue.add(event),
          error: (error) => subscriber.error(error),
          complete: () => queue.complete(),
        });
      });
    });
}
