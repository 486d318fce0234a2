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
} from "@rxnetlink/core";
import { codelTime } from "../values/codel-time.js";

/** Settings of `fq_codel`, fair queueing with `codel` in each flow (`TCA_FQ_CODEL_*`). */
export const fqCodelAttributes = attributes("fq-codel-attrs", "TCA_FQ_CODEL_", {
  /** Delay that is aimed at, in µs. */
  target: [1, codelTime],
  /** Longest queue, in packets. */
  limit: [2, u32],
  /** Time in which the delay must fall below the target once, in µs. */
  interval: [3, codelTime],
  /** Whether packets are marked before they are dropped, 0 or 1. */
  ecn: [4, u32],
  /** How many queues flows are hashed to; 1024 by default, not to be changed later. */
  flows: [5, fixed(u32)],
  /** Bytes that a flow sends in its turn. */
  quantum: [6, u32],
  /** Packets that waited longer are marked (ECN), in µs. */
  ceThreshold: [7, codelTime],
  /** Most packets dropped at once when full. */
  dropBatchSize: [8, u32],
  /** Most memory of all queues, in bytes. */
  memoryLimit: [9, u32],
  /** Traffic class (masked) for which the threshold counts; since 5.16. */
  ceThresholdSelector: [10, u8],
  /** Mask of that; since 5.16. */
  ceThresholdMask: [11, u8],
});
/** Settings of `fq_codel`, fair queueing with `codel` in each flow. */
export interface FqCodel extends Infer<typeof fqCodelAttributes> {}

/** Of what statistics of `fq_codel` are (`TCA_FQ_CODEL_XSTATS_*`). */
export const fqCodelXstatsType = enumeration("TCA_FQ_CODEL_XSTATS_", u32, {
  /** The qdisc. */
  qdisc: 0,
  /** One flow. */
  class: 1,
});

/** Statistics of `fq_codel` as a whole (`struct tc_fq_codel_qd_stats`). */
export const fqCodelQdStats = struct("tc_fq_codel_qd_stats", {
  /** Largest packet, in bytes. */
  maxpacket: u32,
  /** Packets dropped since the queues were full. */
  dropOverlimit: u32,
  /** Packets marked in place of being dropped. */
  ecnMark: u32,
  /** Packets that began a flow. */
  newFlowCount: u32,
  /** Flows that are new now. */
  newFlowsLen: u32,
  /** Flows that had their first turn. */
  oldFlowsLen: u32,
  /** Packets marked beyond the threshold. */
  ceMark: since("4.2", u32),
  /** Memory of all queues, in bytes. */
  memoryUsage: since("4.7", u32),
  /** Packets dropped since memory was full. */
  dropOvermemory: since("4.7", u32),
});
/** Statistics of `fq_codel` as a whole. */
export interface FqCodelQdStats extends Infer<typeof fqCodelQdStats> {}

/** Statistics of one flow of `fq_codel` (`struct tc_fq_codel_cl_stats`). */
export const fqCodelClStats = struct("tc_fq_codel_cl_stats", {
  /** Bytes that it may still send in this turn. */
  deficit: s32,
  /** Delay of the last packet, in µs. */
  ldelay: u32,
  /** Packets dropped in this run of drops. */
  count: u32,
  /** Packets dropped in the run before. */
  lastcount: u32,
  /** Whether it is dropping, 0 or 1. */
  dropping: u32,
  /** When the next packet is dropped, in µs from now. */
  dropNext: s32,
});
/** Statistics of one flow of `fq_codel`. */
export interface FqCodelClStats extends Infer<typeof fqCodelClStats> {}

/** Statistics of `fq_codel` (`struct tc_fq_codel_xstats`). */
export const fqCodelXstats = struct("tc_fq_codel_xstats", {
  /** `"qdisc"`. */
  type: fqCodelXstatsType,
  /** The numbers. */
  qdiscStats: nest<FqCodelQdStats>(fqCodelQdStats),
});
/** Statistics of `fq_codel`. */
export interface FqCodelXstats extends Infer<typeof fqCodelXstats> {}

/** Statistics of a flow of `fq_codel` (`struct tc_fq_codel_xstats`). */
export const fqCodelClassXstats = struct("tc_fq_codel_xstats", {
  /** `"class"`. */
  type: fqCodelXstatsType,
  /** The numbers. */
  classStats: nest<FqCodelClStats>(fqCodelClStats),
  _: pad(12),
});
/** Statistics of a flow of `fq_codel`. */
export interface FqCodelClassXstats extends Infer<typeof fqCodelClassXstats> {}
