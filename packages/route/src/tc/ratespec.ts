import { enumeration, type Infer, s16, struct, u8, u16, u32 } from "@rxnetlink/core";

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
  /** Step of the rate table, as log2 of bytes. */
  cellLog: u8,
  /** How the link wraps packets. */
  linklayer: linklayer,
  /** Bytes that each packet has more. */
  overhead: u16,
  /** -1 in a request. */
  cellAlign: s16,
  /** Least size of a packet, in bytes. */
  mpu: u16,
  /** Rate, in bytes/s. */
  rate: u32,
});
/** A rate. */
export interface Ratespec extends Infer<typeof ratespec> {}
