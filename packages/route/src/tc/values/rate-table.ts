import { aNumber, anObject, checkOptions, type OptionChecks, oneOf, u32, Writer } from "@rxnetlink/core";
import type { Ratespec } from "./ratespec.js";
import { PSCHED, type Psched, xmitTime } from "./units.js";

/** `TC_RTAB_SIZE / 4`: entries of a rate table. */
const ENTRIES = 256;
/** The largest packet where nothing is said of it, in bytes. */
const MTU = 2047;
const CELL_PAYLOAD = 48;
const CELL_SIZE = 53;
/** The largest rate that 32 bits hold; an attribute of 64 bits goes beside it where it is larger. */
const LARGEST = 0xffff_ffff;

/** How the link below wraps packets. */
export interface LinkShape {
  /** Largest packet, in bytes; 2047 where absent. */
  readonly mtu?: number;
  /** Least size of a packet, in bytes. */
  readonly mpu?: number;
  /** Bytes that each packet has more. */
  readonly overhead?: number;
  /** How the link wraps packets. */
  readonly linklayer?: "ethernet" | "atm";
}

/** What each member of {@link LinkShape} has to be. */
export const linkShapeChecks: OptionChecks<LinkShape> = {
  mtu: aNumber,
  mpu: aNumber,
  overhead: aNumber,
  linklayer: oneOf("ethernet", "atm"),
};

/** What a rate table is made of. */
export interface RateTableOptions extends LinkShape {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** The clock of the packet scheduler. */
  readonly psched?: Psched;
}

/** Step of a table whose last entry is for packets of `mtu` bytes, as log2 of bytes. */
export function cellLogOf(mtu: number): number {
  let log = 0;
  while (mtu >> log >= ENTRIES) log++;
  return log;
}

/** Size of a packet on the wire, in bytes. */
export function sizeOnLink(size: number, mpu: number, linklayer: string): number {
  const least = Math.max(size, mpu);
  return linklayer === "atm" ? Math.ceil(least / CELL_PAYLOAD) * CELL_SIZE : least;
}

/**
 * The table of a rate, `TCA_*_RTAB`: how long packets take, in ticks, by size. Only `police` needs it; `htb` and
 * `tbf` look at theirs where the link layer is unknown (before 3.8 always).
 */
export function rateTable(options: RateTableOptions): Uint8Array {
  checkOptions("rateTable", options, { ...linkShapeChecks, rate: aNumber, psched: anObject });
  const { rate, mtu = MTU, mpu = 0, linklayer = "ethernet", psched = PSCHED } = options;
  const cellLog = cellLogOf(mtu);
  const out = new Writer();
  for (let i = 1; i <= ENTRIES; i++)
    u32.write(out, Math.min(xmitTime(rate, sizeOnLink(i << cellLog, mpu, linklayer), psched), LARGEST));
  return out.take();
}

/** A rate in bytes/s for structs that hold 32 bits of it; {@link rate64Of} is what goes beside. */
export function ratespecOf(rate: number, shape: LinkShape = {}): Ratespec {
  checkOptions("ratespecOf", shape, linkShapeChecks);
  const { mtu = MTU, mpu = 0, overhead = 0, linklayer = "ethernet" } = shape;
  return { cellLog: cellLogOf(mtu), linklayer, overhead, cellAlign: -1, mpu, rate: Math.min(rate, LARGEST) };
}

/** No rate. */
export const NO_RATE: Ratespec = {
  cellLog: 0,
  linklayer: "unaware",
  overhead: 0,
  cellAlign: 0,
  mpu: 0,
  rate: 0,
};

/** The attribute of 64 bits for a rate in bytes/s, or nothing where 32 bits hold it. */
export function rate64Of<K extends string>(key: K, rate: number): { [P in K]?: bigint } {
  return (rate > LARGEST ? { [key]: BigInt(rate) } : {}) as { [P in K]?: bigint };
}
