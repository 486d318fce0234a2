import {
  attributes,
  enumeration,
  flags,
  type Infer,
  nest,
  repeated,
  required,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { bridgePortState } from "../kinds/bridge-port.js";
import { type BridgeCfm, bridgeCfmAttributes } from "./cfm.js";
import { type BridgeMrp, bridgeMrpAttributes } from "./mrp.js";

//  Content of IFLA_AF_SPEC in link messages of AF_BRIDGE.

/** Target of a request of `AF_BRIDGE` (`BRIDGE_FLAGS_*`). */
export const bridgeFlags = flags("BRIDGE_FLAGS_", u16, {
  /** Bridge of which the link is a port. */
  master: 0x1,
  /** Link itself. */
  self: 0x2,
});

/** Hardware forwarding between virtual functions (`BRIDGE_MODE_*`). */
export const bridgeMode = enumeration("BRIDGE_MODE_", u16, {
  /** Inside the device. */
  veb: 0,
  /** Through the external switch. */
  vepa: 1,
  undef: 0xffff,
});

/** VLAN flags of a bridge or port (`BRIDGE_VLAN_INFO_*`). */
export const bridgeVlanFlags = flags("BRIDGE_VLAN_INFO_", u16, {
  /** In a request: applies to the bridge itself. */
  master: 0x1,
  /** VLAN of untagged ingress packets. */
  pvid: 0x2,
  /** Egress packets are untagged. */
  untagged: 0x4,
  /** Start of a range; the next entry ends it. */
  rangeBegin: 0x8,
  rangeEnd: 0x10,
  /** Applies to the bridge itself, not only to ports. */
  brentry: 0x20,
  /** In a request: changes only the options. */
  onlyOpts: 0x40,
});

/** A VLAN of a bridge or port (`struct bridge_vlan_info`). */
export const bridgeVlanInfo = struct("bridge_vlan_info", {
  /** VLAN flags; see {@link bridgeVlanFlags}. */
  flags: bridgeVlanFlags,
  /** VLAN id. */
  vid: required(u16),
});
/** A VLAN of a bridge or port. */
export interface BridgeVlanInfo extends Infer<typeof bridgeVlanInfo> {}

/** VLAN mapped to a tunnel (`IFLA_BRIDGE_VLAN_TUNNEL_*`). */
export const bridgeVlanTunnelAttributes = attributes("bridge-vlan-tunnel-attrs", "IFLA_BRIDGE_VLAN_TUNNEL_", {
  /** Id of the tunnel, below 2^24. */
  id: [1, u32],
  /** VLAN id. */
  vid: [2, u16],
  /** Range flags: `rangeBegin` and `rangeEnd` of {@link bridgeVlanFlags}. */
  flags: [3, bridgeVlanFlags],
});
/** VLAN mapped to a tunnel. */
export interface BridgeVlanTunnel extends Infer<typeof bridgeVlanTunnelAttributes> {}

/** State of a port in one spanning tree (`IFLA_BRIDGE_MST_ENTRY_*`). */
export const bridgeMstEntryAttributes = attributes("bridge-mst-entry-attrs", "IFLA_BRIDGE_MST_ENTRY_", {
  /** Spanning tree instance. */
  msti: [1, u16],
  /** State of the port in the instance. */
  state: [2, bridgePortState],
});
/** State of a port in one spanning tree. */
export interface BridgeMstEntry extends Infer<typeof bridgeMstEntryAttributes> {}

/** Port states by spanning tree (`IFLA_BRIDGE_MST_*`). */
export const bridgeMstAttributes = attributes("bridge-mst-attrs", "IFLA_BRIDGE_MST_", {
  /** Port states, one per spanning tree. */
  entry: [1, repeated(nest<BridgeMstEntry>(bridgeMstEntryAttributes))],
});
/** Port states by spanning tree. */
export interface BridgeMst extends Infer<typeof bridgeMstAttributes> {}

/** Settings of a bridge or port in messages of `AF_BRIDGE` (`IFLA_BRIDGE_*`). */
export const bridgeAfSpecAttributes = attributes("bridge-af-spec-attrs", "IFLA_BRIDGE_", {
  /** Target of a request; drivers may report it as well. */
  flags: [0, bridgeFlags],
  /** Hardware forwarding between virtual functions. */
  mode: [1, bridgeMode],
  /** VLANs, reported if `extMask` has `brvlan` or `brvlanCompressed`. */
  vlanInfo: [2, repeated(nest<BridgeVlanInfo>(bridgeVlanInfo))],
  /** VLANs mapped to tunnels. */
  vlanTunnelInfo: [3, repeated(nest<BridgeVlanTunnel>(bridgeVlanTunnelAttributes))],
  /** Media redundancy, reported if `extMask` has `mrp`; since 5.8. */
  mrp: [4, nest<BridgeMrp>(bridgeMrpAttributes)],
  /** Connectivity fault management, reported if `extMask` has `cfmConfig` or `cfmStatus`; since 5.11. */
  cfm: [5, nest<BridgeCfm>(bridgeCfmAttributes)],
  /** Port states by spanning tree, reported if `extMask` has `mst`; since 5.18. */
  mst: [6, nest<BridgeMst>(bridgeMstAttributes)],
});
/** Settings of a bridge or port in messages of `AF_BRIDGE`. */
export interface BridgeAfSpec extends Infer<typeof bridgeAfSpecAttributes> {}
