import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  flag,
  type Infer,
  message,
  nest,
  packed,
  padding,
  readOnly,
  s32,
  string,
  struct,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { OVS_VPORT_CMD_DEL, OVS_VPORT_CMD_GET, OVS_VPORT_CMD_NEW, OVS_VPORT_CMD_SET } from "./commands.js";
import { ovsGroups } from "./families.js";
import { ovsHeader } from "./header.js";

/** Kinds of ports (`OVS_VPORT_TYPE_*`). */
export const ovsVportType = enumeration("OVS_VPORT_TYPE_", u32, {
  /** A link that exists. */
  netdev: 1,
  /** A link that the datapath makes. */
  internal: 2,
  /** A tunnel of GRE, whose keys come from flows. */
  gre: 3,
  /** A tunnel of VXLAN, whose keys come from flows. */
  vxlan: 4,
  /** A tunnel of Geneve, whose keys come from flows. */
  geneve: 5,
});

/** Counters of a port (`struct ovs_vport_stats`). */
const ovsVportStats = struct("ovs_vport_stats", {
  /** Number of packets received. */
  rxPackets: u64,
  /** Number of packets sent. */
  txPackets: u64,
  /** Number of bytes received. */
  rxBytes: u64,
  /** Number of bytes sent. */
  txBytes: u64,
  /** Number of bad packets received. */
  rxErrors: u64,
  /** Number of packets that could not be sent. */
  txErrors: u64,
  /** Number of received packets that were dropped. */
  rxDropped: u64,
  /** Number of packets to send that were dropped. */
  txDropped: u64,
});
/** Counters of a port. */
export interface OvsVportStats extends Infer<typeof ovsVportStats> {}

/** Extensions of VXLAN (`OVS_VXLAN_EXT_*`). */
const ovsVxlanExtensions = attributes("vport-vxlan-extensions", "OVS_VXLAN_EXT_", {
  /** Set for group based policy. */
  gbp: [1, flag],
});
/** Extensions of VXLAN. */
export interface OvsVxlanExtensions extends Infer<typeof ovsVxlanExtensions> {}

/** Options of tunnels (`OVS_TUNNEL_ATTR_*`). */
const ovsVportOptions = attributes("vport-options", "OVS_TUNNEL_ATTR_", {
  /** Destination port of UDP. */
  dstPort: [1, u16],
  /** Extensions of VXLAN. */
  extension: [2, nest<OvsVxlanExtensions>(ovsVxlanExtensions)],
});
/** Options of tunnels. */
export interface OvsVportOptions extends Infer<typeof ovsVportOptions> {}

/** Counters of packets that a port handed over (`OVS_VPORT_UPCALL_ATTR_*`). */
const ovsUpcallStats = attributes("upcall-stats", "OVS_VPORT_UPCALL_ATTR_", {
  /** Number of packets handed over. */
  success: [0, u64],
  /** Number of packets that could not be. */
  fail: [1, u64],
});
/** Counters of packets that a port handed over. */
export interface OvsUpcallStats extends Infer<typeof ovsUpcallStats> {}

/** Attributes of ports (`OVS_VPORT_ATTR_*`). */
const ovsVportAttributes = attributes("vport", "OVS_VPORT_ATTR_", {
  /** Number of the port in its datapath; 0 is the local port. Chosen by the kernel by default. */
  portNo: [1, u32],
  /** Kind; `"netdev"` by default. */
  type: [2, ovsVportType],
  /** Name of the link. */
  name: [3, string],
  /** Options of tunnels. */
  options: [4, nest<OvsVportOptions>(ovsVportOptions)],
  /** Port ids of the sockets that get packets which match no flow; `[0]` for none, the default. */
  upcallPid: [5, packed(u32)],
  /** Counters. Read-only. */
  stats: [6, readOnly(nest<OvsVportStats>(ovsVportStats))],
  pad: [7, padding],
  /** Index of the link; of a new internal port since 6.0. */
  ifindex: [8, u32],
  /** Id of the link's namespace, where it is another. Read-only. */
  netnsid: [9, readOnly(s32)],
  /** Counters of packets that were handed over; since 6.3. Read-only. */
  upcallStats: [10, readOnly(nest<OvsUpcallStats>(ovsUpcallStats))],
});
/** Layout of `OVS_VPORT_CMD_*`. */
export const ovsVportMessage = message("ovs-vport", ovsHeader, ovsVportAttributes);
/** A port of a datapath. */
export interface OvsVport extends Infer<typeof ovsVportMessage> {}

/** Time between lists, in milliseconds. */
const RELIST = 5000;

/** Messages of ports (`OVS_VPORT_CMD_*`). */
export const ovsVportObject = defineObject({
  name: "ovsVport",
  namedBy: ["name", "portNo", "dpIfindex"],
  layout: nest<OvsVport>(ovsVportMessage),
  types: {
    new: OVS_VPORT_CMD_NEW,
    delete: OVS_VPORT_CMD_DEL,
    get: OVS_VPORT_CMD_GET,
    set: OVS_VPORT_CMD_SET,
  },
  alsoNotifiedBy: [OVS_VPORT_CMD_SET],
  groups: [ovsGroups.vport],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: ["dpIfindex"],
  complete: (given, verb) => (verb === "add" ? { type: "netdev", upcallPid: [0], ...given } : given),
  keysOf: (given) => [
    given.name === undefined ? pick(given, "dpIfindex", "portNo") : pick(given, "dpIfindex", "name"),
  ],
  state: {
    identityOf: ({ dpIfindex, portNo }) => `${dpIfindex} ${portNo}`,
    relistEvery: RELIST,
    volatile: ["stats", "upcallStats"],
    silent: { "": { reason: "the ports of a datapath disappear with it" } },
  },
});

/**
 * Verbs of ports. `list$()` lists those of all datapaths, one by one. State is listed again every five seconds, since ports
 * silently disappear with their datapath.
 */
export interface OvsVports extends ObjectOf<typeof ovsVportObject> {}
