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
} from "@rxnetlink/core";
import { defaultBy, filled, type Given, replaced, where } from "../request.js";

/** Reordering is by distance, and by probability only where there is one. */
const gapFor = ({ reorder }: { reorder?: { probability?: number } }) => (reorder?.probability ? 1 : 0);

/** The fixed part of the settings of `netem` (`struct tc_netem_qopt`). */
export const netemQopt = struct("tc_netem_qopt", {
  /** Delay, in ticks; `latency64` has it in ns. */
  latency: u32,
  /** Longest queue, in packets; 1000 by default. */
  limit: orDefault(u32, 1000),
  /** Probability that a packet is lost, of 2^32 - 1. */
  qoptLoss: u32,
  /** Distance of packets that are sent at once, for reordering; 0 is none. 1 by default where there is a probability of that. */
  gap: defaultBy(u32, gapFor),
  /** Probability that a packet is sent twice, of 2^32 - 1. */
  duplicate: u32,
  /** Deviation of the delay, in ticks; `jitter64` has it in ns. */
  jitter: u32,
});
/** The fixed part of the settings of `netem`. */
export interface NetemQopt extends Infer<typeof netemQopt> {}

/** How much each random value depends on the one before, of 2^32 - 1 (`struct tc_netem_corr`). */
export const netemCorr = struct("tc_netem_corr", {
  /** The delay. */
  delayCorr: u32,
  /** Losses. */
  lossCorr: u32,
  /** Duplicates. */
  dupCorr: u32,
});
/** How much each random value depends on the one before, of 2^32 - 1. */
export interface NetemCorr extends Infer<typeof netemCorr> {}

/** Reordering (`struct tc_netem_reorder`). */
export const netemReorder = struct("tc_netem_reorder", {
  /** Probability that a packet is sent at once, of 2^32 - 1. */
  probability: required(u32),
  /** How much that depends on the one before, of 2^32 - 1. */
  correlation: u32,
});
/** Reordering. */
export interface NetemReorder extends Infer<typeof netemReorder> {}

/** Corruption (`struct tc_netem_corrupt`). */
export const netemCorrupt = struct("tc_netem_corrupt", {
  /** Probability that a bit is flipped, of 2^32 - 1. */
  probability: required(u32),
  /** How much that depends on the one before, of 2^32 - 1. */
  correlation: u32,
});
/** Corruption. */
export interface NetemCorrupt extends Infer<typeof netemCorrupt> {}

/** Rate of the emulated link (`struct tc_netem_rate`). */
export const netemRate = struct("tc_netem_rate", {
  /** Rate, in bytes/s; above 2^32 - 1 `rate64` has it. */
  rate: required(u32),
  /** Bytes that each packet has more. */
  packetOverhead: s32,
  /** Bytes of a cell; 0 is without cells. */
  cellSize: u32,
  /** Bytes that each cell has more. */
  cellOverhead: s32,
});
/** Rate of the emulated link. */
export interface NetemRate extends Infer<typeof netemRate> {}

/** Slots in which packets are sent (`struct tc_netem_slot`). */
export const netemSlot = struct("tc_netem_slot", {
  /** Least time between slots, in ns. */
  minDelay: s64,
  /** Most time between slots, in ns; `minDelay` by default. */
  maxDelay: defaultBy(s64, ({ minDelay = 0n }: { minDelay?: bigint }) => minDelay),
  /** Most packets in a slot; 0 is no limit. */
  maxPackets: s32,
  /** Most bytes in a slot; 0 is no limit. */
  maxBytes: s32,
  /** Mean time between slots for a distribution, in ns. */
  distDelay: s64,
  /** Deviation of that, in ns. */
  distJitter: s64,
});
/** Slots in which packets are sent. */
export interface NetemSlot extends Infer<typeof netemSlot> {}

const ALWAYS = 0xffff_ffff;
/** What is not that. */
const otherwise = (probability: number | undefined) => ALWAYS - (probability ?? 0);

/** Losses by a Markov chain of four states; probabilities of 2^32 - 1 (`struct tc_netem_gimodel`). */
export const netemGimodel = struct("tc_netem_gimodel", {
  /** From good to a burst of losses. */
  p13: required(u32),
  /** From a burst back to good; whatever does not lead into one by default. */
  p31: defaultBy(u32, ({ p13 }: { p13?: number }) => otherwise(p13)),
  /** From a burst of losses to good packets within it; never by default. */
  p32: u32,
  /** From good to a single loss; never by default. */
  p14: u32,
  /** From good packets within a burst back to losses; always by default. */
  p23: orDefault(u32, ALWAYS),
});
/** Losses by a Markov chain of four states; probabilities of 2^32 - 1. */
export interface NetemGimodel extends Infer<typeof netemGimodel> {}

