import {
  asyncScheduler,
  defer,
  Observable,
  type ObservableInput,
  type OperatorFunction,
  type Subscriber,
  type Subscription,
} from "rxjs";
import type { FlowControl } from "../connection/flow-control.js";
import { inSubscriberContext } from "../values/async-context.js";

/** What waits for a slow consumer. */
export interface BackpressureBuffer<T> {
  /** Takes a value in; it may put it in the place of another, or drop one. */
  push(value: T): void;
  /** The next value for the consumer, if any. */
  shift(): Buffered<T> | undefined;
}

/** A value that was taken out. */
export interface Buffered<T> {
  /** The value, which may be `undefined` itself. */
  readonly value: T;
}

/** What becomes of values that a slow consumer has no time for: makes what waits, for one subscription. */
export type BackpressureStrategy<T> = () => BackpressureBuffer<T>;

function queue<T>(): BackpressureBuffer<T> & { readonly size: number } {
  // Values are taken from the front by a cursor: shifting a long array copies it.
  let values: T[] = [];
  let next = 0;
  return {
    get size() {
      return values.length - next;
    },
    push: (value) => void values.push(value),
    shift() {
      if (next === values.length) return undefined;
      const value = values[next++] as T;
      if (next > 1024 && next * 2 > values.length) {
        values = values.slice(next);
        next = 0;
      }
      return { value };
    },
  };
}

/**
 * Nothing is dropped here: when `limit` values wait, the gate closes, and it opens again at half of them. What the
 * kernel then has to drop it reports as an overrun. Up to two megabytes of events may be on the way and still come.
 */
export function pauseSource<T>(flowControl: FlowControl, limit = 1024): BackpressureStrategy<T> {
  return () => {
    const waiting = queue<T>();
    return {
      push(value) {
        waiting.push(value);
        if (waiting.size >= limit) flowControl.pause();
      },
      shift() {
        const next = waiting.shift();
        if (waiting.size <= limit / 2) flowControl.resume();
        return next;
      },
    };
  };
}

/** Of the values with one key only the last waits, in the place of the first. */
export function conflate<T, K>(keyOf: (value: T) => K): BackpressureStrategy<T> {
  return () => {
    const waiting = new Map<K, T>();
    return {
      push: (value) => void waiting.set(keyOf(value), value),
      shift() {
        const [first] = waiting;
        if (first === undefined) return undefined;
        waiting.delete(first[0]);
        return { value: first[1] };
      },
    };
  };
}

/** Only the last value waits: the consumer sees a sample, as often as it can. */
export function keepLatest<T>(): BackpressureStrategy<T> {
  return conflate<T, undefined>(() => undefined);
}

/** At most `limit` values wait; of those above it, `dropped` is told. */
export function dropNewest<T>(limit: number, dropped: (value: T) => void): BackpressureStrategy<T> {
  return () => {
    const waiting = queue<T>();
    return { ...waiting, push: (value) => (waiting.size < limit ? waiting.push(value) : dropped(value)) };
  };
}

/** How long what has waited is handed over at a stretch, in milliseconds. */
const SLICE = 5;

/** Hands what waits to one consumer. */
class Consumer<T, R> {
  readonly #project: (value: T) => ObservableInput<R>;
  readonly #waiting: BackpressureBuffer<T>;
  readonly #subscriber: Subscriber<R>;
  #work: Subscription | undefined;
  #pause: Subscription | undefined;
  #ended = false;

  constructor(
    project: (value: T) => ObservableInput<R>,
    waiting: BackpressureBuffer<T>,
    subscriber: Subscriber<R>,
  ) {
    this.#project = project;
    this.#waiting = waiting;
    this.#subscriber = subscriber;
    subscriber.add(() => {
      this.#work?.unsubscribe();
      this.#pause?.unsubscribe();
    });
  }

  push(value: T): void {
    this.#safely(() => this.#waiting.push(value));
    this.#next();
  }

  /** Nothing more will be pushed. */
  end(): void {
    this.#ended = true;
    this.#next();
  }

  #next(): void {
    const end = performance.now() + SLICE;
    for (let first = true; this.#isFree(); first = false) {
      const taken = this.#safely(() => this.#waiting.shift());
      if (this.#subscriber.closed) return;
      if (taken === undefined) return this.#ended ? this.#subscriber.complete() : undefined;
      if (!first && performance.now() >= end) return this.#later(taken.value);
      this.#start(taken.value);
    }
  }

  #isFree(): boolean {
    return this.#work === undefined && this.#pause === undefined && !this.#subscriber.closed;
  }

  /** Much has waited: the event loop turns before it goes on. */
  #later(value: T): void {
    this.#pause = asyncScheduler.schedule(() => {
      this.#pause = undefined;
      this.#start(value);
      this.#next();
    });
  }

  /** What a policy throws, such as its key of a value, errors the stream. */
  #safely<R>(run: () => R): R | undefined {
    try {
      return run();
    } catch (error) {
      this.#subscriber.error(error);
      return undefined;
    }
  }

  /** Work that is done at once leaves the loop in `#next` to go on, however many values wait. */
  #start(value: T): void {
    let done = false;
    const work = defer(() => this.#project(value))
      .pipe(inSubscriberContext())
      .subscribe({
        next: (result) => this.#subscriber.next(result),
        error: (error) => this.#subscriber.error(error),
        complete: () => {
          done = true;
          if (this.#work === undefined) return;
          this.#work = undefined;
          this.#next();
        },
      });
    if (!done) this.#work = work;
  }
}

/**
 * Hands values to a consumer one at a time: the next when the Observable or Promise that it returned is done. The
 * policy says what becomes of those that come meanwhile: {@link pauseSource}, {@link conflate}, {@link keepLatest} or
 * {@link dropNewest}.
 */
export function backpressure<T, R>(
  project: (value: T) => ObservableInput<R>,
  policy: BackpressureStrategy<T>,
): OperatorFunction<T, R> {
  return (source$) =>
    new Observable((subscriber) => {
      const consumer = new Consumer(project, policy(), subscriber);
      return source$.subscribe({
        next: (value) => consumer.push(value),
        error: (error) => subscriber.error(error),
        complete: () => consumer.end(),
      });
    });
}
