import {
  array,
  attributes,
  type Infer,
  nest,
  packed,
  pad,
  s32,
  s64,
  since,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type PrioQdisc, prioQopt } from "./prio.js";

/** Settings of `fq`, fair queueing with pacing (`TCA_FQ_*`). */
export const fqAttributes = attributes("fq-attrs", "TCA_FQ_", {
  /** Maximum queue length, in packets. */
  plimit: [1, u32],
  /** Maximum queue length of a flow, in packets. */
  flowPlimit: [2, u32],
  /** Quantum of a flow, in bytes per turn. */
  quantum: [3, u32],
  /** Quantum of a new flow's first turn, in bytes. */
  initialQuantum: [4, u32],
  /** Paces flows, 0 or 1. */
  rateEnable: [5, u32],
  /** Not used since 3.15. */
  flowDefaultRate: [6, u32],
  /** Maximum rate of a flow, in bytes/s; 4294967295 is no limit. */
  flowMaxRate: [7, u32],
  /** Binary logarithm of the size of the hash table. */
  bucketsLog: [8, u32],
  /** Time for which an idle flow keeps its credit, in µs. */
  flowRefillDelay: [9, u32],
  /** Mask for the hash of packets without a socket. */
  orphanMask: [10, u32],
  /** Rate below which flows are paced packet by packet, in bytes/s. */
  lowRateThreshold: [11, u32],
  /** Delay above which packets are marked (ECN), in µs; 4294967295 is never. */
  ceThreshold: [12, u32],
  /** Slack of the timer, in ns; since 5.6. */
  timerSlack: [13, u32],
  /** Maximum distance of a packet's departure time in the future, in µs; since 5.8. */
  horizon: [14, u32],
  /** Drops packets beyond the horizon (1) or sends them at the horizon (0); since 5.8. */
  horizonDrop: [15, u8],
  /** Three bands and the band of each packet priority; since 6.7. */
  priomap: [16, nest<PrioQdisc>(prioQopt)],
  /** Weights of the three bands; since 6.7. */
  weights: [17, packed(s32)],
  /** Distance in the future within which packets are left to the hardware, in µs; since 6.14. */
  offloadHorizon: [18, u32],
});
/** Settings of `fq`, fair queueing with pacing. */
export interface Fq extends Infer<typeof fqAttributes> {}

/** Statistics of `fq` (`struct tc_fq_qd_stats`). */
export const fqQdStats = struct("tc_fq_qd_stats", {
  /** Idle flows that were removed. */
  gcFlows: u64,
  /** High-priority packets; 0 since 6.7. */
  highprioPackets: u64,
  /** Not used. */
  tcpRetrans: u64,
  /** Number of times a flow was throttled. */
  throttled: u64,
  /** Packets dropped because their flow's queue was full. */
  flowsPlimit: u64,
  /** Packets too long to be paced. */
  pktsTooLong: u64,
  /** Packets dropped for lack of memory. */
  allocationErrors: u64,
  /** Time until the next throttled flow may send, in ns. */
  timeNextDelayedFlow: s64,
  /** Number of flows. */
  flows: u32,
  /** Number of inactive flows. */
  inactiveFlows: u32,
  /** Number of throttled flows. */
  throttledFlows: u32,
  /** Delay in waking throttled flows, in ns. */
  unthrottleLatencyNs: u32,
  /** Packets marked because they were delayed too long. */
  ceMark: since("5.0", u64),
  /** Packets dropped beyond the horizon. */
  horizonDrops: since("5.8", u64),
  /** Packets sent at the horizon. */
  horizonCaps: since("5.8", u64),
  /** Packets that bypassed the queues. */
  fastpathPackets: since("6.7", u64),
  /** Packets dropped, by band. */
  bandDrops: since("6.7", array(u64, 3)),
  /** Packets queued now, by band. */
  bandPktCount: since("6.7", array(u32, 3)),
  _: since("6.7", pad(4)),
});
/** Statistics of `fq`. */
export interface FqXstats extends Infer<typeof fqQdStats> {}
