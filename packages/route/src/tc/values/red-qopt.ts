import { flags, type Infer, required, struct, u8, u32 } from "@rxnetlink/core";

/** How `red` and its kin signal congestion (`TC_RED_*`). */
export const redFlags = flags("TC_RED_", u8, {
  /** Packets are marked before they are dropped. */
  ecn: 1,
  /** Above `qthMax` all are dropped, also those that could be marked. */
  harddrop: 2,
  /** The probability adapts itself. */
  adaptative: 4,
  /** Packets that cannot be marked are queued; since 5.6. */
  nodrop: 8,
});

/** Thresholds of random early detection (`struct tc_red_qopt`). */
export const redQopt = struct("tc_red_qopt", {
  /** Longest queue, in bytes; in packets for `choke`. */
  limit: required(u32),
  /** Mean queue from which packets are signalled, in bytes; in packets for `choke`; a third of `qthMax` by default. */
  qthMin: u32,
  /** Mean queue from which all are; a fourth of `limit` by default. */
  qthMax: u32,
  /** Weight of the newest value in the mean, as -log2; that of a burst between the thresholds by default; see {@link redWeight}. */
  wlog: u8,
  /** Probability at `qthMax` over the distance of the thresholds, as -log2; that of `maxP` by default; see {@link redProbability}. */
  plog: u8,
  /** Step of `stab`, as log2 of ticks; that of a link of 10 Mbit/s by default. */
  scellLog: u8,
  /** How congestion is signalled. */
  flags: redFlags,
});
/** Thresholds of random early detection. */
export interface RedQopt extends Infer<typeof redQopt> {}
