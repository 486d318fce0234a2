const SECOND = 1_000_000_000n;
/** Microseconds. */
const DEFAULT = 6;
/** Marks a power of 2. */
const OF_TWO = 0x80;

/** How an interface counts time. */
interface Clock {
  /** Unit of times: a negative power of 10, or of 2 with the highest bit. */
  readonly tsresol?: number;
  /** Seconds to add to times. */
  readonly tsoffset?: bigint;
}

/** The unit of nanoseconds, for interfaces that are written. */
export const NANOSECONDS = 9;

/** Returns a function that converts the times of an interface to nanoseconds since 1970. */
export function timesOf({ tsresol = DEFAULT, tsoffset = 0n }: Clock): (time: bigint) => bigint {
  const perSecond = tsresol & OF_TWO ? 2n ** BigInt(tsresol - OF_TWO) : 10n ** BigInt(tsresol);
  return (time) => (time * SECOND) / perSecond + tsoffset * SECOND;
}
