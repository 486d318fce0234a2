import {
  attributes,
  enumeration,
  fixed,
  type Infer,
  nest,
  pad,
  s32,
  since,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { codelTime } from "../../values/codel-time.js";

/** Settings of `fq_codel`, fair queueing with `codel` in each flow (`TCA_FQ_CODEL_*`). */
export const fqCodelAttributes = attributes("fq-codel-attrs", "TCA_FQ_CODEL_", {
  /** Target delay, in µs. */
  target: [1, codelTime],
  /** Maximum queue length, in packets. */
  limit: [2, u32],
  /** Interval within which the delay must fall below the target once, in µs. */
  interval: [3, codelTime],
  /** Marks packets (ECN) before dropping them, 0 or 1. */
  ecn: [4, u32],
  /** Number of queues that flows are hashed to; 1024 by default, permanent. */
  flows: [5, fixed(u32)],
  /** Quantum of a flow, in bytes per turn. */
  quantum: [6, u32],
  /** Delay above which packets are marked (ECN), in µs. */
  ceThreshold: [7, codelTime],
  /** Maximum number of packets dropped at once when full. */
  dropBatchSize: [8, u32],
  /** Memory limit of all queues, in bytes. */
  memoryLimit: [9, u32],
  /** Traffic class (masked) to which the threshold applies; since 5.16. */
  ceThresholdSelector: [10, u8],
  /** Mask for the traffic class; since 5.16. */
  ceThresholdMask: [11, u8],
});
/** Settings of `fq_codel`, fair queueing with `codel` in each flow. */
export interface FqCodel extends Infer<typeof fqCodelAttributes> {}

/** Subject of statistics of `fq_codel` (`TCA_FQ_CODEL_XSTATS_*`). */
export const fqCodelXstatsType = enumeration("TCA_FQ_CODEL_XSTATS_", u32, {
  /** Qdisc. */
  qdisc: 0,
  /** One flow. */
  class: 1,
});

/** Statistics of `fq_codel` as a whole (`struct tc_fq_codel_qd_stats`). */
export const fqCodelQdStats = struct("tc_fq_codel_qd_stats", {
  /** Largest packet so far, in bytes. */
  maxpacket: u32,
  /** Packets dropped because the queues were full. */
  dropOverlimit: u32,
  /** Packets marked instead of dropped. */
  ecnMark: u32,
  /** Packets that started a new flow. */
  newFlowCount: u32,
  /** Number of new flows. */
  newFlowsLen: u32,
  /** Number of old flows, which have had their first turn. */
  oldFlowsLen: u32,
  /** Packets marked above the threshold. */
  ceMark: since("4.2", u32),
  /** Memory used by all queues, in bytes. */
  memoryUsage: since("4.7", u32),
  /** Packets dropped because the memory limit was reached. */
  dropOvermemory: since("4.7", u32),
});
/** Statistics of `fq_codel` as a whole. */
export interface FqCodelQdStats extends Infer<typeof fqCodelQdStats> {}

/** Statistics of one flow of `fq_codel` (`struct tc_fq_codel_cl_stats`). */
export const fqCodelClStats = struct("tc_fq_codel_cl_stats", {
  /** Deficit: bytes left in this turn. */
  deficit: s32,
  /** Delay of the last packet, in µs. */
  ldelay: u32,
  /** Packets dropped in the current dropping phase. */
  count: u32,
  /** Packets dropped in the previous dropping phase. */
  lastcount: u32,
  /** Dropping phase, 0 or 1. */
  dropping: u32,
  /** Time until the next drop, in µs. */
  dropNext: s32,
});
/** Statistics of one flow of `fq_codel`. */
export interface FqCodelClStats extends Infer<typeof fqCodelClStats> {}

/** Statistics of `fq_codel` (`struct tc_fq_codel_xstats`). */
export const fqCodelXstats = struct("tc_fq_codel_xstats", {
  /** `"qdisc"`. */
  type: fqCodelXstatsType,
  /** Counters. */
  qdiscStats: nest<FqCodelQdStats>(fqCodelQdStats),
});
/** Statistics of `fq_codel`. */
export interface FqCodelXstats extends Infer<typeof fqCodelXstats> {}

/** Statistics of a flow of `fq_codel` (`struct tc_fq_codel_xstats`). */
export const fqCodelClassXstats = struct("tc_fq_codel_xstats", {
  /** `"class"`. */
  type: fqCodelXstatsType,
  /** Counters. */
  classStats: nest<FqCodelClStats>(fqCodelClStats),
  _: pad(12),
});
/** Statistics of a flow of `fq_codel`. */
export interface FqCodelClassXstats extends Infer<typeof fqCodelClassXstats> {}
