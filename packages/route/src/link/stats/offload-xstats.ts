import { attributes, type Infer, nest, struct, u8, u64 } from "@rxnetlink/core";
import { type LinkStats64, linkStats64 } from "./counters.js";

/** Counters of hardware (`struct rtnl_hw_stats64`). */
export const hwStats64 = struct("rtnl_hw_stats64", {
  /** Packets received. */
  rxPackets: u64,
  /** Packets sent. */
  txPackets: u64,
  /** Bytes received. */
  rxBytes: u64,
  /** Bytes sent. */
  txBytes: u64,
  /** Bad packets received. */
  rxErrors: u64,
  /** Packets that could not be sent. */
  txErrors: u64,
  /** Packets received but dropped. */
  rxDropped: u64,
  /** Packets dropped on their way out. */
  txDropped: u64,
  /** Multicast packets received. */
  multicast: u64,
});
/** Counters of hardware. */
export interface HwStats64 extends Infer<typeof hwStats64> {}

/** Whether hardware counts (`IFLA_OFFLOAD_XSTATS_HW_S_INFO_*`). */
export const hwStatsInfoAttributes = attributes("hw-s-info-one", "IFLA_OFFLOAD_XSTATS_HW_S_INFO_", {
  /** Whether it was asked to, 0 or 1. */
  request: [1, u8],
  /** Whether there is hardware that does, 0 or 1. */
  used: [2, u8],
});
/** Whether hardware counts. */
export interface HwStatsInfo extends Infer<typeof hwStatsInfoAttributes> {}

/** Whether hardware counts, by what it counts (`IFLA_OFFLOAD_XSTATS_*`). */
export const hwStatsInfosAttributes = attributes("hw-s-infos", "IFLA_OFFLOAD_XSTATS_", {
  /** What it routes. */
  l3Stats: [3, nest<HwStatsInfo>(hwStatsInfoAttributes)],
});
/** Whether hardware counts, by what it counts. */
export interface HwStatsInfos extends Infer<typeof hwStatsInfosAttributes> {}

/** Statistics of hardware that does the link's work (`IFLA_OFFLOAD_XSTATS_*`). */
export const linkOffloadXstatsAttributes = attributes("link-offload-xstats", "IFLA_OFFLOAD_XSTATS_", {
  /** Packets that the CPU saw. */
  cpuHit: [1, nest<LinkStats64>(linkStats64)],
  /** Whether hardware counts; since 5.19. */
  hwSInfo: [2, nest<HwStatsInfos>(hwStatsInfosAttributes)],
  /** Packets that it routed; since 5.19. */
  l3Stats: [3, nest<HwStats64>(hwStats64)],
});
/** Statistics of hardware that does the link's work. */
export interface LinkOffloadXstats extends Infer<typeof linkOffloadXstatsAttributes> {}
