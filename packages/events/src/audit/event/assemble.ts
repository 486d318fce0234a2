import {
  anInteger,
  anObjectWith,
  checkOptions,
  milliseconds,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { asyncScheduler, Observable, type OperatorFunction, type SchedulerLike, type Subscriber } from "rxjs";
import type { AuditRecord } from "../record/record.js";
import { auditTypeNumber } from "../record/type-words.js";
import type { AuditRecordEvent } from "../stream/records.js";
import type { AuditEvent, AuditStreamEvent } from "./event.js";
import { Serials } from "./serials.js";

/** Options of {@link assembleAuditEvents}. */
export interface AuditAssemblyOptions {
  /** Time after which an event that the kernel does not mark as ended is complete, in milliseconds; 2000 by default. */
  readonly window?: number;
  /** Most events that are open at once; 1000 by default. */
  readonly mostEvents?: number;
  /** Most records of one event; 1000 by default. */
  readonly mostRecords?: number;
  /** Scheduler that measures the time without records; by default that of timers. */
  readonly scheduler?: SchedulerLike;
}

/** Checks of {@link AuditAssemblyOptions}. */
export const assemblyChecks: OptionChecks<AuditAssemblyOptions> = {
  window: milliseconds,
  mostEvents: anInteger(1, 0x7fff_ffff),
  mostRecords: anInteger(1, 0x7fff_ffff),
  scheduler: anObjectWith("schedule", "now"),
};

/** An event whose records arrive. */
interface Open {
  readonly serial: number;
  readonly time: number;
  readonly records: AuditRecord[];
  /** Time of the arrival of its last record, by the scheduler. */
  arrived: number;
}

const FIRST_EVENT = 1300;
const LAST_EVENT = 1999;
const LOGIN = 1006;

/** True for a record that never has others of its event: a message of a program or of the daemon. */
function isSingle({ type }: AuditRecord): boolean {
  const number = auditTypeNumber(type);
  return number !== LOGIN && (number < FIRST_EVENT || number > LAST_EVENT);
}

const keyOf = ({ serial, time }: AuditRecord) => `${time}:${serial}`;

/** Assembles the records of one stream. */
class Assembly {
  readonly #open = new Map<string, Open>();
  readonly #serials = new Serials();
  readonly #options: Required<AuditAssemblyOptions>;
  readonly #subscriber: Subscriber<AuditStreamEvent>;
  #waiting = false;

  constructor(options: Required<AuditAssemblyOptions>, subscriber: Subscriber<AuditStreamEvent>) {
    this.#options = options;
    this.#subscriber = subscriber;
  }

  add(record: AuditRecord): void {
    const key = keyOf(record);
    this.#serials.seen(record.serial, record.time);
    this.#expire(record.time - this.#options.window);
    if (record.type === "eoe") this.#end(key, "eoe");
    else if (isSingle(record) && !this.#open.has(key)) this.#emit(newly(record, 0), "single");
    else this.#collect(key, record);
    this.#wait();
  }

  /** Ends all events. */
  end(): void {
    for (const key of [...this.#open.keys()]) this.#end(key, "end");
    for (const lost of this.#serials.lostBefore(Number.POSITIVE_INFINITY)) this.#subscriber.next(lost);
  }

  #collect(key: string, record: AuditRecord): void {
    const now = this.#options.scheduler.now();
    const open = this.#open.get(key);
    if (open === undefined) this.#open.set(key, newly(record, now));
    else {
      open.records.push(record);
      open.arrived = now;
    }
    if ((open?.records.length ?? 1) >= this.#options.mostRecords) this.#end(key, "limit");
    if (this.#open.size > this.#options.mostEvents) this.#end(this.#open.keys().next().value!, "limit");
  }

  /** Ends the events before a time of the kernel, and reports what is missing before it. */
  #expire(time: number): void {
    for (const [key, open] of this.#open) if (open.time < time) this.#end(key, "window");
    for (const lost of this.#serials.lostBefore(time)) this.#subscriber.next(lost);
  }

  #end(key: string, ended: AuditEvent["ended"]): void {
    const open = this.#open.get(key);
    if (open === undefined) return;
    this.#open.delete(key);
    this.#emit(open, ended);
  }

  #emit({ serial, time, records }: Open, ended: AuditEvent["ended"]): void {
    this.#subscriber.next({ type: "event", serial, time, records, ended });
  }

  /** Ends events whose records have ceased, although no later record says so. */
  #wait(): void {
    const { scheduler, window } = this.#options;
    if (this.#waiting || this.#open.size === 0 || window === Number.POSITIVE_INFINITY) return;
    this.#waiting = true;
    const look = () => {
      this.#waiting = false;
      const before = scheduler.now() - window;
      for (const [key, { arrived }] of this.#open) if (arrived <= before) this.#end(key, "window");
      this.#wait();
    };
    this.#subscriber.add(scheduler.schedule(look, window));
  }
}

const newly = (record: AuditRecord, arrived: number): Open => ({
  serial: record.serial,
  time: record.time,
  records: [record],
  arrived,
});

/**
 * Assembles records to events: those of one serial, whose records may lie between those of others. An event is complete when
 * the kernel marks its end, or after a time, which is measured by the times of the records and, where none arrive, by the
 * clock. Memory is limited. Serials that are missing are reported as `"lost"`.
 *
 * @throws ArgumentError for an unusable option, in the stream.
 *
 * @example
 * from(lines).pipe(map(parseAuditLine), filter((record) => record !== undefined), assembleAuditEvents());
 */
export function assembleAuditEvents(
  options: AuditAssemblyOptions = {},
): OperatorFunction<AuditRecordEvent, AuditStreamEvent> {
  return (source$) =>
    new Observable((subscriber) => {
      const given = checkOptions("assembleAuditEvents", options, assemblyChecks);
      const defaults = { window: 2000, mostEvents: 1000, mostRecords: 1000, scheduler: asyncScheduler };
      const assembly = new Assembly({ ...defaults, ...given }, subscriber);
      return source$.subscribe({
        next(event) {
          if (event.type === "overrun" || event.type === "malformed") subscriber.next(event);
          else assembly.add(event as AuditRecord);
        },
        error: (error) => subscriber.error(error),
        complete() {
          assembly.end();
          subscriber.complete();
        },
      });
    });
}
