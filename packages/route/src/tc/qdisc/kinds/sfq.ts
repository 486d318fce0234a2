import { type Infer, nest, readOnly, s32, since, struct, u8, u32 } from "@rxnetlink/core/schema";
import { type Input, withDefaults } from "../../request.js";
import { MAX_P, redThresholds } from "../../values/red-parameters.js";
import { redFlags } from "../../values/red-qopt.js";

/** Settings of `sfq` before 3.3 (`struct tc_sfq_qopt`). */
export const sfqQopt = struct("tc_sfq_qopt", {
  /** Quantum of a flow, in bytes per turn; 0 is the link's MTU. */
  quantum: u32,
  /** Interval of changes of the hash, in s; 0 is never. */
  perturbPeriod: s32,
  /** Maximum total queue length, in packets. */
  limit: u32,
  /** Size of the hash table, a power of two. */
  divisor: u32,
  /** Maximum number of flows. */
  flows: u32,
});
/** Settings of `sfq` before 3.3. */
export interface SfqQopt extends Infer<typeof sfqQopt> {}

/** Packets signalled by `sfq` (`struct tc_sfqred_stats`). */
export const sfqredStats = struct("tc_sfqred_stats", {
  /** Dropped by probability. */
  probDrop: u32,
  /** Dropped above `qthMax`. */
  forcedDrop: u32,
  /** Marked by probability. */
  probMark: u32,
  /** Marked above `qthMax`. */
  forcedMark: u32,
  /** Marked by probability at the head. */
  probMarkHead: u32,
  /** Marked above `qthMax` at the head. */
  forcedMarkHead: u32,
});
/** Packets signalled by `sfq`. */
export interface SfqredStats extends Infer<typeof sfqredStats> {}

/**
 * Settings of `sfq`, stochastic fairness queueing, with `red` in each flow when `qthMin` is set (`struct
 * tc_sfq_qopt_v1`).
 */
export const sfqQoptV1 = struct("tc_sfq_qopt_v1", {
  /** Former settings; a request may have only these. */
  v0: nest<SfqQopt>(sfqQopt),
  /** Maximum queue length of a flow, in packets. */
  depth: since("3.3", u32),
  /** Drops packets at the head of the queue, 0 or 1. */
  headdrop: since("3.3", u32),
  /** Maximum queue length of a flow with `red`, in bytes; absent thresholds are derived from it, as for `red`. */
  limit: since("3.3", u32),
  /** Average queue length above which packets are signalled, in bytes; 0 disables `red`. */
  qthMin: since("3.3", u32),
  /** Average queue length above which all packets are signalled, in bytes. */
  qthMax: since("3.3", u32),
  /** Weight of the latest queue length in the average, as -log2. */
  wlog: since("3.3", u8),
  /** Probability at `qthMax` over the distance between the thresholds, as -log2. */
  plog: since("3.3", u8),
  /** Step of the decay table, as log2 of ticks. */
  scellLog: since("3.3", u8),
  /** Congestion signalling. */
  flags: since("3.3", redFlags),
  /** Probability at `qthMax`, as a fraction of 2^32. */
  maxP: since("3.3", u32),
  /** Packets signalled; read-only. */
  stats: readOnly(since("3.3", { ...nest<SfqredStats>(sfqredStats), size: sfqredStats.size! })),
});
/** Settings of `sfq`, stochastic fairness queueing, with `red` in each flow when `qthMin` is set. */
export interface SfqQdisc extends Infer<typeof sfqQoptV1> {}

/** Fills in the newer members, which the kernel takes only as a whole; thresholds of `red` follow from the limit. */
function fill({ v0, ...newer }: Input<SfqQdisc>): Input<SfqQdisc> {
  const { limit, qthMin, qthMax, wlog, plog, maxP = MAX_P } = newer;
  if (Object.values(newer).every((member) => member === undefined)) return { v0 };
  if (!limit && !qthMin && !qthMax) return { v0, ...newer, stats: {} };
  const thresholds = redThresholds({ limit, qthMin, qthMax, wlog, plog, scellLog: 0 }, maxP);
  return { v0, ...newer, ...thresholds, maxP, stats: {} };
}

/** Layout of {@link SfqQdisc} with the newer members filled in. */
export const sfqQdisc = withDefaults(nest<SfqQdisc>(sfqQoptV1), fill);

/** Statistics of a flow of `sfq` (`struct tc_sfq_xstats`). */
export const sfqXstats = struct("tc_sfq_xstats", {
  /** Deficit: bytes left in this turn. */
  allot: s32,
});
/** Statistics of a flow of `sfq`. */
export interface SfqXstats extends Infer<typeof sfqXstats> {}
