import { asyncScheduler, filter, map, type OperatorFunction, pipe, type SchedulerLike, scan } from "rxjs";

/** Monotonic counters by name. Counters that are numbers have 32 bits in the kernel, and wrap. */
export type Counters<K extends string> = Readonly<Record<K, bigint | number>>;
/** Growth of counters per second, by name. */
export type Rates<K extends string> = Readonly<Record<K, number>>;

interface Sample<K extends string> {
  readonly at: number;
  readonly counters: Counters<K>;
  readonly rates?: Rates<K>;
}

const HALF = 2 ** 31;

/**
 * Returns the growth of a counter. One far smaller than before was reset, for instance by a new link of the same
 * name.
 */
function growth(before: bigint | number, after: bigint | number): number {
  if (after >= before) return Number(after) - Number(before);
  const wrapped = Number(after) - Number(before) + 2 ** 32;
  return typeof after === "number" && wrapped < HALF ? wrapped : Number(after);
}

/** Returns the growth of counters per second. */
export function ratesOf<K extends string>(
  before: Counters<K>,
  after: Counters<K>,
  seconds: number,
): Rates<K> {
  const rateOf = (key: K) => growth(before[key], after[key]) / seconds;
  const keys = Object.keys(after) as K[];
  return Object.fromEntries(keys.map((key) => [key, rateOf(key)])) as Rates<K>;
}

/**
 * Turns samples of counters into rates per second, from the second sample on.
 *
 * ```marbles
 * source  -a----b-----c--------d--|
 *         rate((bytes) => ({ bytes }))
 * result  ------x-----y--------z--|
 * A column is 100 ms; a to d count 0, 300, 300 and 750 bytes: x is 600, y 0 and z 500 bytes a second.
 * ```
 *
 * @example
 * timer(0, 1000).pipe(
 *   switchMap(() => nl.link.get$({ ifname: "eth0" })),
 *   rate(({ stats64 }) => ({ received: stats64?.rxBytes ?? 0n, sent: stats64?.txBytes ?? 0n })),
 * );
 */
export function rate<T, K extends string>(
  select: (value: T) => Counters<K>,
  scheduler: SchedulerLike = asyncScheduler,
): OperatorFunction<T, Rates<K>> {
  function next(before: Sample<K> | undefined, value: T): Sample<K> {
    const [at, counters] = [scheduler.now(), select(value)];
    if (before === undefined) return { at, counters };
    const seconds = (at - before.at) / 1000;
    // Two samples at the same moment have no rate.
    if (seconds <= 0) return { at: before.at, counters: before.counters };
    return { at, counters, rates: ratesOf(before.counters, counters, seconds) };
  }
  return pipe(
    scan<T, Sample<K> | undefined>(next, undefined),
    map((sample) => sample?.rates),
    filter((rates) => rates !== undefined),
  );
}
