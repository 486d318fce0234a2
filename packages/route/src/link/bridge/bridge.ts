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
} from "@rxnetlink/core";
import { bridgePortState } from "../kinds/bridge-port.js";
import { type BridgeCfm, bridgeCfmAttributes } from "./cfm.js";
import { type BridgeMrp, bridgeMrpAttributes } from "./mrp.js";

//  What IFLA_AF_SPEC holds in link messages of AF_BRIDGE.

/** Whom a request of `AF_BRIDGE` is for (`BRIDGE_FLAGS_*`). */
export const bridgeFlags = flags("BRIDGE_FLAGS_", u16, {
  /** The bridge that the link is a port of. */
  master: 0x1,
  /** The link itself. */
  self: 0x2,
});

/** Where hardware forwards between virtual functions (`BRIDGE_MODE_*`). */
export const bridgeMode = enumeration("BRIDGE_MODE_", u16, {
  /** Inside. */
  veb: 0,
  /** By way of the switch outside. */
  vepa: 1,
  undef: 0xffff,
});

/** What holds of a VLAN of a bridge or port (`BRIDGE_VLAN_INFO_*`). */
export const bridgeVlanFlags = flags("BRIDGE_VLAN_INFO_", u16, {
  /** In a request: of the bridge itself. */
  master: 0x1,
  /** Untagged packets that come in belong to it. */
  pvid: 0x2,
  /** Its packets go out untagged. */
  untagged: 0x4,
  /** A range begins; the next entry ends it. */
  rangeBegin: 0x8,
  rangeEnd: 0x10,
  /** Of the bridge itself, not of ports alone. */
  brentry: 0x20,
  /** In a request: nothing but the options are changed. */
  onlyOpts: 0x40,
});

/** A VLAN of a bridge or port (`struct bridge_vlan_info`). */
export const bridgeVlanInfo = struct("bridge_vlan_info", {
  /** What holds of it; {@link bridgeVlanFlags} has the names. */
  flags: bridgeVlanFlags,
  /** VLAN id. */
  vid: required(u16),
});
/** A VLAN of a bridge or port. */
export interface BridgeVlanInfo extends Infer<typeof bridgeVlanInfo> {}

/** A VLAN and the tunnel it is mapped to (`IFLA_BRIDGE_VLAN_TUNNEL_*`). */
export const bridgeVlanTunnelAttributes = attributes("bridge-vlan-tunnel-attrs", "IFLA_BRIDGE_VLAN_TUNNEL_", {
  /** Id of the tunnel, below 2^24. */
  id: [1, u32],
  /** VLAN id. */
  vid: [2, u16],
  /** `rangeBegin` and `rangeEnd` of {@link bridgeVlanFlags}. */
  flags: [3, bridgeVlanFlags],
});
/** A VLAN and the tunnel it is mapped to. */
export interface BridgeVlanTunnel extends Infer<typeof bridgeVlanTunnelAttributes> {}

/** State of a port in one spanning tree (`IFLA_BRIDGE_MST_ENTRY_*`). */
export const bridgeMstEntryAttributes = attributes("bridge-mst-entry-attrs", "IFLA_BRIDGE_MST_ENTRY_", {
  /** Which spanning tree. */
  msti: [1, u16],
  /** State of the port in it. */
  state: [2, bridgePortState],
});
/** State of a port in one spanning tree. */
export interface BridgeMstEntry extends Infer<typeof bridgeMstEntryAttributes> {}

/** States of a port by spanning tree (`IFLA_BRIDGE_MST_*`). */
export const bridgeMstAttributes = attributes("bridge-mst-attrs", "IFLA_BRIDGE_MST_", {
  /** Each spanning tree. */
  entry: [1, repeated(nest<BridgeMstEntry>(bridgeMstEntryAttributes))],
});
/** States of a port by spanning tree. */
export interface BridgeMst extends Infer<typeof bridgeMstAttributes> {}

/** What a message of `AF_BRIDGE` says of a bridge or port (`IFLA_BRIDGE_*`). */
export const bridgeAfSpecAttributes = attributes("bridge-af-spec-attrs", "IFLA_BRIDGE_", {
  /** Whom a request is for; in hardware's answers it may be told too. */
  flags: [0, bridgeFlags],
  /** Where hardware forwards between virtual functions. */
  mode: [1, bridgeMode],
  /** VLANs; `brvlan` or `brvlanCompressed` of `extMask` asks for them. */
  vlanInfo: [2, repeated(nest<BridgeVlanInfo>(bridgeVlanInfo))],
  /** Tunnels that VLANs are mapped to. */
  vlanTunnelInfo: [3, repeated(nest<BridgeVlanTunnel>(bridgeVlanTunnelAttributes))],
  /** Media redundancy; `mrp` of `extMask` asks for it; since 5.8. */
  mrp: [4, nest<BridgeMrp>(bridgeMrpAttributes)],
  /** Connectivity fault management; `cfmConfig` or `cfmStatus` of `extMask` asks for it; since 5.11. */
  cfm: [5, nest<BridgeCfm>(bridgeCfmAttributes)],
  /** States by spanning tree; `mst` of `extMask` asks for them; since 5.18. */
  mst: [6, nest<BridgeMst>(bridgeMstAttributes)],
});
/** What a message of `AF_BRIDGE` says of a bridge or port. */
export interface BridgeAfSpec extends Infer<typeof bridgeAfSpecAttributes> {}
