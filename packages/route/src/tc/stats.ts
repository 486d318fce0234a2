import { type Infer, nest, pad, padding, required, s8, struct, u8, u32, u64 } from "@rxnetlink/core/schema";

/** Byte and packet counters (`struct gnet_stats_basic`). */
export const gnetStatsBasic = struct("gnet_stats_basic", {
  /** Bytes. */
  bytes: u64,
  /** Packets, modulo 2^32; see `pkt64`. */
  packets: u32,
  _: pad(4),
});
/** Byte and packet counters. */
export interface TcStatsBasic extends Infer<typeof gnetStatsBasic> {}

/** Rate measured by the estimator (`struct gnet_stats_rate_est`). */
export const gnetStatsRateEst = struct("gnet_stats_rate_est", {
  /** Rate, in bytes/s. */
  bps: u32,
  /** Rate, in packets/s. */
  pps: u32,
});
/** Rate measured by the estimator. */
export interface TcStatsRateEst extends Infer<typeof gnetStatsRateEst> {}

/** Rate measured by the estimator, in 64 bits (`struct gnet_stats_rate_est64`). */
export const gnetStatsRateEst64 = struct("gnet_stats_rate_est64", {
  /** Rate, in bytes/s. */
  bps: u64,
  /** Rate, in packets/s. */
  pps: u64,
});
/** Rate measured by the estimator. */
export interface TcStatsRateEst64 extends Infer<typeof gnetStatsRateEst64> {}

/** Queue counters (`struct gnet_stats_queue`). */
export const gnetStatsQueue = struct("gnet_stats_queue", {
  /** Packets in the queue. */
  qlen: u32,
  /** Bytes in the queue. */
  backlog: u32,
  /** Packets dropped. */
  drops: u32,
  /** Packets requeued because the driver was busy. */
  requeues: u32,
  /** Number of times it was throttled or exceeded the rate. */
  overlimits: u32,
});
/** Queue counters. */
export interface TcStatsQueue extends Infer<typeof gnetStatsQueue> {}

/** Rate estimator (`struct gnet_estimator`). */
export const gnetEstimator = struct("gnet_estimator", {
  /** Sampling interval as an exponent, -2 to 3: 2^interval seconds. */
  interval: required(s8),
  /** Weight of the latest sample, as -log2. */
  ewmaLog: required(u8),
});
/** Rate estimator. */
export interface TcEstimator extends Infer<typeof gnetEstimator> {}

/** Former statistics, in 32 bits (`struct tc_stats`). */
export const tcStats = struct("tc_stats", {
  /** Bytes sent. */
  bytes: u64,
  /** Packets sent. */
  packets: u32,
  /** Packets dropped. */
  drops: u32,
  /** Number of times it was throttled. */
  overlimits: u32,
  /** Rate, in bytes/s. */
  bps: u32,
  /** Rate, in packets/s. */
  pps: u32,
  /** Packets in the queue. */
  qlen: u32,
  /** Bytes in the queue. */
  backlog: u32,
  _: pad(4),
});
/** Former statistics, in 32 bits. */
export interface TcStats extends Infer<typeof tcStats> {}

const statsCommonMembers = {
  /** Bytes and packets sent. */
  basic: [1, nest<TcStatsBasic>(gnetStatsBasic)],
  /** Rate measured by the estimator. */
  rateEst: [2, nest<TcStatsRateEst>(gnetStatsRateEst)],
  /** Queue counters. */
  queue: [3, nest<TcStatsQueue>(gnetStatsQueue)],
  /** Rate measured by the estimator, when it exceeds 32 bits. */
  rateEst64: [5, nest<TcStatsRateEst64>(gnetStatsRateEst64)],
  /** Alignment. */
  pad: [6, padding],
  /** Part of `basic` sent by the hardware. */
  basicHw: [7, nest<TcStatsBasic>(gnetStatsBasic)],
  /** Packets, when they exceed 32 bits; since 5.5. */
  pkt64: [8, u64],
} as const;
/** Statistics common to all objects. */
export type StatsCommon = {
  -readonly [K in keyof typeof statsCommonMembers]: (typeof statsCommonMembers)[K];
};
/** Statistics common to all objects. */
export const statsCommon: StatsCommon = statsCommonMembers;
