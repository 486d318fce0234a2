import {
  aNumber,
  attributes,
  checkOptions,
  type Infer,
  nest,
  packed,
  s16,
  s32,
  struct,
  type Type,
  u8,
  u16,
  u32,
} from "@rxnetlink/core";
import { filled, type Given } from "../request.js";
import { linkShapeChecks, sizeOnLink } from "./rate-table.js";

/** How sizes of packets are computed (`struct tc_sizespec`). */
export const sizespec = struct("tc_sizespec", {
  /** Step of the table, as log2 of bytes. */
  cellLog: u8,
  /** Entries of the table are shifted left by this. */
  sizeLog: u8,
  /** What is added to the size before. */
  cellAlign: s16,
  /** Bytes that each packet has more. */
  overhead: s32,
  /** How the link wraps packets: 0 not said, 1 frames, 2 ATM cells. */
  linklayer: u32,
  /** Least size, in bytes. */
  mpu: u32,
  /** Largest size, in bytes. */
  mtu: u32,
  /** How many entries the table has; 0 is none, which is the default but for ATM cells and a least size. */
  tsize: u32,
});
/** How sizes of packets are computed. */
export interface TcSizespec extends Infer<typeof sizespec> {}

/** Table of sizes of packets as they are on the wire (`TCA_STAB_*`). */
export const stabAttributes = attributes("tca-stab-attrs", "TCA_STAB_", {
  /** How it is computed. */
  base: [1, nest<TcSizespec>(sizespec)],
  /** The table; write-only, and computed from `base` where it is absent. */
  data: [2, packed(u16)],
});
/** Table of sizes of packets as they are on the wire. */
export interface TcStab extends Infer<typeof stabAttributes> {}

/** What {@link stabOf} is told. */
export interface StabShape {
  /** How the link wraps packets; in frames where absent. */
  readonly linklayer?: "ethernet" | "atm";
  /** Bytes that each packet has more. */
  readonly overhead?: number;
  /** Least size of a packet, in bytes. */
  readonly mpu?: number;
  /** Largest packet in the table, in bytes; 2047 where absent. */
  readonly mtu?: number;
  /** Entries of the table; 512 where absent. */
  readonly tsize?: number;
}

const WORD = 0xffff;
const LAYERS = { none: 0, ethernet: 1, atm: 2 } as const;

/**
 * A size table: `tc qdisc … stab linklayer atm overhead 20 mpu 64 …`. Frames that have just some bytes more need
 * no table.
 *
 * @example
 * nl.qdisc.add$({ ifindex, stab: stabOf({ linklayer: "atm", overhead: 20 }), options: { pfifo: { limit: 100 } } });
 */
export function stabOf(shape: StabShape): TcStab {
  checkOptions("stabOf", shape, { ...linkShapeChecks, tsize: aNumber });
  const { linklayer = "none", overhead = 0, mpu = 0, mtu = 2047, tsize = 512 } = shape;
  const base = {
    cellLog: 0,
    sizeLog: 0,
    cellAlign: 0,
    overhead,
    linklayer: LAYERS[linklayer],
    mpu,
    mtu,
    tsize: 0,
  };
  if (linklayer !== "atm" && mpu === 0) return { base: { ...base, mtu: 0 } };
  let cellLog = 0;
  while ((mtu - 1) >> cellLog > tsize - 1) cellLog++;
  const sizes = sizesOf(tsize, cellLog, mpu, linklayer);
  let sizeLog = 0;
  while (Math.max(...sizes) >> sizeLog > WORD) sizeLog++;
  return {
    base: { ...base, cellLog, sizeLog, cellAlign: -1, tsize },
    data: sizes.map((it) => it >> sizeLog),
  };
}

const sizesOf = (tsize: number, cellLog: number, mpu: number, linklayer: string): number[] =>
  Array.from({ length: tsize }, (_, i) => sizeOnLink((i + 1) << cellLog, mpu, linklayer));

/** The kernel reports no table, and takes none without. */
function fill({ base = {}, data }: Given<TcStab>): Given<TcStab> {
  const { linklayer, overhead, mpu = 0, mtu, tsize = 0, cellLog = 0, sizeLog = 0 } = base;
  const name = linklayer === LAYERS.atm ? "atm" : "ethernet";
  if (data !== undefined) return { base, data };
  if (tsize !== 0) return { base, data: sizesOf(tsize, cellLog, mpu, name).map((it) => it >> sizeLog) };
  const made = stabOf({
    mpu,
    ...(linklayer && { linklayer: name }),
    ...(overhead !== undefined && { overhead }),
    ...(mtu && { mtu }),
  });
  return made.data === undefined ? { base } : made;
}

/** A size table, with what follows from `base`. */
export const stab: Type<TcStab> = filled(nest<TcStab>(stabAttributes), fill);
