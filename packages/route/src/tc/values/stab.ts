import { aNumber, checkOptions } from "@rxnetlink/core/internal";
import {
  attributes,
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
} from "@rxnetlink/core/schema";
import { type Input, withDefaults } from "../request.js";
import { linkShapeChecks, sizeOnLink } from "./rate-table.js";

/** Parameters of a size table (`struct tc_sizespec`). */
export const sizespec = struct("tc_sizespec", {
  /** Step of the table, as log2 of bytes. */
  cellLog: u8,
  /** Left shift of the table's entries, in bits. */
  sizeLog: u8,
  /** Added to the size before the lookup, in bytes. */
  cellAlign: s16,
  /** Overhead added to each packet, in bytes. */
  overhead: s32,
  /** Link layer: 0 unspecified, 1 frames, 2 ATM cells. */
  linklayer: u32,
  /** Minimum packet size, in bytes. */
  mpu: u32,
  /** Maximum packet size, in bytes. */
  mtu: u32,
  /** Number of entries; 0 is none, the default unless the link has ATM cells or a minimum size. */
  tsize: u32,
});
/** Parameters of a size table. */
export interface TcSizespec extends Infer<typeof sizespec> {}

/** Table of packet sizes on the wire (`TCA_STAB_*`). */
export const stabAttributes = attributes("tca-stab-attrs", "TCA_STAB_", {
  /** Parameters of the table. */
  base: [1, nest<TcSizespec>(sizespec)],
  /** Entries; write-only, computed from `base` when absent. */
  data: [2, packed(u16)],
});
/** Table of packet sizes on the wire. */
export interface TcStab extends Infer<typeof stabAttributes> {}

/** Options of {@link stabOf}. */
export interface StabShape {
  /** Link layer; frames when absent. */
  readonly linklayer?: "ethernet" | "atm";
  /** Overhead added to each packet, in bytes. */
  readonly overhead?: number;
  /** Minimum packet size, in bytes. */
  readonly mpu?: number;
  /** Largest packet that the table covers, in bytes; 2047 when absent. */
  readonly mtu?: number;
  /** Number of entries; 512 when absent. */
  readonly tsize?: number;
}

const WORD = 0xffff;
const LAYERS = { none: 0, ethernet: 1, atm: 2 } as const;

/**
 * Returns a size table: `tc qdisc … stab linklayer atm overhead 20 mpu 64 …`. Frames with a fixed overhead need no
 * table.
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

/** Fills in the table, which the kernel does not report but requires. */
function fill({ base = {}, data }: Input<TcStab>): Input<TcStab> {
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

/** Layout of {@link TcStab} with the table filled in. */
export const stab: Type<TcStab> = withDefaults(nest<TcStab>(stabAttributes), fill);
