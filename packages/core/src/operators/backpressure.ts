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

/** Buffer of values that wait for a slow consumer. */
export interface BackpressureBuffer<T> {
  /** Adds a value; may replace another, or drop one. */
  push(value: T): void;
  /** Removes and returns the next value, if any. */
  shift(): Buffered<T> | undefined;
}

/** A value removed from a buffer. */
export interface Buffered<T> {
  /** The value, which may be `undefined` itself. */
  readonly value: T;
}

/** Strategy for values that arrive while the consumer is busy; called once per subscription to create the buffer. */
export type BackpressureStrategy<T> = () => BackpressureBuffer<T>;

function queue<T>(): BackpressureBuffer<T> & { readonly size: number } {
  // A cursor marks the front, since shifting a long array copies it.
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
 * Buffers all values, and pauses the source when `limit` wait; resumes it at half of them. Anything the kernel must
 * drop meanwhile is reported as an overrun. Up to 2 MiB of events already in flight may still arrive.
 *
 * ```marbles
 * source  -abc--------------|
 *         backpressure(work, pauseSource(watch))
 * result  ------a----b----c-|
 * Work takes five columns.
 * ```
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

/**
 * Keeps only the last value of each key, in the place of the first.
 *
 * ```marbles
 * source  -aAbBa------------|
 *         backpressure(work, conflate(lowerCase))
 * result  ------a----a----B-|
 * Work takes five columns; while a is worked on, A is replaced by the second a, and b by B.
 * ```
 */
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

/**
 * Keeps only the last value: the consumer gets a sample as often as it can.
 *
 * ```marbles
 * source  -abcd-------e-----|
 *         backpressure(work, keepLatest())
 * result  ------a----d-----e|
 * Work takes five columns.
 * ```
 */
export function keepLatest<T>(): BackpressureStrategy<T> {
  return conflate<T, undefined>(() => undefined);
}

/**
 * Buffers at most `limit` values; calls `dropped` with each value beyond.
 *
 * ```marbles
 * source  -abcde------------|
 *         backpressure(work, dropNewest(2, dropped))
 * result  ------a----b----c-|
 * Work takes five columns; d and e are dropped.
 * ```
 */
export function dropNewest<T>(limit: number, dropped: (value: T) => void): BackpressureStrategy<T> {
  return () => {
    const waiting = queue<T>();
    return { ...waiting, push: (value) => (waiting.size < limit ? waiting.push(value) : dropped(value)) };
  };
}

/** Longest time to process buffered values without a break, in milliseconds. */
const SLICE = 5;

/** Passes buffered values to one consumer. */
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

  /** Called when no more values will be pushed. */
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

  /** Lets the event loop turn before a long buffer is processed further. */
  #later(value: T): void {
    this.#pause = asyncScheduler.schedule(() => {
      this.#pause = undefined;
      this.#start(value);
      this.#next();
    });
  }

  /** Runs a function of the strategy, whose exceptions error the stream. */
  #safely<R>(run: () => R): R | undefined {
    try {
      return run();
    } catch (error) {
      this.#subscriber.error(error);
      return undefined;
    }
  }

  /** Work that completes synchronously leaves the next value to the loop in `#next`, without recursion. */
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
 * Passes values to a consumer one at a time: the next when the Observable or Promise that it returned has completed.
 * The strategy handles the values that arrive meanwhile: {@link pauseSource}, {@link conflate}, {@link keepLatest} or
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
