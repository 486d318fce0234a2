import { attributes, type Infer, nest, struct, u8, u64 } from "@rxnetlink/core/schema";
import { type LinkStats64, linkStats64 } from "./counters.js";

/** Hardware counters (`struct rtnl_hw_stats64`). */
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
  /** Packets dropped during transmission. */
  txDropped: u64,
  /** Multicast packets received. */
  multicast: u64,
});
/** Hardware counters. */
export interface HwStats64 extends Infer<typeof hwStats64> {}

/** Status of hardware counting (`IFLA_OFFLOAD_XSTATS_HW_S_INFO_*`). */
export const hwStatsInfoAttributes = attributes("hw-s-info-one", "IFLA_OFFLOAD_XSTATS_HW_S_INFO_", {
  /** 1 if counting was requested, else 0. */
  request: [1, u8],
  /** 1 if hardware counts, else 0. */
  used: [2, u8],
});
/** Status of hardware counting. */
export interface HwStatsInfo extends Infer<typeof hwStatsInfoAttributes> {}

/** Status of hardware counting, by type of counter (`IFLA_OFFLOAD_XSTATS_*`). */
export const hwStatsInfosAttributes = attributes("hw-s-infos", "IFLA_OFFLOAD_XSTATS_", {
  /** Routed packets. */
  l3Stats: [3, nest<HwStatsInfo>(hwStatsInfoAttributes)],
});
/** Status of hardware counting, by type of counter. */
export interface HwStatsInfos extends Infer<typeof hwStatsInfosAttributes> {}

/** Statistics of offloading hardware (`IFLA_OFFLOAD_XSTATS_*`). */
export const linkOffloadXstatsAttributes = attributes("link-offload-xstats", "IFLA_OFFLOAD_XSTATS_", {
  /** Packets handled by the CPU. */
  cpuHit: [1, nest<LinkStats64>(linkStats64)],
  /** Status of hardware counting; since 5.19. */
  hwSInfo: [2, nest<HwStatsInfos>(hwStatsInfosAttributes)],
  /** Packets routed by hardware; since 5.19. */
  l3Stats: [3, nest<HwStats64>(hwStats64)],
});
/** Statistics of offloading hardware. */
export interface LinkOffloadXstats extends Infer<typeof linkOffloadXstatsAttributes> {}
