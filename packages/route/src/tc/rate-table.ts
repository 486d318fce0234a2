import { u32, Writer } from "@rxnetlink/core";
import type { Ratespec } from "./ratespec.js";
import { PSCHED, type Psched, xmitTime } from "./units.js";

/** `TC_RTAB_SIZE / 4`: entries of a rate table. */
const ENTRIES = 256;
/** The largest packet where nothing is said of it, in bytes. */
const MTU = 2047;
const CELL_PAYLOAD = 48;
const CELL_SIZE = 53;

/** What a rate table is made of. */
export interface RateTableOptions {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** Largest packet, in bytes; 2047 where absent. */
  readonly mtu?: number;
  /** Least size of a packet, in bytes. */
  readonly mpu?: number;
  /** Bytes that each packet has more. */
  readonly overhead?: number;
  /** How the link wraps packets. */
  readonly linklayer?: "ethernet" | "atm";
  /** The clock of the packet scheduler. */
  readonly psched?: Psched;
}

/** A rate and its table. */
export interface RateTable {
  /** The rate, for the struct beside the table. */
  readonly spec: Ratespec;
  /** The table, for `rtab`, `ptab`, `ctab` and those of `police`. */
  readonly table: Uint8Array;
}

/** Step of a table whose last entry is for packets of `mtu` bytes, as log2 of bytes. */
export function cellLogOf(mtu: number): number {
  let log = 0;
  while (mtu >> log >= ENTRIES) log++;
  return log;
}

/** Size of a packet on the wire. */
function sizeOnLink(size: number, mpu: number, linklayer: string): number {
  const least = Math.max(size, mpu);
  return linklayer === "atm" ? Math.ceil(least / CELL_PAYLOAD) * CELL_SIZE : least;
}

/**
 * A rate with its table, `TCA_*_RTAB`: how long packets take, in ticks, by size. Only `police` needs the table;
 * `htb` and `tbf` look at it where the link layer is unknown (before 3.8 always).
 */
export function rateTable(options: RateTableOptions): RateTable {
  const { rate, mtu = MTU, mpu = 0, overhead = 0, linklayer = "ethernet", psched = PSCHED } = options;
  const cellLog = cellLogOf(mtu);
  const out = new Writer();
  for (let i = 1; i <= ENTRIES; i++)
    u32.write(out, xmitTime(rate, sizeOnLink(i << cellLog, mpu, linklayer), psched));
  return { spec: { cellLog, linklayer, overhead, cellAlign: -1, mpu, rate }, table: out.take() };
}

/** A rate without table, as `htb` and `tbf` take it; `rate` in bytes/s, above 2^32 - 1 with `rate64` beside it. */
export function ratespecOf(rate: number, options: Omit<RateTableOptions, "rate"> = {}): Ratespec {
  const { mtu = MTU, mpu = 0, overhead = 0, linklayer = "ethernet" } = options;
  return {
    cellLog: cellLogOf(mtu),
    linklayer,
    overhead,
    cellAlign: -1,
    mpu,
    rate: Math.min(rate, 0xffff_ffff),
  };
}
