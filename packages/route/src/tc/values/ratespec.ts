import {
  enumeration,
  type Infer,
  orDefault,
  required,
  s16,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import type { Input } from "../request.js";

/** Link layers (`TC_LINKLAYER_*`). */
export const linklayer = enumeration("TC_LINKLAYER_", u8, {
  /** Unknown; the rate table accounts for it. */
  unaware: 0,
  /** Frames. */
  ethernet: 1,
  /** ATM cells of 53 bytes. */
  atm: 2,
});

/** Rate (`struct tc_ratespec`). */
export const ratespec = struct("tc_ratespec", {
  /** Step of the rate table, as log2 of bytes; 3 by default, for packets of up to 2047 bytes. */
  cellLog: orDefault(u8, 3),
  /** Link layer; frames by default. */
  linklayer: orDefault(linklayer, "ethernet"),
  /** Overhead added to each packet, in bytes. */
  overhead: u16,
  /** -1 in a request, the default. */
  cellAlign: orDefault(s16, -1),
  /** Minimum packet size, in bytes. */
  mpu: u16,
  /** Rate, in bytes/s. */
  rate: required(u32),
});
/** Rate. */
export interface Ratespec extends Infer<typeof ratespec> {}

/** Largest rate that fits in 32 bits. */
const LARGEST = 0xffff_ffffn;

/** Returns the 32-bit rate that goes with a 64-bit attribute, if there is one; the kernel uses the latter. */
export function ratespecBeside64(
  rate64: bigint | undefined,
  spec: Input<Ratespec> | undefined,
): Input<Ratespec> | undefined {
  return rate64 === undefined ? spec : { ...spec, rate: Number(rate64 < LARGEST ? rate64 : LARGEST) };
}

/** Returns the effective rate, in bytes/s; 0 if there is none. */
export function effectiveRate(rate64: bigint | undefined, spec: Input<Ratespec> | undefined): number {
  return Number(rate64 ?? spec?.rate ?? 0);
}
