import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  attributes,
  flags,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  message,
  nest,
  pad,
  padding,
  readOnly,
  repeated,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELTUNNEL, RTM_GETTUNNEL, RTM_NEWTUNNEL } from "../common/rtm.js";
import { RTNLGRP_TUNNEL } from "../common/rtnlgrp.js";

/** Content of a list (`TUNNEL_MSG_FLAG_*`). */
export const tunnelFlags = flags("TUNNEL_MSG_FLAG_", u8, {
  /** Includes counters. */
  stats: 1,
});

/** Fixed header of VNI filter messages. */
export const tunnelMsg = struct("tunnel_msg", {
  /** `"bridge"`; filled in. */
  family: addressFamily,
  /** Content of a list; see {@link tunnelFlags}. */
  flags: tunnelFlags,
  _: pad(2),
  /** Index of the vxlan link. */
  ifindex: ifindex(u32),
});

/** VNI counters (`VNIFILTER_ENTRY_STATS_*`). */
export const vniStatsAttributes = attributes("vnifilter-entry-stats-attrs", "VNIFILTER_ENTRY_STATS_", {
  /** Bytes received. */
  rxBytes: [1, u64],
  /** Packets received. */
  rxPkts: [2, u64],
  /** Packets received but dropped. */
  rxDrops: [3, u64],
  /** Bad packets received. */
  rxErrors: [4, u64],
  /** Bytes sent. */
  txBytes: [5, u64],
  /** Packets sent. */
  txPkts: [6, u64],
  /** Packets dropped during transmission. */
  txDrops: [7, u64],
  /** Packets that could not be sent. */
  txErrors: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});
/** VNI counters. */
export interface VniStats extends Infer<typeof vniStatsAttributes> {}

/** Range of VNIs that a vxlan accepts (`VXLAN_VNIFILTER_ENTRY_*`). */
export const vniEntryAttributes = attributes("vxlan-vnifilter-entry-attrs", "VXLAN_VNIFILTER_ENTRY_", {
  /** First VNI. */
  start: [1, u32],
  /** Last VNI. */
  end: [2, u32],
  /** Default IPv4 multicast group or remote endpoint, for destinations without an entry. */
  group: [3, ipv4],
  /** Default IPv6 multicast group or remote endpoint, for destinations without an entry. */
  group6: [4, ipv6],
  /** Counters, if requested; read-only. */
  stats: [5, readOnly(nest<VniStats>(vniStatsAttributes))],
});
/** Range of VNIs that a vxlan accepts. */
export interface VniEntry extends Infer<typeof vniEntryAttributes> {}

/** Attributes of VNI filters (`VXLAN_VNIFILTER_*`). */
export const vnifilterAttributes = attributes("vxlan-vnifilter-attrs", "VXLAN_VNIFILTER_", {
  /** Accepted VNIs. */
  entry: [1, repeated(nest<VniEntry>(vniEntryAttributes))],
});

/** Layout of `RTM_*TUNNEL`. */
export const tunnelMessage = message("tunnel", tunnelMsg, vnifilterAttributes);
/** The VNI filter of a vxlan that has `vnifilter`; since 5.18. */
export interface Tunnel extends Infer<typeof tunnelMessage> {}

/** VNI filter messages (`RTM_*TUNNEL`). A list has one {@link Tunnel} per vxlan. */
export const tunnelObject = defineObject({
  name: "tunnel",
  namedBy: ["ifindex"],
  layout: nest<Tunnel>(tunnelMessage),
  types: { new: RTM_NEWTUNNEL, delete: RTM_DELTUNNEL, get: RTM_GETTUNNEL },
  groups: [RTNLGRP_TUNNEL],
  verbs: ["list", "get", "add", "change", "delete", "notify"],
  filters: ["family", "ifindex"],
  requestOnly: ["flags"],
  notFound: "ENOENT",
  joins: { by: ["ifindex"] },
  complete: (given) => ({ family: "bridge", ...given }),
  keysOf: ({ entry, ...filter }, verb) => [
    {
      ...pick(filter, "ifindex"),
      ...(verb === "delete" && entry && { entry: entry.map((vnis) => pick(vnis, "start", "end")) }),
    },
  ],
});
/** Verbs of VNI filters. */
export interface Tunnels extends ObjectOf<typeof tunnelObject> {}
