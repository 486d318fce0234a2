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
} from "@rxnetlink/core";
import { type PrioQdisc, prioQopt } from "./prio.js";

/** Settings of `fq`, fair queueing with pacing (`TCA_FQ_*`). */
export const fqAttributes = attributes("fq-attrs", "TCA_FQ_", {
  /** Longest queue, in packets. */
  plimit: [1, u32],
  /** Longest queue of a flow, in packets. */
  flowPlimit: [2, u32],
  /** Bytes that a flow sends in its turn. */
  quantum: [3, u32],
  /** Bytes that a new flow sends in its first turn. */
  initialQuantum: [4, u32],
  /** Whether flows are paced, 0 or 1. */
  rateEnable: [5, u32],
  /** Not used since 3.15. */
  flowDefaultRate: [6, u32],
  /** Highest rate of a flow, in bytes/s; 4294967295 is no limit. */
  flowMaxRate: [7, u32],
  /** Binary logarithm of the size of the hash table. */
  bucketsLog: [8, u32],
  /** How long an idle flow keeps its credit, in µs. */
  flowRefillDelay: [9, u32],
  /** Mask of the hash of packets without socket. */
  orphanMask: [10, u32],
  /** Flows below this rate are paced packet by packet, in bytes/s. */
  lowRateThreshold: [11, u32],
  /** Packets that waited longer are marked (ECN), in µs; 4294967295 is never. */
  ceThreshold: [12, u32],
  /** Slack of the timer, in ns; since 5.6. */
  timerSlack: [13, u32],
  /** How far in the future packets may ask to be sent, in µs; since 5.8. */
  horizon: [14, u32],
  /** Whether packets beyond are dropped (1) or sent at the horizon (0); since 5.8. */
  horizonDrop: [15, u8],
  /** Three bands and the band of each packet priority; since 6.7. */
  priomap: [16, nest<PrioQdisc>(prioQopt)],
  /** Weights of the three bands; since 6.7. */
  weights: [17, packed(s32)],
  /** How far in the future packets are left to the hardware, in µs; since 6.14. */
  offloadHorizon: [18, u32],
});
/** Settings of `fq`, fair queueing with pacing. */
export interface Fq extends Infer<typeof fqAttributes> {}

/** Statistics of `fq` (`struct tc_fq_qd_stats`). */
export const fqQdStats = struct("tc_fq_qd_stats", {
  /** Idle flows that were given up. */
  gcFlows: u64,
  /** Packets of high priority; 0 since 6.7. */
  highprioPackets: u64,
  /** Not used. */
  tcpRetrans: u64,
  /** How often a flow had to wait. */
  throttled: u64,
  /** Packets dropped since their flow's queue was full. */
  flowsPlimit: u64,
  /** Packets longer than the rate allows to be paced. */
  pktsTooLong: u64,
  /** Flows for which there was no memory. */
  allocationErrors: u64,
  /** When the next flow may send, in ns from now. */
  timeNextDelayedFlow: s64,
  /** Flows that there are. */
  flows: u32,
  /** Idle ones among them. */
  inactiveFlows: u32,
  /** Waiting ones among them. */
  throttledFlows: u32,
  /** How late flows are woken, in ns. */
  unthrottleLatencyNs: u32,
  /** Packets marked since they waited too long. */
  ceMark: since("5.0", u64),
  /** Packets dropped beyond the horizon. */
  horizonDrops: since("5.8", u64),
  /** Packets sent at the horizon. */
  horizonCaps: since("5.8", u64),
  /** Packets that needed no queueing. */
  fastpathPackets: since("6.7", u64),
  /** Packets dropped, by band. */
  bandDrops: since("6.7", array(u64, 3)),
  /** Packets queued now, by band. */
  bandPktCount: since("6.7", array(u32, 3)),
  _: since("6.7", pad(4)),
});
/** Statistics of `fq`. */
export interface FqXstats extends Infer<typeof fqQdStats> {}
