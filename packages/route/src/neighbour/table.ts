import type { ObjectDefinition } from "@rxnetlink/core";
import {
  attributes,
  type Infer,
  ifindex,
  message,
  nest,
  pad,
  padding,
  readOnly,
  struct,
  u16,
  u32,
  u64,
  word,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_GETNEIGHTBL, RTM_NEWNEIGHTBL, RTM_SETNEIGHTBL } from "../common/rtm.js";

/** The fixed header of messages of neighbour tables. */
export const ndtmsg = struct("ndtmsg", {
  /** `"inet"` or `"inet6"`. */
  family: addressFamily,
  _: pad(3),
});

/** State of a neighbour table (`struct ndt_config`). */
export const ndtConfig = struct("ndt_config", {
  /** Length of an address, in bytes. */
  keyLen: u16,
  /** Size of an entry, in bytes. */
  entrySize: u16,
  /** How many entries there are. */
  entries: u32,
  /** When it was last flushed, in ms ago. */
  lastFlush: u32,
  /** When its hash was last changed, in ms ago. */
  lastRand: u32,
  /** Random part of its hash. */
  hashRnd: u32,
  /** Mask of its hash. */
  hashMask: u32,
  /** Where the collection of garbage goes on. */
  hashChainGc: u32,
  /** How many packets wait for the answer of a proxy. */
  proxyQlen: u32,
});
/** State of a neighbour table. */
export interface NdtConfig extends Infer<typeof ndtConfig> {}

/** Counters of a neighbour table (`struct ndt_stats`). */
export const ndtStats = struct("ndt_stats", {
  /** Entries made. */
  allocs: u64,
  /** Entries removed. */
  destroys: u64,
  /** How often its hash grew. */
  hashGrows: u64,
  /** Resolutions that failed. */
  resFailed: u64,
  /** Lookups. */
  lookups: u64,
  /** Lookups that found an entry. */
  hits: u64,
  /** Probes received by multicast. */
  rcvProbesMcast: u64,
  /** Probes received by unicast. */
  rcvProbesUcast: u64,
  /** Collections of garbage at regular times. */
  periodicGcRuns: u64,
  /** Collections of garbage for want of room. */
  forcedGcRuns: u64,
  /** Entries that found no room. */
  tableFulls: u64,
});
/** Counters of a neighbour table. */
export interface NdtStats extends Infer<typeof ndtStats> {}

/** Parameters of a neighbour table, for one link or for those to come (`NDTPA_*`). */
export const ndtpaAttributes = attributes("ndtpa-attrs", "NDTPA_", {
  /** Index of the link; absent for those to come. */
  ifindex: [1, ifindex(u32)],
  /** How many hold them. Read-only. */
  refcnt: [2, readOnly(u32)],
  /** How long a neighbour is believed reachable just now, in ms. Read-only. */
  reachableTime: [3, readOnly(u64)],
  /** Mean of `reachableTime`, in ms. */
  baseReachableTime: [4, u64],
  /** Time between solicitations, in ms. */
  retransTime: [5, u64],
  /** How long a stale entry is kept, in ms. */
  gcStaletime: [6, u64],
  /** How long to wait before a stale entry is checked, in ms. */
  delayProbeTime: [7, u64],
  /** How many packets wait for a resolution. */
  queueLen: [8, u32],
  /** How often a daemon is asked. */
  appProbes: [9, u32],
  /** How often a neighbour is asked by unicast. */
  ucastProbes: [10, u32],
  /** How often by multicast. */
  mcastProbes: [11, u32],
  /** Longest delay of an answer for an anycast address, in ms. */
  anycastDelay: [12, u64],
  /** Longest delay of an answer as a proxy, in ms. */
  proxyDelay: [13, u64],
  /** How many packets wait for the answer of a proxy. */
  proxyQlen: [14, u32],
  /** How long an entry stays as it is at least, in ms. */
  locktime: [15, u64],
  /** How many bytes wait for a resolution. */
  queueLenbytes: [16, u32],
  /** How often by multicast after unicast failed; since 4.1. */
  mcastReprobes: [17, u32],
  /** Alignment. */
  pad: [18, padding],
  /** Time between checks of managed neighbours, in ms; since 6.0. */
  intervalProbeTimeMs: [19, u64],
});
/** Parameters of a neighbour table. */
export interface NdtParms extends Infer<typeof ndtpaAttributes> {}

/** The attributes of neighbour tables (`NDTA_*`). */
export const ndtAttributes = attributes("ndt-attrs", "NDTA_", {
  /** Name: `"arp_cache"`, `"ndisc_cache"`. */
  name: [1, word("arp_cache", "ndisc_cache")],
  /** Below that many entries no garbage is collected. */
  thresh1: [2, u32],
  /** Above that many entries garbage is collected after 5 s. */
  thresh2: [3, u32],
  /** The most entries. */
  thresh3: [4, u32],
  /** State; absent where the message is about one link. */
  config: [5, readOnly(nest<NdtConfig>(ndtConfig))],
  /** Parameters. */
  parms: [6, nest<NdtParms>(ndtpaAttributes)],
  /** Counters. */
  stats: [7, readOnly(nest<NdtStats>(ndtStats))],
  /** Time between collections of garbage, in ms. */
  gcInterval: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});

/** The layout of `RTM_*NEIGHTBL`. */
export const neighbourTableMessage = message("neighbourTable", ndtmsg, ndtAttributes);
/** A neighbour table, or its parameters for one link. */
export interface NeighbourTable extends Infer<typeof neighbourTableMessage> {}

/** Messages of neighbour tables (`RTM_*NEIGHTBL`); there are no notifications, so that no state is kept, and no single ones. */
export const neighbourTableObject: ObjectDefinition<NeighbourTable> = {
  name: "neighbourTable",
  namedBy: ["name", "family"],
  layout: nest<NeighbourTable>(neighbourTableMessage),
  types: { new: RTM_NEWNEIGHTBL, get: RTM_GETNEIGHTBL, set: RTM_SETNEIGHTBL },
  groups: [],
  filters: ["family"],
  changeFlags: 0,
  notFound: "ENOENT",
};
