import { EncodeError } from "@rxnetlink/core";

// The kernel shapes traffic in ticks of the packet scheduler's clock. /proc/net/psched describes it in four
// hexadecimal numbers: nanoseconds per microsecond, nanoseconds per tick, resolution, and that of the timer.

/** Clock of the packet scheduler. */
export interface Psched {
  /** Ticks per microsecond. */
  readonly ticksPerUs: number;
}

/** Clock of every kernel since 2.6.31: a tick is 64 ns. */
export const PSCHED: Psched = { ticksPerUs: 15.625 };

/** Parses the text of `/proc/net/psched`. */
export function parsePsched(text: string): Psched {
  const [perUs = 1000, perTick = 64, resolution = 1e6] = text
    .trim()
    .split(/\s+/)
    .map((word) => Number.parseInt(word, 16));
  return { ticksPerUs: (perUs / perTick) * (resolution / 1e6) };
}

/** Converts a time in µs to ticks, as tc does: fractions of a µs are dropped. */
export const ticksOf = (us: number, psched: Psched = PSCHED): number =>
  Math.trunc(Math.trunc(us) * psched.ticksPerUs);

/** Converts ticks to a time in µs. */
export const usOf = (ticks: number, psched: Psched = PSCHED): number => ticks / psched.ticksPerUs;

/**
 * Returns the transmission time of `size` bytes at `rate` bytes/s, in ticks, rounded as tc does: the unit of bursts
 * (`buffer`, `cbuffer`, `burst`).
 */
export function xmitTime(rate: number | bigint, size: number, psched: Psched = PSCHED): number {
  return ticksOf(1e6 * (size / Number(rate)), psched);
}

/** Returns the number of bytes sent at `rate` bytes/s in `ticks`. */
export function xmitSize(rate: number | bigint, ticks: number, psched: Psched = PSCHED): number {
  return (Number(rate) * usOf(ticks, psched)) / 1e6;
}

const PREFIXES = ["", "k", "m", "g", "t"];

/**
 * Parses a rate as tc does and returns it in bytes/s, the kernel's unit: `"10mbit"` and a plain number are in bit/s,
 * `"10mbps"` is in bytes/s; `k`, `m`, `g` and `t` are powers of 1000, or of 1024 when followed by `i` (`"1mibit"`).
 *
 * @example
 * bytesPerSecond("10mbit") === 1_250_000;
 *
 * @throws EncodeError if the text is not a rate.
 */
export function bytesPerSecond(text: string): number {
  const [, number, prefix = "", binary, unit = "bit"] =
    /^(\d+(?:\.\d+)?)(?:(?:([kmgt])(i)?)?(bit|bps))?$/i.exec(text) ?? [];
  if (number === undefined) throw new EncodeError(`${JSON.stringify(text)} is not a rate`);
  const step = (binary ? 1024 : 1000) ** PREFIXES.indexOf(prefix.toLowerCase());
  return Math.trunc((Number(number) * step) / (unit.toLowerCase() === "bit" ? 8 : 1));
}

/** Converts a probability of 0 to 1 to a fraction of 2^32 - 1, as in the kernel. */
export const probabilityOf = (share: number): number => Math.round(share * 0xffff_ffff);

/** Converts a probability from a fraction of 2^32 - 1, as in the kernel, to 0 to 1. */
export const shareOf = (probability: number): number => probability / 0xffff_ffff;

/** Converts a time in seconds to ns, for 64-bit members. */
export const nsOf = (seconds: number): bigint => BigInt(Math.round(seconds * 1e9));
