import { type Infer, nest, readOnly, s32, since, struct, u8, u32 } from "@rxnetlink/core";
import { filled, type Given } from "../request.js";
import { MAX_P, redThresholds } from "../values/red-parameters.js";
import { redFlags } from "../values/red-qopt.js";

/** Settings of stochastic fairness queueing (`struct tc_sfq_qopt`). */
export const sfqQopt = struct("tc_sfq_qopt", {
  /** Bytes that a flow sends in its turn; 0 is the link's MTU. */
  quantum: u32,
  /** Time between changes of the hash, in s; 0 is never. */
  perturbPeriod: s32,
  /** Longest queue of all, in packets. */
  limit: u32,
  /** How many places the hash table has, a power of two. */
  divisor: u32,
  /** Most flows. */
  flows: u32,
});
/** Settings of stochastic fairness queueing. */
export interface SfqQopt extends Infer<typeof sfqQopt> {}

/** Packets that `sfq` signalled (`struct tc_sfqred_stats`). */
export const sfqredStats = struct("tc_sfqred_stats", {
  /** Dropped at random. */
  probDrop: u32,
  /** Dropped above `qthMax`. */
  forcedDrop: u32,
  /** Marked at random. */
  probMark: u32,
  /** Marked above `qthMax`. */
  forcedMark: u32,
  /** Marked at random at the head. */
  probMarkHead: u32,
  /** Marked above `qthMax` at the head. */
  forcedMarkHead: u32,
});
/** Packets that `sfq` signalled. */
export interface SfqredStats extends Infer<typeof sfqredStats> {}

/** Settings of `sfq`, stochastic fairness queueing; with `red` in each flow where `qthMin` is set (`struct tc_sfq_qopt_v1`). */
export const sfqQoptV1 = struct("tc_sfq_qopt_v1", {
  /** Settings of old; the rest may be absent from a request. */
  v0: nest<SfqQopt>(sfqQopt),
  /** Longest queue of a flow, in packets. */
  depth: since("3.3", u32),
  /** Whether packets are dropped at the head, 0 or 1. */
  headdrop: since("3.3", u32),
  /** Longest queue of a flow with `red`, in bytes; the thresholds follow from it where they are absent, as for `red`. */
  limit: since("3.3", u32),
  /** Mean queue from which packets are signalled, in bytes; 0 is without `red`. */
  qthMin: since("3.3", u32),
  /** Mean queue from which all are. */
  qthMax: since("3.3", u32),
  /** Weight of the newest value in the mean, as -log2. */
  wlog: since("3.3", u8),
  /** Probability at `qthMax` over the distance of the thresholds, as -log2. */
  plog: since("3.3", u8),
  /** Step of the damping, as log2 of ticks. */
  scellLog: since("3.3", u8),
  /** How congestion is signalled. */
  flags: since("3.3", redFlags),
  /** Probability at `qthMax`, of 2^32. */
  maxP: since("3.3", u32),
  /** Packets signalled; read-only. */
  stats: readOnly(since("3.3", { ...nest<SfqredStats>(sfqredStats), size: sfqredStats.size! })),
});
/** Settings of `sfq`, stochastic fairness queueing; with `red` in each flow where `qthMin` is set. */
export interface SfqQdisc extends Infer<typeof sfqQoptV1> {}

/** The kernel takes what is newer as a whole; where flows have `red`, its thresholds follow from the limit. */
function fill({ v0, ...newer }: Given<SfqQdisc>): Given<SfqQdisc> {
  const { limit, qthMin, qthMax, wlog, plog, maxP = MAX_P } = newer;
  if (Object.values(newer).every((member) => member === undefined)) return { v0 };
  if (!limit && !qthMin && !qthMax) return { v0, ...newer, stats: {} };
  const thresholds = redThresholds({ limit, qthMin, qthMax, wlog, plog, scellLog: 0 }, maxP);
  return { v0, ...newer, ...thresholds, maxP, stats: {} };
}

/** The same, filled in. */
export const sfqQdisc = filled(nest<SfqQdisc>(sfqQoptV1), fill);

/** Statistics of a flow of `sfq` (`struct tc_sfq_xstats`). */
export const sfqXstats = struct("tc_sfq_xstats", {
  /** Bytes that it may still send in this turn. */
  allot: s32,
});
/** Statistics of a flow of `sfq`. */
export interface SfqXstats extends Infer<typeof sfqXstats> {}
