import { defineObject, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  flags,
  type Infer,
  ifindex,
  message,
  nest,
  pad,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../../common/address-family.js";
import { RTM_GETSTATS, RTM_NEWSTATS, RTM_SETSTATS } from "../../common/rtm.js";
import { RTNLGRP_STATS } from "../../common/rtnlgrp.js";
import { type LinkStats64, linkStats64 } from "./counters.js";
import { type LinkOffloadXstats, linkOffloadXstatsAttributes } from "./offload-xstats.js";
import { type LinkXstats, linkXstatsAttributes } from "./xstats.js";

/** Mask of statistics: bit `n - 1` for attribute `n` (`IFLA_STATS_FILTER_BIT`). */
export const statsFilter = flags("IFLA_STATS_FILTER_", u32, {
  link64: 0x01,
  linkXstats: 0x02,
  linkXstatsSlave: 0x04,
  linkOffloadXstats: 0x08,
  afSpec: 0x10,
});

/** Fixed header of statistics messages. */
export const ifStatsMsg = struct("if_stats_msg", {
  /** `"unspec"`. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link. */
  ifindex: ifindex(u32),
  /** Statistics requested or reported; see {@link statsFilter}. */
  filterMask: statsFilter,
});

/** MPLS counters of a link (`struct mpls_link_stats`). */
export const mplsLinkStats = struct("mpls_link_stats", {
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
  /** Packets without a route. */
  rxNoroute: u64,
});
/** MPLS counters of a link. */
export interface MplsLinkStats extends Infer<typeof mplsLinkStats> {}

/** MPLS statistics (`MPLS_STATS_*`). */
export const mplsStatsAttributes = attributes("mpls-stats-attrs", "MPLS_STATS_", {
  /** MPLS counters of the link. */
  link: [1, nest<MplsLinkStats>(mplsLinkStats)],
});
/** MPLS statistics. */
export interface MplsStats extends Infer<typeof mplsStatsAttributes> {}

/** Statistics by address family. */
export const statsAfSpecAttributes = attributes("stats-af-spec-attrs", "AF_", {
  /** MPLS; since 4.20. */
  mpls: [28, nest<MplsStats>(mplsStatsAttributes)],
});
/** Statistics by address family. */
export interface StatsAfSpec extends Infer<typeof statsAfSpecAttributes> {}

/** Attributes of statistics messages (`IFLA_STATS_*`). */
export const statsAttributes = attributes("stats-attrs", "IFLA_STATS_", {
  /** Counters of the link. */
  link64: [1, nest<LinkStats64>(linkStats64)],
  /** Statistics of the kind of the link. */
  linkXstats: [2, nest<LinkXstats>(linkXstatsAttributes)],
  /** Statistics of the kind of the link's master. */
  linkXstatsSlave: [3, nest<LinkXstats>(linkXstatsAttributes)],
  /** Statistics of offloading hardware. */
  linkOffloadXstats: [4, nest<LinkOffloadXstats>(linkOffloadXstatsAttributes)],
  /** Statistics by address family. */
  afSpec: [5, nest<StatsAfSpec>(statsAfSpecAttributes)],
});

/** Layout of `RTM_NEWSTATS`. */
export const statsMessage = message("stats", ifStatsMsg, statsAttributes);
/** Statistics of a link; since 4.7. */
export interface Stats extends Infer<typeof statsMessage> {}

/** Masks of statistics inside a nest: bit `n - 1` for its attribute `n`; since 5.19. */
export const statsFiltersAttributes = attributes("stats-filters-attrs", "IFLA_STATS_", {
  /** Mask of the statistics in `linkOffloadXstats`. */
  linkOffloadXstats: [4, u32],
});
/** Masks of statistics inside a nest. */
export interface StatsFilters extends Infer<typeof statsFiltersAttributes> {}

/** Attributes of statistics requests (`IFLA_STATS_*`). */
export const statsRequestAttributes = attributes("stats-getset-attrs", "IFLA_STATS_", {
  /** Get: masks of statistics inside a nest. */
  getFilters: [1, nest<StatsFilters>(statsFiltersAttributes)],
  /** Set: 1 if hardware counts the packets it routes, else 0; since 5.19. */
  setOffloadXstatsL3Stats: [2, u8],
});

/** Layout of `RTM_GETSTATS` and `RTM_SETSTATS`. */
export const statsRequestMessage = message("stats-request", ifStatsMsg, statsRequestAttributes);
/** A request about statistics. */
export interface StatsRequest extends Infer<typeof statsRequestMessage> {}

const request = nest<StatsRequest>(statsRequestMessage);

/**
 * Statistics messages (`RTM_*STATS`). `filterMask` defaults to the counters of the link itself. Lists leave out links that
 * have none of the requested statistics.
 */
export const statsObject = defineObject({
  name: "stats",
  namedBy: ["ifindex"],
  layout: nest<Stats>(statsMessage),
  types: { new: RTM_NEWSTATS, get: RTM_GETSTATS, set: RTM_SETSTATS },
  requests: { get: request, set: request },
  groups: [RTNLGRP_STATS],
  verbs: ["list", "get", "change", "notify"],
  filters: ["family"],
  requestOnly: ["filterMask", "getFilters"],
  joins: { by: ["ifindex"] },
  complete: (given, verb) => (verb === "change" ? given : { filterMask: statsFilter.bits.link64, ...given }),
});
/** Verbs of link statistics. */
export interface LinkStatistics extends ObjectOf<typeof statsObject> {}
