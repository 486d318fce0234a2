import {
  attributes,
  enumeration,
  type Infer,
  indexedArray,
  nest,
  padding,
  s32,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Traffic classes (tins) of `cake` (`CAKE_DIFFSERV_*`). */
export const cakeDiffserv = enumeration("CAKE_DIFFSERV_", u32, {
  /** Three: bulk, best effort, voice. */
  diffserv3: 0,
  /** Four: bulk, best effort, video, voice. */
  diffserv4: 1,
  /** Eight, by DSCP. */
  diffserv8: 2,
  /** One. */
  besteffort: 3,
  /** Eight, by the former IP precedence. */
  precedence: 4,
});

/** Flow isolation of `cake`: the entities among which it is fair (`CAKE_FLOW_*`). */
export const cakeFlow = enumeration("CAKE_FLOW_", u32, {
  /** None: one queue. */
  none: 0,
  /** Source addresses. */
  srcIp: 1,
  /** Destination addresses. */
  dstIp: 2,
  /** Pairs of addresses. */
  hosts: 3,
  /** Flows. */
  flows: 4,
  /** Flows, and source addresses above them. */
  dualSrc: 5,
  /** Flows, and destination addresses above them. */
  dualDst: 6,
  /** Flows, and addresses of both ends above them. */
  triple: 7,
});

/** Framing compensation of `cake` (`CAKE_ATM_*`). */
export const cakeAtm = enumeration("CAKE_ATM_", u32, {
  /** None. */
  none: 0,
  /** ATM cells. */
  atm: 1,
  /** PTM (VDSL2) code words. */
  ptm: 2,
});

/** TCP acknowledgements that `cake` drops (`CAKE_ACK_*`). */
export const cakeAck = enumeration("CAKE_ACK_", u32, {
  /** None. */
  none: 0,
  /** Those that carry no new information. */
  filter: 1,
  /** Some of the others as well. */
  aggressive: 2,
});

/** Settings of `cake`, a shaper and fair queue in one (`TCA_CAKE_*`). */
export const cakeAttributes = attributes("cake-attrs", "TCA_CAKE_", {
  /** Alignment. */
  pad: [1, padding],
  /** Rate of the shaper, in bytes/s; 0 is none. */
  baseRate64: [2, u64],
  /** Traffic classes. */
  diffservMode: [3, cakeDiffserv],
  /** Framing compensation. */
  atm: [4, cakeAtm],
  /** Flow isolation. */
  flowMode: [5, cakeFlow],
  /** Overhead of each packet on the wire, in bytes, -64 to 256. */
  overhead: [6, s32],
  /** Round-trip time to tune for, in µs. */
  rtt: [7, u32],
  /** Target delay, in µs. */
  target: [8, u32],
  /** Estimates the rate from incoming traffic, 0 or 1. */
  autorate: [9, u32],
  /** Memory limit, in bytes; 0 computes it. */
  memory: [10, u32],
  /** Looks up addresses behind NAT, 0 or 1. */
  nat: [11, u32],
  /** Uses the kernel's packet sizes, without `overhead`; any value. */
  raw: [12, u32],
  /** Clears the DSCP, 0 or 1. */
  wash: [13, u32],
  /** Minimum packet size on the wire, in bytes. */
  mpu: [14, u32],
  /** Counts dropped packets as sent (ingress mode), 0 or 1. */
  ingress: [15, u32],
  /** Acknowledgements to drop. */
  ackFilter: [16, cakeAck],
  /** Splits large packets (GSO), 0 or 1. */
  splitGso: [17, u32],
  /** Mask of the firewall mark that selects the traffic class. */
  fwmark: [18, u32],
});
/** Settings of `cake`, a shaper and fair queue in one. */
export interface Cake extends Infer<typeof cakeAttributes> {}

/** Statistics of a traffic class of `cake` (`TCA_CAKE_TIN_STATS_*`). */
export const cakeTinStatsAttributes = attributes("cake-tin-stats-attrs", "TCA_CAKE_TIN_STATS_", {
  /** Alignment. */
  pad: [1, padding],
  /** Packets sent. */
  sentPackets: [2, u32],
  /** Bytes sent. */
  sentBytes64: [3, u64],
  /** Packets dropped. */
  droppedPackets: [4, u32],
  /** Bytes dropped. */
  droppedBytes64: [5, u64],
  /** Acknowledgements dropped, in packets. */
  acksDroppedPackets: [6, u32],
  /** Acknowledgements dropped, in bytes. */
  acksDroppedBytes64: [7, u64],
  /** Packets marked. */
  ecnMarkedPackets: [8, u32],
  /** Bytes marked. */
  ecnMarkedBytes64: [9, u64],
  /** Packets in the queue. */
  backlogPackets: [10, u32],
  /** Bytes in the queue. */
  backlogBytes: [11, u32],
  /** Rate up to which the class has priority, in bytes/s. */
  thresholdRate64: [12, u64],
  /** Target delay, in µs. */
  targetUs: [13, u32],
  /** Interval within which the delay must fall below the target, in µs. */
  intervalUs: [14, u32],
  /** Flows found at another place in their set. */
  wayIndirectHits: [15, u32],
  /** New flows. */
  wayMisses: [16, u32],
  /** Flows that shared a queue with another. */
  wayCollisions: [17, u32],
  /** Peak delay, in µs. */
  peakDelayUs: [18, u32],
  /** Average delay, in µs. */
  avgDelayUs: [19, u32],
  /** Base delay, the lowest, in µs. */
  baseDelayUs: [20, u32],
  /** Sparse flows. */
  sparseFlows: [21, u32],
  /** Bulk flows. */
  bulkFlows: [22, u32],
  /** Flows that do not respond to congestion. */
  unresponsiveFlows: [23, u32],
  /** Largest packet so far, in bytes. */
  maxSkblen: [24, u32],
  /** Quantum of a flow, in bytes per turn. */
  flowQuantum: [25, u32],
});
/** Statistics of a traffic class of `cake`. */
export interface CakeTinStats extends Infer<typeof cakeTinStatsAttributes> {}

/** Statistics of `cake`, or of one of its flows (`TCA_CAKE_STATS_*`). */
export const cakeStatsAttributes = attributes("cake-stats-attrs", "TCA_CAKE_STATS_", {
  /** Alignment. */
  pad: [1, padding],
  /** Estimated rate of the link, in bytes/s. */
  capacityEstimate64: [2, u64],
  /** Memory limit, in bytes. */
  memoryLimit: [3, u32],
  /** Peak memory usage, in bytes. */
  memoryUsed: [4, u32],
  /** Average offset of the network header, in bytes. */
  avgNetoff: [5, u32],
  /** Smallest packet at the network layer, in bytes. */
  minNetlen: [6, u32],
  /** Largest packet at the network layer, in bytes. */
  maxNetlen: [7, u32],
  /** Smallest packet including overhead, in bytes. */
  minAdjlen: [8, u32],
  /** Largest packet including overhead, in bytes. */
  maxAdjlen: [9, u32],
  /** Statistics of each traffic class. */
  tinStats: [10, indexedArray(nest<CakeTinStats>(cakeTinStatsAttributes))],
  /** Of a flow: deficit, the bytes left in this turn. */
  deficit: [11, s32],
  /** Of a flow: packets dropped in the current dropping phase. */
  cobaltCount: [12, u32],
  /** Of a flow: dropping phase, 0 or 1. */
  dropping: [13, u32],
  /** Of a flow: time until the next drop, in µs. */
  dropNextUs: [14, s32],
  /** Of a flow: drop probability, as a fraction of 2^32 - 1. */
  pDrop: [15, u32],
  /** Of a flow: time until that probability decreases, in µs. */
  blueTimerUs: [16, s32],
  /** Number of queues that share the rate; since 7.0. */
  activeQueues: [17, u32],
});
/** Statistics of `cake`, or of one of its flows. */
export interface CakeStats extends Infer<typeof cakeStatsAttributes> {}
