import { EncodeError } from "@rxnetlink/core";

// The kernel shapes traffic in ticks of the packet scheduler's clock. /proc/net/psched says in four hexadecimal
// numbers how long one is: nanoseconds by microsecond, nanoseconds by tick, resolution, and the timer's.

/** The clock of the packet scheduler. */
export interface Psched {
  /** Ticks in a microsecond. */
  readonly ticksPerUs: number;
}

/** The clock of every kernel since 2.6.31: a tick is 64 ns. */
export const PSCHED: Psched = { ticksPerUs: 15.625 };

/** Reads what `/proc/net/psched` says. */
export function parsePsched(text: string): Psched {
  const [perUs = 1000, perTick = 64, resolution = 1e6] = text
    .trim()
    .split(/\s+/)
    .map((word) => Number.parseInt(word, 16));
  return { ticksPerUs: (perUs / perTick) * (resolution / 1e6) };
}

/** Ticks of a time in whole µs, as tc counts them: what is less than a µs is left out. */
export const ticksOf = (us: number, psched: Psched = PSCHED): number =>
  Math.trunc(Math.trunc(us) * psched.ticksPerUs);

/** Time of ticks in µs. */
export const usOf = (ticks: number, psched: Psched = PSCHED): number => ticks / psched.ticksPerUs;

/** How long `size` bytes take at `rate` bytes/s, in ticks, rounded as tc does: how bursts are told (`buffer`, `cbuffer`, `burst`). */
export function xmitTime(rate: number | bigint, size: number, psched: Psched = PSCHED): number {
  return ticksOf(1e6 * (size / Number(rate)), psched);
}

/** How many bytes are sent at `rate` bytes/s in so many ticks. */
export function xmitSize(rate: number | bigint, ticks: number, psched: Psched = PSCHED): number {
  return (Number(rate) * usOf(ticks, psched)) / 1e6;
}

const PREFIXES = ["", "k", "m", "g", "t"];

/**
 * A rate in bytes/s, the unit of the kernel, from text as tc takes it: `"10mbit"` and a number alone are bits/s,
 * `"10mbps"` is bytes/s; `k`, `m`, `g` and `t` go by 1000, with an `i` behind (`"1mibit"`) by 1024.
 *
 * @example
 * bytesPerSecond("10mbit") === 1_250_000;
 */
export function bytesPerSecond(text: string): number {
  const [, number, prefix = "", binary, unit = "bit"] =
    /^(\d+(?:\.\d+)?)(?:(?:([kmgt])(i)?)?(bit|bps))?$/i.exec(text) ?? [];
  if (number === undefined) throw new EncodeError(`${JSON.stringify(text)} is not a rate`);
  const step = (binary ? 1024 : 1000) ** PREFIXES.indexOf(prefix.toLowerCase());
  return Math.trunc((Number(number) * step) / (unit.toLowerCase() === "bit" ? 8 : 1));
}

/** A probability of 0 to 1 as the kernel has it, of 2^32 - 1. */
export const probabilityOf = (share: number): number => Math.round(share * 0xffff_ffff);

/** A probability of 2^32 - 1 as a number of 0 to 1. */
export const shareOf = (probability: number): number => probability / 0xffff_ffff;

/** Nanoseconds of a time in seconds, for members of 64 bits. */
export const nsOf = (seconds: number): bigint => BigInt(Math.round(seconds * 1e9));
