import { enumeration, type Infer, orDefault, required, s16, struct, u8, u16, u32 } from "@rxnetlink/core";
import type { Given } from "../request.js";

/** How the link below wraps packets (`TC_LINKLAYER_*`). */
export const linklayer = enumeration("TC_LINKLAYER_", u8, {
  /** Not known; the rate table says. */
  unaware: 0,
  /** In frames. */
  ethernet: 1,
  /** In cells of 53 bytes. */
  atm: 2,
});

/** A rate (`struct tc_ratespec`). */
export const ratespec = struct("tc_ratespec", {
  /** Step of the rate table, as log2 of bytes; 3 by default, for packets of up to 2047 bytes. */
  cellLog: orDefault(u8, 3),
  /** How the link wraps packets; in frames by default. */
  linklayer: orDefault(linklayer, "ethernet"),
  /** Bytes that each packet has more. */
  overhead: u16,
  /** -1 in a request, which is the default. */
  cellAlign: orDefault(s16, -1),
  /** Least size of a packet, in bytes. */
  mpu: u16,
  /** Rate, in bytes/s. */
  rate: required(u32),
});
/** A rate. */
export interface Ratespec extends Infer<typeof ratespec> {}

/** The largest rate that 32 bits hold. */
const LARGEST = 0xffff_ffffn;

/** A rate beside the attribute of 64 bits, which counts where there is one. */
export function beside(
  rate64: bigint | undefined,
  spec: Given<Ratespec> | undefined,
): Given<Ratespec> | undefined {
  return rate64 === undefined ? spec : { ...spec, rate: Number(rate64 < LARGEST ? rate64 : LARGEST) };
}

/** The rate that is meant, in bytes/s; 0 where none is. */
export function speedOf(rate64: bigint | undefined, spec: Given<Ratespec> | undefined): number {
  return Number(rate64 ?? spec?.rate ?? 0);
}
