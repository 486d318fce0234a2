import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  attributes,
  flags,
  type Infer,
  message,
  nest,
  packed,
  pad,
  padding,
  readOnly,
  string,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { OVS_DP_CMD_DEL, OVS_DP_CMD_GET, OVS_DP_CMD_NEW, OVS_DP_CMD_SET } from "./commands.js";
import { ovsGroups } from "./families.js";
import { ovsHeader } from "./header.js";

/** Features that user space knows (`OVS_DP_F_*`). */
export const ovsDatapathFeatures = flags("OVS_DP_F_", u32, {
  /** The last attribute of a message need not be aligned. */
  unaligned: 0x1,
  /** Ports may have several sockets for packets. */
  vportPids: 0x2,
  /** The id of recirculation is shared with offloads. */
  tcRecircSharing: 0x4,
  /** Packets are handed over by processor, to `perCpuPids`; since 5.14. */
  dispatchUpcallPerCpu: 0x8,
});

/** Counters of a datapath (`struct ovs_dp_stats`). */
const ovsDpStats = struct("ovs_dp_stats", {
  /** Number of packets that matched a flow. */
  hit: u64,
  /** Number of packets that matched none. */
  missed: u64,
  /** Number of those that could not be handed over. */
  lost: u64,
  /** Number of flows. */
  flows: u64,
});
/** Counters of a datapath. */
export interface OvsDatapathStats extends Infer<typeof ovsDpStats> {}

/** Counters of masks (`struct ovs_dp_megaflow_stats`). */
const ovsDpMegaflowStats = struct("ovs_dp_megaflow_stats", {
  /** Number of masks that were tried. */
  maskHit: u64,
  /** Number of masks. */
  masks: u32,
  pad0: pad(4),
  /** Number of packets whose mask was in the cache; since 5.9. */
  cacheHit: u64,
  pad1: pad(8),
});
/** Counters of masks. */
export interface OvsMegaflowStats extends Infer<typeof ovsDpMegaflowStats> {}

/** Attributes of datapaths (`OVS_DP_ATTR_*`). */
const ovsDatapathAttributes = attributes("datapath", "OVS_DP_ATTR_", {
  /** Name of the link that is the local port. */
  name: [1, string],
  /** Port id of the socket that gets the packets of the local port which match no flow; 0 for none. */
  upcallPid: [2, u32],
  /** Counters. Read-only. */
  stats: [3, readOnly(nest<OvsDatapathStats>(ovsDpStats))],
  /** Counters of masks. Read-only. */
  megaflowStats: [4, readOnly(nest<OvsMegaflowStats>(ovsDpMegaflowStats))],
  /** Features that user space knows; see {@link ovsDatapathFeatures}. */
  userFeatures: [5, ovsDatapathFeatures],
  pad: [6, padding],
  /** Size of the cache of masks; since 5.9. */
  masksCacheSize: [7, u32],
  /** Port ids of the sockets that get packets, by processor; since 5.14. */
  perCpuPids: [8, packed(u32)],
  /** Index that the link of a new datapath gets; since 6.0. Write-only. */
  ifindex: [9, u32],
});
/** Layout of `OVS_DP_CMD_*`. */
export const ovsDatapathMessage = message("ovs-datapath", ovsHeader, ovsDatapathAttributes);
/** A datapath: a switch whose flows user space decides. */
export interface OvsDatapath extends Infer<typeof ovsDatapathMessage> {}

/** Messages of datapaths (`OVS_DP_CMD_*`). */
export const ovsDatapathObject = defineObject({
  name: "ovsDatapath",
  namedBy: ["name", "dpIfindex"],
  layout: nest<OvsDatapath>(ovsDatapathMessage),
  types: { new: OVS_DP_CMD_NEW, delete: OVS_DP_CMD_DEL, get: OVS_DP_CMD_GET, set: OVS_DP_CMD_SET },
  alsoNotifiedBy: [OVS_DP_CMD_SET],
  groups: [ovsGroups.datapath],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: [],
  complete: (given, verb) => (verb === "add" ? { upcallPid: 0, ...given } : given),
  keysOf: (given) => [given.dpIfindex ? pick(given, "dpIfindex") : pick(given, "name")],
  state: {
    identityOf: ({ dpIfindex }) => dpIfindex,
    volatile: ["stats", "megaflowStats"],
  },
});

/** Verbs of datapaths. */
export interface OvsDatapaths extends ObjectOf<typeof ovsDatapathObject> {}
