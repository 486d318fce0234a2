import { type Infer, nest, pad, padding, required, s8, struct, u8, u32, u64 } from "@rxnetlink/core/schema";

/** Bytes and packets (`struct gnet_stats_basic`). */
export const gnetStatsBasic = struct("gnet_stats_basic", {
  /** Bytes. */
  bytes: u64,
  /** Packets; `pkt64` counts on. */
  packets: u32,
  _: pad(4),
});
/** Bytes and packets. */
export interface TcStatsBasic extends Infer<typeof gnetStatsBasic> {}

/** Rate by the estimator (`struct gnet_stats_rate_est`). */
export const gnetStatsRateEst = struct("gnet_stats_rate_est", {
  /** In bytes/s. */
  bps: u32,
  /** In packets/s. */
  pps: u32,
});
/** Rate by the estimator. */
export interface TcStatsRateEst extends Infer<typeof gnetStatsRateEst> {}

/** Rate by the estimator (`struct gnet_stats_rate_est64`). */
export const gnetStatsRateEst64 = struct("gnet_stats_rate_est64", {
  /** In bytes/s. */
  bps: u64,
  /** In packets/s. */
  pps: u64,
});
/** Rate by the estimator. */
export interface TcStatsRateEst64 extends Infer<typeof gnetStatsRateEst64> {}

/** State of a queue (`struct gnet_stats_queue`). */
export const gnetStatsQueue = struct("gnet_stats_queue", {
  /** Packets queued now. */
  qlen: u32,
  /** Bytes queued now. */
  backlog: u32,
  /** Packets dropped. */
  drops: u32,
  /** Packets that the driver gave back. */
  requeues: u32,
  /** How often it had to wait or exceeded the rate. */
  overlimits: u32,
});
/** State of a queue. */
export interface TcStatsQueue extends Infer<typeof gnetStatsQueue> {}

/** An estimator of rates (`struct gnet_estimator`). */
export const gnetEstimator = struct("gnet_estimator", {
  /** Time between samples, -2 to 3: 2^interval seconds. */
  interval: required(s8),
  /** Weight of the newest sample, as -log2. */
  ewmaLog: required(u8),
});
/** An estimator of rates. */
export interface TcEstimator extends Infer<typeof gnetEstimator> {}

/** Statistics of old, in 32 bits (`struct tc_stats`). */
export const tcStats = struct("tc_stats", {
  /** Bytes sent. */
  bytes: u64,
  /** Packets sent. */
  packets: u32,
  /** Packets dropped. */
  drops: u32,
  /** How often it had to wait. */
  overlimits: u32,
  /** Rate, in bytes/s. */
  bps: u32,
  /** Rate, in packets/s. */
  pps: u32,
  /** Packets queued now. */
  qlen: u32,
  /** Bytes queued now. */
  backlog: u32,
  _: pad(4),
});
/** Statistics of old, in 32 bits. */
export interface TcStats extends Infer<typeof tcStats> {}

const statsCommonMembers = {
  /** What was sent. */
  basic: [1, nest<TcStatsBasic>(gnetStatsBasic)],
  /** Rate by the estimator. */
  rateEst: [2, nest<TcStatsRateEst>(gnetStatsRateEst)],
  /** State of the queue. */
  queue: [3, nest<TcStatsQueue>(gnetStatsQueue)],
  /** Rate by the estimator, where 32 bits are too few. */
  rateEst64: [5, nest<TcStatsRateEst64>(gnetStatsRateEst64)],
  /** Alignment. */
  pad: [6, padding],
  /** What of `basic` the hardware sent. */
  basicHw: [7, nest<TcStatsBasic>(gnetStatsBasic)],
  /** Packets, where 32 bits are too few; since 5.5. */
  pkt64: [8, u64],
} as const;
/** What statistics of all objects are made of. */
export type StatsCommon = {
  -readonly [K in keyof typeof statsCommonMembers]: (typeof statsCommonMembers)[K];
};
/** What statistics of all objects are made of. */
export const statsCommon: StatsCommon = statsCommonMembers;
