import { aNumber, anObject, checkOptions, type OptionChecks, oneOf } from "@rxnetlink/core/internal";
import { u32, Writer } from "@rxnetlink/core/schema";
import type { Ratespec } from "./ratespec.js";
import { PSCHED, type Psched, xmitTime } from "./units.js";

/** `TC_RTAB_SIZE / 4`: number of entries of a rate table. */
const ENTRIES = 256;
/** Default maximum packet size, in bytes. */
const MTU = 2047;
const CELL_PAYLOAD = 48;
const CELL_SIZE = 53;
/** Largest rate that fits in 32 bits; larger ones go in a 64-bit attribute as well. */
const LARGEST = 0xffff_ffff;

/** Framing of the link. */
export interface LinkShape {
  /** Maximum packet size, in bytes; 2047 when absent. */
  readonly mtu?: number;
  /** Minimum packet size, in bytes. */
  readonly mpu?: number;
  /** Overhead added to each packet, in bytes. */
  readonly overhead?: number;
  /** Link layer; frames when absent. */
  readonly linklayer?: "ethernet" | "atm";
}

/** Checks of the members of {@link LinkShape}. */
export const linkShapeChecks: OptionChecks<LinkShape> = {
  mtu: aNumber,
  mpu: aNumber,
  overhead: aNumber,
  linklayer: oneOf("ethernet", "atm"),
};

/** Options of {@link rateTable}. */
export interface RateTableOptions extends LinkShape {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** Clock of the packet scheduler. */
  readonly psched?: Psched;
}

/** Returns the step of a table whose last entry covers packets of `mtu` bytes, as log2 of bytes. */
export function cellLogOf(mtu: number): number {
  let log = 0;
  while (mtu >> log >= ENTRIES) log++;
  return log;
}

/** Returns the size of a packet on the wire, in bytes. */
export function sizeOnLink(size: number, mpu: number, linklayer: string): number {
  const least = Math.max(size, mpu);
  return linklayer === "atm" ? Math.ceil(least / CELL_PAYLOAD) * CELL_SIZE : least;
}

/**
 * Returns the table of a rate, `TCA_*_RTAB`: the transmission time of packets in ticks, by size. Only `police` needs
 * it; `htb` and `tbf` use theirs when the link layer is unknown (always before 3.8).
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

/** Returns a rate in bytes/s for structs that hold 32 bits of it; see {@link rate64Of} for the rest. */
export function ratespecOf(rate: number, shape: LinkShape = {}): Ratespec {
  checkOptions("ratespecOf", shape, linkShapeChecks);
  const { mtu = MTU, mpu = 0, overhead = 0, linklayer = "ethernet" } = shape;
  return { cellLog: cellLogOf(mtu), linklayer, overhead, cellAlign: -1, mpu, rate: Math.min(rate, LARGEST) };
}

/** No rate: all zeros. */
export const NO_RATE: Ratespec = {
  cellLog: 0,
  linklayer: "unaware",
  overhead: 0,
  cellAlign: 0,
  mpu: 0,
  rate: 0,
};

/** Returns the 64-bit attribute of a rate in bytes/s, or nothing if the rate fits in 32 bits. */
export function rate64Of<K extends string>(key: K, rate: number): { [P in K]?: bigint } {
  return (rate > LARGEST ? { [key]: BigInt(rate) } : {}) as { [P in K]?: bigint };
}
