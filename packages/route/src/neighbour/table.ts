import { defineObject, type ObjectOf } from "@rxnetlink/core";
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

/** Fixed header of neighbour table messages. */
export const ndtmsg = struct("ndtmsg", {
  /** `"inet"` or `"inet6"`. */
  family: addressFamily,
  _: pad(3),
});

/** Status of a neighbour table (`struct ndt_config`). */
export const ndtConfig = struct("ndt_config", {
  /** Length of an address, in bytes. */
  keyLen: u16,
  /** Size of an entry, in bytes. */
  entrySize: u16,
  /** Number of entries. */
  entries: u32,
  /** Time since the last flush, in ms. */
  lastFlush: u32,
  /** Time since the last change of the hash, in ms. */
  lastRand: u32,
  /** Random part of the hash. */
  hashRnd: u32,
  /** Mask of the hash. */
  hashMask: u32,
  /** Position at which garbage collection continues. */
  hashChainGc: u32,
  /** Number of packets waiting for a proxy's answer. */
  proxyQlen: u32,
});
/** Status of a neighbour table. */
export interface NdtConfig extends Infer<typeof ndtConfig> {}

/** Counters of a neighbour table (`struct ndt_stats`). */
export const ndtStats = struct("ndt_stats", {
  /** Entries created. */
  allocs: u64,
  /** Entries destroyed. */
  destroys: u64,
  /** Number of times the hash grew. */
  hashGrows: u64,
  /** Failed resolutions. */
  resFailed: u64,
  /** Lookups. */
  lookups: u64,
  /** Lookups that found an entry. */
  hits: u64,
  /** Multicast probes received. */
  rcvProbesMcast: u64,
  /** Unicast probes received. */
  rcvProbesUcast: u64,
  /** Periodic garbage collections. */
  periodicGcRuns: u64,
  /** Garbage collections forced by lack of room. */
  forcedGcRuns: u64,
  /** Entries refused because the table was full. */
  tableFulls: u64,
});
/** Counters of a neighbour table. */
export interface NdtStats extends Infer<typeof ndtStats> {}

/** Parameters of a neighbour table, of one link or the defaults of future links (`NDTPA_*`). */
export const ndtpaAttributes = attributes("ndtpa-attrs", "NDTPA_", {
  /** Index of the link; absent for the defaults. */
  ifindex: [1, ifindex(u32)],
  /** Number of references. Read-only. */
  refcnt: [2, readOnly(u32)],
  /** Current time for which a neighbour is considered reachable, in ms. Read-only. */
  reachableTime: [3, readOnly(u64)],
  /** Mean of `reachableTime`, in ms. */
  baseReachableTime: [4, u64],
  /** Interval between solicitations, in ms. */
  retransTime: [5, u64],
  /** Time for which a stale entry is kept, in ms. */
  gcStaletime: [6, u64],
  /** Delay before a stale entry is checked, in ms. */
  delayProbeTime: [7, u64],
  /** Maximum number of packets that wait for a resolution. */
  queueLen: [8, u32],
  /** Number of probes to user space. */
  appProbes: [9, u32],
  /** Number of unicast probes. */
  ucastProbes: [10, u32],
  /** Number of multicast probes. */
  mcastProbes: [11, u32],
  /** Maximum delay of an answer for an anycast address, in ms. */
  anycastDelay: [12, u64],
  /** Maximum delay of an answer as a proxy, in ms. */
  proxyDelay: [13, u64],
  /** Maximum number of packets that wait for a proxy's answer. */
  proxyQlen: [14, u32],
  /** Minimum time between changes of an entry, in ms. */
  locktime: [15, u64],
  /** Maximum number of bytes that wait for a resolution. */
  queueLenbytes: [16, u32],
  /** Number of multicast probes after unicast probes failed; since 4.1. */
  mcastReprobes: [17, u32],
  /** Alignment. */
  pad: [18, padding],
  /** Interval between checks of managed neighbours, in ms; since 6.0. */
  intervalProbeTimeMs: [19, u64],
});
/** Parameters of a neighbour table. */
export interface NdtParms extends Infer<typeof ndtpaAttributes> {}

/** Attributes of neighbour tables (`NDTA_*`). */
export const ndtAttributes = attributes("ndt-attrs", "NDTA_", {
  /** Name: `"arp_cache"`, `"ndisc_cache"`. */
  name: [1, word("arp_cache", "ndisc_cache")],
  /** Number of entries below which no garbage is collected. */
  thresh1: [2, u32],
  /** Number of entries above which garbage older than 5 s is collected. */
  thresh2: [3, u32],
  /** Maximum number of entries. */
  thresh3: [4, u32],
  /** Status; absent in messages about one link. Read-only. */
  config: [5, readOnly(nest<NdtConfig>(ndtConfig))],
  /** Parameters. */
  parms: [6, nest<NdtParms>(ndtpaAttributes)],
  /** Counters; read-only. */
  stats: [7, readOnly(nest<NdtStats>(ndtStats))],
  /** Interval between garbage collections, in ms. */
  gcInterval: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});

/** Layout of `RTM_*NEIGHTBL`. */
export const neighbourTableMessage = message("neighbourTable", ndtmsg, ndtAttributes);
/** A neighbour table, or its parameters of one link. */
export interface NeighbourTable extends Infer<typeof neighbourTableMessage> {}

/** Neighbour table messages (`RTM_*NEIGHTBL`). The kernel sends no notifications of them, so there is no state. */
export const neighbourTableObject = defineObject({
  name: "neighbourTable",
  namedBy: ["name", "family"],
  layout: nest<NeighbourTable>(neighbourTableMessage),
  types: { new: RTM_NEWNEIGHTBL, get: RTM_GETNEIGHTBL, set: RTM_SETNEIGHTBL },
  groups: [],
  verbs: ["list", "get", "change"],
  filters: ["family"],
  notFound: "ENOENT",
});
/** Verbs of neighbour tables. */
export interface NeighbourTables extends ObjectOf<typeof neighbourTableObject> {}
