/** Values from `from` to `to`, both inclusive: a single one if they are equal. */
export interface Interval {
  readonly from: bigint;
  readonly to: bigint;
  /** Number of leading bits that a prefix fixes; absent if it was not written as one. */
  readonly prefix?: number;
}

/** Values from one to another; see {@link range}. */
export interface Range<V> {
  /** Tells a range from a value. */
  readonly type: "range";
  /** First value. */
  readonly from: V;
  /** Last value, inclusive. */
  readonly to: V;
}

/**
 * Returns the values from one to another, both inclusive, where one value may stand: `range(8000, 8100)`,
 * `range("192.0.2.1", "192.0.2.9")`.
 */
export function range<const V>(from: V, to: V): Range<V> {
  return { type: "range", from, to };
}

export const isRange = (value: unknown): value is Range<unknown> =>
  typeof value === "object" && value !== null && (value as Range<unknown>).type === "range";

/** Returns the interval of one value. */
export const single = (value: bigint): Interval => ({ from: value, to: value });

/** Returns the values that share the first `prefix` of `bits` bits with a value. */
export function prefixed(value: bigint, prefix: number, bits: number): Interval {
  const rest = (1n << BigInt(bits - prefix)) - 1n;
  const from = value & ~rest;
  return { from, to: from | rest, prefix };
}

/**
 * Sorts intervals, and joins those that overlap or touch: the kernel refuses overlapping ones, and nft joins them alike.
 */
export function merged(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const out: Interval[] = [];
  for (const next of sorted) {
    const last = out.at(-1);
    if (last === undefined || next.from > last.to + 1n) out.push(next);
    else if (next.to > last.to) out[out.length - 1] = { from: last.from, to: next.to };
  }
  return out;
}
