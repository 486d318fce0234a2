import {
  attributes,
  type Infer,
  message,
  nest,
  orDefault,
  packed,
  padding,
  required,
  s16,
  s32,
  s64,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { defaultBy, type Input, keysIf, replacedWhole, withDefaults } from "../../request.js";

/** Reordering goes by distance; a distance is needed only when it has a probability. */
const gapFor = ({ reorder }: { reorder?: { probability?: number } }) => (reorder?.probability ? 1 : 0);

/** Fixed part of the settings of `netem` (`struct tc_netem_qopt`). */
export const netemQopt = struct("tc_netem_qopt", {
  /** Delay, in ticks; `latency64` has it in ns. */
  latency: u32,
  /** Maximum queue length, in packets; 1000 by default. */
  limit: orDefault(u32, 1000),
  /** Probability of packet loss, as a fraction of 2^32 - 1. */
  qoptLoss: u32,
  /**
   * Distance between packets sent immediately, for reordering; 0 is none; 1 by default when `reorder` has a
   * probability.
   */
  gap: defaultBy(u32, gapFor),
  /** Probability of packet duplication, as a fraction of 2^32 - 1. */
  duplicate: u32,
  /** Jitter, the deviation of the delay, in ticks; `jitter64` has it in ns. */
  jitter: u32,
});
/** Fixed part of the settings of `netem`. */
export interface NetemQopt extends Infer<typeof netemQopt> {}

/** Correlation of each random value with the previous one, as a fraction of 2^32 - 1 (`struct tc_netem_corr`). */
export const netemCorr = struct("tc_netem_corr", {
  /** Correlation of delays. */
  delayCorr: u32,
  /** Correlation of losses. */
  lossCorr: u32,
  /** Correlation of duplications. */
  dupCorr: u32,
});
/** Correlation of each random value with the previous one, as a fraction of 2^32 - 1. */
export interface NetemCorr extends Infer<typeof netemCorr> {}

/** Reordering (`struct tc_netem_reorder`). */
export const netemReorder = struct("tc_netem_reorder", {
  /** Probability that a packet is sent immediately, as a fraction of 2^32 - 1. */
  probability: required(u32),
  /** Correlation with the previous value, as a fraction of 2^32 - 1. */
  correlation: u32,
});
/** Reordering. */
export interface NetemReorder extends Infer<typeof netemReorder> {}

/** Corruption (`struct tc_netem_corrupt`). */
export const netemCorrupt = struct("tc_netem_corrupt", {
  /** Probability that a bit is flipped, as a fraction of 2^32 - 1. */
  probability: required(u32),
  /** Correlation with the previous value, as a fraction of 2^32 - 1. */
  correlation: u32,
});
/** Corruption. */
export interface NetemCorrupt extends Infer<typeof netemCorrupt> {}

/** Rate of the emulated link (`struct tc_netem_rate`). */
export const netemRate = struct("tc_netem_rate", {
  /** Rate, in bytes/s; above 2^32 - 1, see `rate64`. */
  rate: required(u32),
  /** Overhead added to each packet, in bytes. */
  packetOverhead: s32,
  /** Cell size, in bytes; 0 is no cells. */
  cellSize: u32,
  /** Overhead added to each cell, in bytes. */
  cellOverhead: s32,
});
/** Rate of the emulated link. */
export interface NetemRate extends Infer<typeof netemRate> {}

/** Slots in which packets are sent (`struct tc_netem_slot`). */
export const netemSlot = struct("tc_netem_slot", {
  /** Minimum time between slots, in ns. */
  minDelay: s64,
  /** Maximum time between slots, in ns; `minDelay` by default. */
  maxDelay: defaultBy(s64, ({ minDelay = 0n }: { minDelay?: bigint }) => minDelay),
  /** Maximum number of packets in a slot; 0 is no limit. */
  maxPackets: s32,
  /** Maximum number of bytes in a slot; 0 is no limit. */
  maxBytes: s32,
  /** Mean time between slots for a distribution, in ns. */
  distDelay: s64,
  /** Jitter of that time, in ns. */
  distJitter: s64,
});
/** Slots in which packets are sent. */
export interface NetemSlot extends Infer<typeof netemSlot> {}

const ALWAYS = 0xffff_ffff;
/** Returns the complement of a probability. */
const complementOf = (probability: number | undefined) => ALWAYS - (probability ?? 0);

/** Loss by a Markov chain of four states, probabilities as fractions of 2^32 - 1 (`struct tc_netem_gimodel`). */
export const netemGimodel = struct("tc_netem_gimodel", {
  /** Probability of entering a burst of losses. */
  p13: required(u32),
  /** Probability of leaving the burst; the complement of `p13` by default. */
  p31: defaultBy(u32, ({ p13 }: { p13?: number }) => complementOf(p13)),
  /** Probability of good packets within the burst; 0 by default. */
  p32: u32,
  /** Probability of a single loss outside a burst; 0 by default. */
  p14: u32,
  /** Probability of losses again within the burst; 1 by default. */
  p23: orDefault(u32, ALWAYS),
});
/** Loss by a Markov chain of four states, probabilities as fractions of 2^32 - 1. */
export interface NetemGimodel extends Infer<typeof netemGimodel> {}

/** Loss by the Gilbert-Elliot chain of two states, probabilities as fractions of 2^32 - 1 (`struct tc_netem_gemodel`). */
export const netemGemodel = struct("tc_netem_gemodel", {
  /** Probability of entering the bad state. */
  p: required(u32),
  /** Probability of leaving the bad state; the complement of `p` by default. */
  r: defaultBy(u32, ({ p }: { p?: number }) => complementOf(p)),
  /** Probability of transmission in the bad state; 0 by default. */
  h: u32,
  /** Probability of loss in the good state; 0 by default. */
  k1: u32,
});
/** Loss by the Gilbert-Elliot chain of two states, probabilities as fractions of 2^32 - 1. */
export interface NetemGemodel extends Infer<typeof netemGemodel> {}

/** Loss model, one of the members (`NETEM_LOSS_*`). */
export const netemLossAttributes = attributes("netem-loss-attrs", "NETEM_LOSS_", {
  /** Four-state model. */
  gi: [1, nest<NetemGimodel>(netemGimodel)],
  /** Two-state model. */
  ge: [2, nest<NetemGemodel>(netemGemodel)],
});
/** Loss model, one of the members. */
export interface NetemLoss extends Infer<typeof netemLossAttributes> {}

/** Settings of `netem` after the fixed part (`TCA_NETEM_*`). */
export const netemAttributes = attributes("netem-attrs", "TCA_NETEM_", {
  /** Correlations. */
  corr: [1, nest<NetemCorr>(netemCorr)],
  /** Distribution of the delay, in 1/8192 of the jitter; write-only. */
  delayDist: [2, packed(s16)],
  /** Reordering. */
  reorder: [3, nest<NetemReorder>(netemReorder)],
  /** Corruption. */
  corrupt: [4, nest<NetemCorrupt>(netemCorrupt)],
  /** Loss model. */
  loss: [5, nest<NetemLoss>(netemLossAttributes)],
  /** Rate of the link. */
  rate: [6, nest<NetemRate>(netemRate)],
  /** Marks packets (ECN) instead of losing them, 0 or 1. */
  ecn: [7, u32],
  /** Rate, in bytes/s, when it exceeds 32 bits. */
  rate64: [8, u64],
  /** Alignment. */
  pad: [9, padding],
  /** Delay, in ns; since 4.15. */
  latency64: [10, s64],
  /** Jitter, in ns; since 4.15. */
  jitter64: [11, s64],
  /** Slots. */
  slot: [12, nest<NetemSlot>(netemSlot)],
  /** Distribution of the time between slots; write-only. */
  slotDist: [13, packed(s16)],
  /** Seed of the random number generator; since 6.6. */
  prngSeed: [14, u64],
});

/** Settings of `netem`, which emulates a network: delay, loss, reordering. */
export const netemMessage = message("netem", netemQopt, netemAttributes);
/** Settings of `netem`, which emulates a network: delay, loss, reordering. */
export interface Netem extends Infer<typeof netemMessage> {}

const LARGEST = 0xffff_ffffn;

/** Fills in the 32-bit rate beside a 64-bit one, as far as it fits. */
function fill({ rate, rate64, ...given }: Input<Netem>): Input<Netem> {
  const least = rate64 !== undefined && rate64 < LARGEST ? rate64 : LARGEST;
  if (rate64 === undefined) return { ...given, rate };
  return { ...given, rate: { ...rate, rate: Number(least) }, rate64 };
}

/** Layout of {@link Netem}, which the kernel replaces as a whole; a new value displaces its alternative form. */
export const netem = withDefaults(
  replacedWhole(nest<Netem>(netemMessage), ({ latency, jitter, qoptLoss, rate }) => [
    ...keysIf(latency !== undefined, "latency64"),
    ...keysIf(jitter !== undefined, "jitter64"),
    ...keysIf(qoptLoss !== undefined, "loss"),
    ...keysIf(rate?.rate !== undefined, "rate64"),
  ]),
  fill,
);

/** Statistics of `netem`; since 7.1 (`struct tc_netem_xstats`). */
export const netemXstats = struct("tc_netem_xstats", {
  /** Packets delayed. */
  delayed: u64,
  /** Packets lost. */
  dropped: u64,
  /** Packets corrupted. */
  corrupted: u64,
  /** Packets duplicated. */
  duplicated: u64,
  /** Packets sent immediately. */
  reordered: u64,
  /** Packets marked instead of lost. */
  ecnMarked: u64,
  /** Packets dropped for lack of memory. */
  allocationErrors: u64,
});
/** Statistics of `netem`; since 7.1. */
export interface NetemXstats extends Infer<typeof netemXstats> {}
