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
} from "@rxnetlink/core";

/** How many classes of service `cake` tells apart (`CAKE_DIFFSERV_*`). */
export const cakeDiffserv = enumeration("CAKE_DIFFSERV_", u32, {
  /** Three: bulk, best effort, voice. */
  diffserv3: 0,
  /** Four: bulk, best effort, video, voice. */
  diffserv4: 1,
  /** Eight. */
  diffserv8: 2,
  /** One. */
  besteffort: 3,
  /** Eight, by the old precedence bits. */
  precedence: 4,
});

/** Between what `cake` is fair (`CAKE_FLOW_*`). */
export const cakeFlow = enumeration("CAKE_FLOW_", u32, {
  /** Nothing: one queue. */
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

/** Framing below the link that `cake` accounts for (`CAKE_ATM_*`). */
export const cakeAtm = enumeration("CAKE_ATM_", u32, {
  /** None. */
  none: 0,
  /** Cells of ATM. */
  atm: 1,
  /** Code words of PTM (VDSL2). */
  ptm: 2,
});

/** Which TCP acknowledgements `cake` drops (`CAKE_ACK_*`). */
export const cakeAck = enumeration("CAKE_ACK_", u32, {
  /** None. */
  none: 0,
  /** Those that tell nothing new. */
  filter: 1,
  /** More of them. */
  aggressive: 2,
});

/** Settings of `cake`, shaper and fair queue in one (`TCA_CAKE_*`). */
export const cakeAttributes = attributes("cake-attrs", "TCA_CAKE_", {
  /** Alignment. */
  pad: [1, padding],
  /** Rate of the shaper, in bytes/s; 0 is none. */
  baseRate64: [2, u64],
  /** Classes of service. */
  diffservMode: [3, cakeDiffserv],
  /** Framing below the link. */
  atm: [4, cakeAtm],
  /** Between what it is fair. */
  flowMode: [5, cakeFlow],
  /** Bytes that each packet has more on the wire, -64 to 256. */
  overhead: [6, s32],
  /** Round-trip time that it is made for, in µs. */
  rtt: [7, u32],
  /** Delay that is aimed at, in µs. */
  target: [8, u32],
  /** Whether the rate is estimated from what comes in, 0 or 1. */
  autorate: [9, u32],
  /** Most memory, in bytes; 0 computes it. */
  memory: [10, u32],
  /** Whether addresses are looked up behind NAT, 0 or 1. */
  nat: [11, u32],
  /** Sizes are taken as the kernel has them, without `overhead`; of any value. */
  raw: [12, u32],
  /** Whether the diffserv field is cleared, 0 or 1. */
  wash: [13, u32],
  /** Least size of a packet on the wire, in bytes. */
  mpu: [14, u32],
  /** Whether dropped packets count as sent, 0 or 1. */
  ingress: [15, u32],
  /** Which acknowledgements are dropped. */
  ackFilter: [16, cakeAck],
  /** Whether large packets are split, 0 or 1. */
  splitGso: [17, u32],
  /** Mask of the mark that chooses the class of service. */
  fwmark: [18, u32],
});
/** Settings of `cake`, shaper and fair queue in one. */
export interface Cake extends Infer<typeof cakeAttributes> {}

/** Statistics of one class of service of `cake` (`TCA_CAKE_TIN_STATS_*`). */
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
  /** Packets queued now. */
  backlogPackets: [10, u32],
  /** Bytes queued now. */
  backlogBytes: [11, u32],
  /** Rate up to which it goes before others, in bytes/s. */
  thresholdRate64: [12, u64],
  /** Delay that is aimed at, in µs. */
  targetUs: [13, u32],
  /** Time in which the delay must fall below it, in µs. */
  intervalUs: [14, u32],
  /** Flows found at another place of their set. */
  wayIndirectHits: [15, u32],
  /** Flows that were new. */
  wayMisses: [16, u32],
  /** Flows that shared a queue with another. */
  wayCollisions: [17, u32],
  /** Highest delay, in µs. */
  peakDelayUs: [18, u32],
  /** Mean delay, in µs. */
  avgDelayUs: [19, u32],
  /** Lowest delay, in µs. */
  baseDelayUs: [20, u32],
  /** Flows that send little. */
  sparseFlows: [21, u32],
  /** Flows that send much. */
  bulkFlows: [22, u32],
  /** Flows that do not slow down. */
  unresponsiveFlows: [23, u32],
  /** Largest packet, in bytes. */
  maxSkblen: [24, u32],
  /** Bytes that a flow sends in its turn. */
  flowQuantum: [25, u32],
});
/** Statistics of one class of service of `cake`. */
export interface CakeTinStats extends Infer<typeof cakeTinStatsAttributes> {}

/** Statistics of `cake`, or of one of its flows (`TCA_CAKE_STATS_*`). */
export const cakeStatsAttributes = attributes("cake-stats-attrs", "TCA_CAKE_STATS_", {
  /** Alignment. */
  pad: [1, padding],
  /** Estimated rate of the link, in bytes/s. */
  capacityEstimate64: [2, u64],
  /** Most memory, in bytes. */
  memoryLimit: [3, u32],
  /** Most memory used so far, in bytes. */
  memoryUsed: [4, u32],
  /** Mean offset of the network header, in bytes. */
  avgNetoff: [5, u32],
  /** Smallest packet at the network layer, in bytes. */
  minNetlen: [6, u32],
  /** Largest packet at the network layer, in bytes. */
  maxNetlen: [7, u32],
  /** Smallest packet with overhead, in bytes. */
  minAdjlen: [8, u32],
  /** Largest packet with overhead, in bytes. */
  maxAdjlen: [9, u32],
  /** The classes of service. */
  tinStats: [10, indexedArray(nest<CakeTinStats>(cakeTinStatsAttributes))],
  /** Of a flow: bytes that it may still send in this turn. */
  deficit: [11, s32],
  /** Of a flow: packets dropped in this run of drops. */
  cobaltCount: [12, u32],
  /** Of a flow: whether it is dropping, 0 or 1. */
  dropping: [13, u32],
  /** Of a flow: when the next packet is dropped, in µs from now. */
  dropNextUs: [14, s32],
  /** Of a flow: probability of a drop, of 2^32 - 1. */
  pDrop: [15, u32],
  /** Of a flow: when that probability falls, in µs from now. */
  blueTimerUs: [16, s32],
  /** Queues that share the rate; since 7.0. */
  activeQueues: [17, u32],
});
/** Statistics of `cake`, or of one of its flows. */
export interface CakeStats extends Infer<typeof cakeStatsAttributes> {}
