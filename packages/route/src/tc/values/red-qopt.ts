import { flags, type Infer, required, struct, u8, u32 } from "@rxnetlink/core/schema";

/** Congestion signalling of `red` and similar qdiscs (`TC_RED_*`). */
export const redFlags = flags("TC_RED_", u8, {
  /** Marks packets (ECN) before dropping them. */
  ecn: 1,
  /** Drops all packets above `qthMax`, even those that could be marked. */
  harddrop: 2,
  /** Adapts the probability automatically. */
  adaptative: 4,
  /** Queues packets that cannot be marked; since 5.6. */
  nodrop: 8,
});

/** Thresholds of random early detection (`struct tc_red_qopt`). */
export const redQopt = struct("tc_red_qopt", {
  /** Maximum queue length, in bytes; in packets for `choke`. */
  limit: required(u32),
  /**
   * Average queue length above which packets are signalled, in bytes; in packets for `choke`; a third of `qthMax` by
   * default.
   */
  qthMin: u32,
  /** Average queue length above which all packets are signalled, likewise; a fourth of `limit` by default. */
  qthMax: u32,
  /**
   * Weight of the latest queue length in the average, as -log2; by default for a burst between the thresholds, see
   * {@link redWeight}.
   */
  wlog: u8,
  /**
   * Probability at `qthMax` over the distance between the thresholds, as -log2; from `maxP` by default, see
   * {@link redProbability}.
   */
  plog: u8,
  /** Step of `stab`, as log2 of ticks; for a link of 10 Mbit/s by default. */
  scellLog: u8,
  /** Congestion signalling. */
  flags: redFlags,
});
/** Thresholds of random early detection. */
export interface RedQopt extends Infer<typeof redQopt> {}