/** Losses by Gilbert and Elliot's chain of two states; probabilities of 2^32 - 1 (`struct tc_netem_gemodel`). */
export const netemGemodel = struct("tc_netem_gemodel", {
  /** From good to bad. */
  p: required(u32),
  /** From bad to good; whatever does not lead there by default. */
  r: defaultBy(u32, ({ p }: { p?: number }) => otherwise(p)),
  /** That a packet gets through in the bad state; never by default. */
  h: u32,
  /** That a packet is lost in the good state; never by default. */
  k1: u32,
});
/** Losses by Gilbert and Elliot's chain of two states; probabilities of 2^32 - 1. */
export interface NetemGemodel extends Infer<typeof netemGemodel> {}

/** Losses by a model; one of them (`NETEM_LOSS_*`). */
export const netemLossAttributes = attributes("netem-loss-attrs", "NETEM_LOSS_", {
  /** Four states. */
  gi: [1, nest<NetemGimodel>(netemGimodel)],
  /** Two states. */
  ge: [2, nest<NetemGemodel>(netemGemodel)],
});
/** Losses by a model; one of them. */
export interface NetemLoss extends Infer<typeof netemLossAttributes> {}

/** Settings of `netem` beside the fixed part (`TCA_NETEM_*`). */
export const netemAttributes = attributes("netem-attrs", "TCA_NETEM_", {
  /** Correlations. */
  corr: [1, nest<NetemCorr>(netemCorr)],
  /** Distribution of the delay, in 1/8192 of the jitter; write-only. */
  delayDist: [2, packed(s16)],
  /** Reordering. */
  reorder: [3, nest<NetemReorder>(netemReorder)],
  /** Corruption. */
  corrupt: [4, nest<NetemCorrupt>(netemCorrupt)],
  /** Losses by a model. */
  loss: [5, nest<NetemLoss>(netemLossAttributes)],
  /** Rate of the link. */
  rate: [6, nest<NetemRate>(netemRate)],
  /** Whether packets are marked in place of being lost, 0 or 1. */
  ecn: [7, u32],
  /** Rate, in bytes/s, where 32 bits are too few. */
  rate64: [8, u64],
  /** Alignment. */
  pad: [9, padding],
  /** Delay, in ns; since 4.15. */
  latency64: [10, s64],
  /** Deviation of the delay, in ns; since 4.15. */
  jitter64: [11, s64],
  /** Slots. */
  slot: [12, nest<NetemSlot>(netemSlot)],
  /** Distribution of the time between slots; write-only. */
  slotDist: [13, packed(s16)],
  /** Seed of the random numbers; since 6.6. */
  prngSeed: [14, u64],
});

/** Settings of `netem`, which emulates a network: delay, losses, reordering. */
export const netemMessage = message("netem", netemQopt, netemAttributes);
/** Settings of `netem`, which emulates a network: delay, losses, reordering. */
export interface Netem extends Infer<typeof netemMessage> {}

const LARGEST = 0xffff_ffffn;

/** A rate of 64 bits is said in 32 too, as far as these go. */
function fill({ rate, rate64, ...given }: Given<Netem>): Given<Netem> {
  const least = rate64 !== undefined && rate64 < LARGEST ? rate64 : LARGEST;
  if (rate64 === undefined) return { ...given, rate };
  return { ...given, rate: { ...rate, rate: Number(least) }, rate64 };
}

/** The kernel resets what is not said; where one thing is said in two ways, the one that was given counts. */
export const netem = filled(
  replaced(nest<Netem>(netemMessage), ({ latency, jitter, qoptLoss, rate }) => [
    ...where(latency !== undefined, "latency64"),
    ...where(jitter !== undefined, "jitter64"),
    ...where(qoptLoss !== undefined, "loss"),
    ...where(rate?.rate !== undefined, "rate64"),
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
  /** Packets sent twice. */
  duplicated: u64,
  /** Packets sent at once. */
  reordered: u64,
  /** Packets marked in place of being lost. */
  ecnMarked: u64,
  /** Packets for which there was no memory. */
  allocationErrors: u64,
});
/** Statistics of `netem`; since 7.1. */
export interface NetemXstats extends Infer<typeof netemXstats> {}
