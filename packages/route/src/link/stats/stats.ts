import {
  attributes,
  flags,
  type Infer,
  ifindex,
  message,
  nest,
  type ObjectDefinition,
  pad,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core";
import { addressFamily } from "../../common/address-family.js";
import { RTM_GETSTATS, RTM_NEWSTATS, RTM_SETSTATS } from "../../common/rtm.js";
import { RTNLGRP_STATS } from "../../common/rtnlgrp.js";
import { type LinkStats64, linkStats64 } from "./counters.js";
import { type LinkOffloadXstats, linkOffloadXstatsAttributes } from "./offload-xstats.js";
import { type LinkXstats, linkXstatsAttributes } from "./xstats.js";

/** Which statistics are meant: bit `n - 1` for attribute `n`. */
export const statsFilter = flags("IFLA_STATS_FILTER_", u32, {
  link64: 0x01,
  linkXstats: 0x02,
  linkXstatsSlave: 0x04,
  linkOffloadXstats: 0x08,
  afSpec: 0x10,
});

/** The fixed header of messages of statistics. */
export const ifStatsMsg = struct("if_stats_msg", {
  /** `"unspec"`. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link. */
  ifindex: ifindex(u32),
  /** Which statistics are asked for or told; {@link statsFilter} has the names. */
  filterMask: statsFilter,
});

/** Counters of MPLS on a link (`struct mpls_link_stats`). */
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
  /** Packets dropped on their way out. */
  txDropped: u64,
  /** Packets for which there was no route. */
  rxNoroute: u64,
});
/** Counters of MPLS on a link. */
export interface MplsLinkStats extends Infer<typeof mplsLinkStats> {}

/** Statistics of MPLS (`MPLS_STATS_*`). */
export const mplsStatsAttributes = attributes("mpls-stats-attrs", "MPLS_STATS_", {
  /** Of the link. */
  link: [1, nest<MplsLinkStats>(mplsLinkStats)],
});
/** Statistics of MPLS. */
export interface MplsStats extends Infer<typeof mplsStatsAttributes> {}

/** Statistics by address family. */
export const statsAfSpecAttributes = attributes("stats-af-spec-attrs", "AF_", {
  /** MPLS; since 4.20. */
  mpls: [28, nest<MplsStats>(mplsStatsAttributes)],
});
/** Statistics by address family. */
export interface StatsAfSpec extends Infer<typeof statsAfSpecAttributes> {}

/** The attributes of statistics (`IFLA_STATS_*`). */
export const statsAttributes = attributes("stats-attrs", "IFLA_STATS_", {
  /** Counters of the link. */
  link64: [1, nest<LinkStats64>(linkStats64)],
  /** By the kind of the link. */
  linkXstats: [2, nest<LinkXstats>(linkXstatsAttributes)],
  /** By the kind of the link's master. */
  linkXstatsSlave: [3, nest<LinkXstats>(linkXstatsAttributes)],
  /** Of hardware that does the link's work. */
  linkOffloadXstats: [4, nest<LinkOffloadXstats>(linkOffloadXstatsAttributes)],
  /** By address family. */
  afSpec: [5, nest<StatsAfSpec>(statsAfSpecAttributes)],
});

/** The layout of `RTM_NEWSTATS`. */
export const statsMessage = message("stats", ifStatsMsg, statsAttributes);
/** Statistics of a link; since 4.7. */
export interface Stats extends Infer<typeof statsMessage> {}

/** Which of the statistics in a nest are meant: bit `n - 1` for attribute `n` there; since 5.19. */
export const statsFiltersAttributes = attributes("stats-filters-attrs", "IFLA_STATS_", {
  /** Of `linkOffloadXstats`. */
  linkOffloadXstats: [4, u32],
});
/** Which of the statistics in a nest are meant. */
export interface StatsFilters extends Infer<typeof statsFiltersAttributes> {}

/** The attributes of requests (`IFLA_STATS_*`). */
export const statsRequestAttributes = attributes("stats-getset-attrs", "IFLA_STATS_", {
  /** Get: which of the statistics in a nest. */
  getFilters: [1, nest<StatsFilters>(statsFiltersAttributes)],
  /** Set: whether hardware counts what it routes, 0 or 1; since 5.19. */
  setOffloadXstatsL3Stats: [2, u8],
});

/** The layout of `RTM_GETSTATS` and `RTM_SETSTATS`. */
export const statsRequestMessage = message("stats-request", ifStatsMsg, statsRequestAttributes);
/** A request about statistics. */
export interface StatsRequest extends Infer<typeof statsRequestMessage> {}

const request = nest<StatsRequest>(statsRequestMessage);

/**
 * Messages of statistics (`RTM_*STATS`). Without a `filterMask` those of the link itself are asked for; a list
 * leaves out links that have none of what is asked.
 */
export const statsObject: ObjectDefinition<Stats, StatsRequest> = {
  name: "stats",
  namedBy: ["ifindex"],
  layout: nest<Stats>(statsMessage),
  types: { new: RTM_NEWSTATS, get: RTM_GETSTATS, set: RTM_SETSTATS },
  requests: { get: request, set: request },
  groups: [RTNLGRP_STATS],
  filters: ["family"],
  selectors: ["filterMask", "getFilters"],
  changeFlags: 0,
  joins: { by: ["ifindex"] },
  prepare: (given, verb) => (verb === "change" ? given : { filterMask: statsFilter.bits.link64, ...given }),
};
