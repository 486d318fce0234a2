import type { ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  be16,
  enumeration,
  type Infer,
  nest,
  nestedArray,
  refine,
  repeated,
  u32,
} from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "./bits/bitset.js";
import { UDP_TUNNEL_TYPES, type UdpTunnelType } from "./bits/names.js";
import { ETHTOOL_MSG_TUNNEL_INFO_GET } from "./commands/requests.js";
import { header, ofLink } from "./common/header.js";
import { defineReport } from "./common/objects.js";

/** Kinds of tunnels by name; see {@link BitStates}. */
export type UdpTunnelTypeStates = BitStates<UdpTunnelType>;

/** Kinds of tunnels over UDP (`ETHTOOL_UDP_TUNNEL_TYPE_*`). */
export const udpTunnelType = enumeration("ETHTOOL_UDP_TUNNEL_TYPE_", u32, {
  vxlan: 0,
  geneve: 1,
  vxlanGpe: 2,
});

/** Attributes of a port (`ETHTOOL_A_TUNNEL_UDP_ENTRY_*`). */
const tunnelEntryAttributes = attributes("tunnel-udp-entry", "ETHTOOL_A_TUNNEL_UDP_ENTRY_", {
  /** UDP port. */
  port: [1, be16],
  /** Kind of tunnel. */
  type: [2, udpTunnelType],
});
/** A UDP port whose tunnels the device knows. */
export interface TunnelPort extends Infer<typeof tunnelEntryAttributes> {}

/** Attributes of a table of ports (`ETHTOOL_A_TUNNEL_UDP_TABLE_*`). */
const tunnelTableAttributes = attributes("tunnel-udp-table", "ETHTOOL_A_TUNNEL_UDP_TABLE_", {
  /** Most ports. */
  size: [1, u32],
  /** Kinds of tunnels. */
  types: [2, nest<UdpTunnelTypeStates>(bitset(UDP_TUNNEL_TYPES, "list"))],
  /** Ports. */
  entry: [3, repeated(nest<TunnelPort>(tunnelEntryAttributes))],
});
/** A table of UDP ports in a device. */
export interface TunnelTable extends Infer<typeof tunnelTableAttributes> {}

/** Attributes of offloaded tunnels (`ETHTOOL_A_TUNNEL_INFO_*`). */
const tunnelInfoAttributes = attributes("tunnel-info", "ETHTOOL_A_TUNNEL_INFO_", {
  /** The link. */
  header: [1, header],
  /** Tables of UDP ports. */
  udpPorts: [
    2,
    refine<TunnelTable[]>(nestedArray(1, nest<TunnelTable>(tunnelTableAttributes)), { name: "tunnel-udp" }),
  ],
});

/** Layout of `ETHTOOL_MSG_TUNNEL_INFO_*`. */
export const tunnelInfoMessage = ofLink("tunnel-info", tunnelInfoAttributes);
/** UDP ports whose tunnels a link's device offloads; since 5.9. */
export interface TunnelInfo extends Infer<typeof tunnelInfoMessage> {}

/** Messages of offloaded tunnels (`ETHTOOL_MSG_TUNNEL_INFO_*`). */
export const tunnelInfoObject = defineReport({
  name: "tunnelInfo",
  layout: nest<TunnelInfo>(tunnelInfoMessage),
  types: { get: ETHTOOL_MSG_TUNNEL_INFO_GET },
});

/** Verbs of offloaded tunnels; see {@link TunnelInfo}. */
export interface TunnelInfos extends ObjectOf<typeof tunnelInfoObject> {}
