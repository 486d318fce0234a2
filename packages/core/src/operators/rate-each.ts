import { asyncScheduler, filter, map, type OperatorFunction, pipe, type SchedulerLike, scan } from "rxjs";
import { type Counters, type Rates, ratesOf } from "./rate.js";

/** A value of a list, with the growth of its counters per second. */
export interface Rated<T, K extends string> {
  /** The value, as of the latest list. */
  readonly value: T;
  /** Growth of its counters since the list before. */
  readonly rates: Rates<K>;
}

interface Sample<T, K extends string> {
  readonly at: number;
  readonly counters: ReadonlyMap<unknown, Counters<K>>;
  readonly rated?: readonly Rated<T, K>[];
}

/**
 * Turns lists of values with counters into the rates per second of each value, from the second list on. Values are told
 * apart by a key; those that were not in the list before have no rates yet, and are left out.
 *
 * @example
 * timer(0, 1000).pipe(
 *   switchMap(() => nl.link.list$().pipe(toArray())),
 *   rateEach(({ index }) => index, ({ stats64 }) => ({ received: stats64?.rxBytes ?? 0n })),
 * );
 */
export function rateEach<T, K extends string>(
  keyOf: (value: T) => unknown,
  select: (value: T) => Counters<K>,
  scheduler: SchedulerLike = asyncScheduler,
): OperatorFunction<readonly T[], readonly Rated<T, K>[]> {
  function next(before: Sample<T, K> | undefined, values: readonly T[]): Sample<T, K> {
    const at = scheduler.now();
    const seconds = before === undefined ? 0 : (at - before.at) / 1000;
    // Two lists at the same moment have no rates.
    if (before !== undefined && seconds <= 0) return { at: before.at, counters: before.counters };
    const counters = new Map<unknown, Counters<K>>();
    const rated: Rated<T, K>[] = [];
    for (const value of values) {
      const [key, own] = [keyOf(value), select(value)];
      counters.set(key, own);
      const earlier = before?.counters.get(key);
      if (earlier !== undefined) rated.push({ value, rates: ratesOf(earlier, own, seconds) });
    }
    return before === undefined ? { at, counters } : { at, counters, rated };
  }
  return pipe(
    scan<readonly T[], Sample<T, K> | undefined>(next, undefined),
    map((sample) => sample?.rated),
    filter((rated) => rated !== undefined),
  );
}
