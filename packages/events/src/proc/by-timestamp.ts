import { anInteger, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import { defer, type MonoTypeOperatorFunction, Observable, type Subscriber } from "rxjs";
import type { ProcDetails, ProcEvent } from "./events.js";

/** Options of {@link byTimestamp}. */
export interface ByTimestampOptions {
  /** Time that an event waits for earlier ones, in milliseconds; 20 by default. */
  readonly wait?: number;
}

const WAIT = 20;
const waitChecks: OptionChecks<ByTimestampOptions> = { wait: anInteger(1, 0x7fff_ffff) };

/** Events that wait for earlier ones. */
class Sorting<E extends ProcEvent> {
  readonly #subscriber: Subscriber<E>;
  readonly #wait: number;
  /** By their time; those without one come after the latest before them. */
  readonly #waiting: { readonly time: bigint; readonly event: E }[] = [];
  #latest = 0n;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(subscriber: Subscriber<E>, wait: number) {
    this.#subscriber = subscriber;
    this.#wait = wait;
    subscriber.add(() => clearTimeout(this.#timer));
  }

  /** Takes an event. */
  add(event: E): void {
    const time = (event as Partial<ProcDetails>).timestampNs ?? this.#latest;
    if (time > this.#latest) this.#latest = time;
    let at = this.#waiting.length;
    while (at > 0 && this.#waiting[at - 1]!.time > time) at--;
    this.#waiting.splice(at, 0, { time, event });
    // Events that are old by the time of later ones need no timer.
    this.#emit(this.#latest - BigInt(this.#wait) * 1_000_000n);
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#due(), this.#wait);
  }

  /** Emits all that waits. */
  end(): void {
    this.#emit(this.#latest);
  }

  #due(): void {
    this.#timer = undefined;
    this.#emit(this.#latest);
  }

  #emit(until: bigint): void {
    let count = 0;
    while (count < this.#waiting.length && this.#waiting[count]!.time <= until) count++;
    for (const { event } of this.#waiting.splice(0, count)) this.#subscriber.next(event);
  }
}

/**
 * Emits process events in the order of their time. The kernel sends those of one processor in order, while those of several may
 * overtake each other, if rarely and by little: each event waits a moment for earlier ones.
 */
export function byTimestamp<E extends ProcEvent>(
  options: ByTimestampOptions = {},
): MonoTypeOperatorFunction<E> {
  return (event$) =>
    defer(() => {
      const { wait = WAIT } = checkOptions("byTimestamp", options, waitChecks);
      return new Observable<E>((subscriber) => {
        const sorting = new Sorting<E>(subscriber, wait);
        return event$.subscribe({
          next: (event) => sorting.add(event),
          error: (error) => subscriber.error(error),
          complete() {
            sorting.end();
            subscriber.complete();
          },
        });
      });
    });
}
