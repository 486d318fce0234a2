import { attributes, type Infer, nest, packed, s16, s32, struct, u8, u16, u32 } from "@rxnetlink/core";

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
  /** How the link wraps packets: 1 frames, 2 ATM cells. */
  linklayer: u32,
  /** Least size, in bytes. */
  mpu: u32,
  /** Largest size, in bytes. */
  mtu: u32,
  /** How many entries the table has. */
  tsize: u32,
});
/** How sizes of packets are computed. */
export interface TcSizespec extends Infer<typeof sizespec> {}

/** Table of sizes of packets as they are on the wire (`TCA_STAB_*`). */
export const stabAttributes = attributes("tca-stab-attrs", "TCA_STAB_", {
  /** How it is computed. */
  base: [1, nest<TcSizespec>(sizespec)],
  /** The table. */
  data: [2, packed(u16)],
});
/** Table of sizes of packets as they are on the wire. */
export interface TcStab extends Infer<typeof stabAttributes> {}
