/**
 * Kinds of virtual links, and what ports of a bridge, bond or VRF have.
 *
 * @module link-kinds
 */

export { type Amt, amtAttributes, amtMode } from "./amt.js";
export { type Bareudp, bareudpAttributes } from "./bareudp.js";
export { type Batadv, batadvAttributes } from "./batadv.js";
export { type Bond, type BondAdInfo, bondAdInfoAttributes, bondAttributes } from "./bond.js";
export {
  bondAdSelect,
  bondArpAllTargets,
  bondArpValidate,
  bondChurnState,
  bondFailOverMac,
  bondLacpRate,
  bondMode,
  bondPortLink,
  bondPortState,
  bondPrimaryReselect,
  bondXmitHashPolicy,
  lacpPartnerState,
  lacpState,
} from "./bond-enums.js";
export { type BondPort, bondPortAttributes } from "./bond-port.js";
export {
  type Bond3adStat,
  type BondXstats,
  bond3adStatAttributes,
  bondXstatsAttributes,
} from "./bond-xstats.js";
export {
  type Bridge,
  type BridgeBoolopt,
  type BridgeId,
  type BridgeQuerier,
  bridgeAttributes,
  bridgeBoolopt,
  bridgeBooloptBits,
  bridgeId,
  bridgeQuerierAttributes,
  bridgeStpMode,
} from "./bridge.js";
export { type BridgePort, bridgePortAttributes, bridgePortState } from "./bridge-port.js";
export {
  type BridgeMcastStats,
  type BridgeStpXstats,
  type BridgeVlanXstats,
  type BridgeXstats,
  bridgeMcastStats,
  bridgeStpXstats,
  bridgeVlanXstats,
  bridgeXstatsAttributes,
} from "./bridge-xstats.js";
export {
  type Can,
  type CanBerrCounter,
  type CanBittiming,
  type CanBittimingConst,
  type CanClock,
  type CanCtrlmode,
  type CanDeviceStats,
  canAttributes,
  canBerrCounter,
  canBittiming,
  canBittimingConst,
  canClock,
  canCtrlmode,
  canCtrlmodeFlags,
  canDeviceStats,
  canState,
} from "./can.js";
export {
  type CanCtrlmodeExt,
  type CanPwm,
  type CanTdc,
  canCtrlmodeExtAttributes,
  canPwmAttributes,
  canTdcAttributes,
} from "./can-nests.js";
export { type Dsa, dsaAttributes } from "./dsa.js";
export { type Dummy, dummyAttributes } from "./dummy.js";
export { type Erspan, erspanAttributes } from "./erspan.js";
export {
  type LinkData,
  type LinkInfoXstats,
  type LinkKind,
  type LinkMasterKind,
  type LinkPortData,
  linkData,
  linkInfoXstats,
  linkKind,
  linkMasterKind,
  linkPortData,
} from "./formats.js";
export {
  type Geneve,
  type GenevePortRange,
  geneveAttributes,
  geneveDf,
  genevePortRange,
  geneveSettings,
} from "./geneve.js";
export { type Gre, type GreSet, greAttributes, greSet } from "./gre.js";
export { type Gtp, gtpAttributes, gtpRole, gtpSettings } from "./gtp.js";
export { type Hsr, hsrAttributes, hsrProtocol, hsrSettings } from "./hsr.js";
export { type Ifb, ifbAttributes } from "./ifb.js";
export { type Ip6erspan, ip6erspanAttributes } from "./ip6erspan.js";
export { type Ip6gre, type Ip6greSet, ip6greAttributes, ip6greSet } from "./ip6gre.js";
export { type Ip6tnl, ip6tnlAttributes } from "./ip6tnl.js";
export { type Ipip, type IptunSet, ipipAttributes, iptunSet } from "./ipip.js";
export { type Ipoib, ipoibAttributes, ipoibMode } from "./ipoib.js";
export { type Ipvlan, ipvlanAttributes, ipvlanFlags, ipvlanMode } from "./ipvlan.js";
export {
  type Macsec,
  macsecAttributes,
  macsecCipherId,
  macsecOffload,
  macsecSettings,
  macsecValidate,
} from "./macsec.js";
export {
  type Macvlan,
  type MacvlanMacaddrs,
  macvlanAttributes,
  macvlanFlags,
  macvlanMacaddrAttributes,
  macvlanMacaddrMode,
  macvlanMode,
  macvlanSettings,
} from "./macvlan.js";
export { type Netdevsim, netdevsimAttributes } from "./netdevsim.js";
export {
  type Netkit,
  netkitAttributes,
  netkitMode,
  netkitPairing,
  netkitPolicy,
  netkitScrub,
} from "./netkit.js";
export { type Nlmon, nlmonAttributes } from "./nlmon.js";
export { type Ovpn, ovpnAttributes, ovpnMode } from "./ovpn.js";
export { type Ppp, pppAttributes } from "./ppp.js";
export { type Rmnet, type RmnetFlags, rmnetAttributes, rmnetFlag, rmnetFlags } from "./rmnet.js";
export { type Sit, sitAttributes, sitFlags } from "./sit.js";
export { type Team, teamAttributes } from "./team.js";
export { type Tun, tunAttributes, tunType } from "./tun.js";
export { greFlags, ip6tnlFlags, tunnelEncapFlags, tunnelEncapType, withoutWildcardRemote } from "./tunnel.js";
export { type Vcan, vcanAttributes } from "./vcan.js";
export { type Veth, vethAttributes } from "./veth.js";
export {
  type Vlan,
  type VlanFlags,
  type VlanQos,
  type VlanQosMapping,
  vlanAttributes,
  vlanFlag,
  vlanFlags,
  vlanProtocol,
  vlanQosAttributes,
  vlanQosMapping,
} from "./vlan.js";
export { type Vrf, vrfAttributes } from "./vrf.js";
export { type VrfPort, vrfPortAttributes } from "./vrf-port.js";
export { type Vsockmon, vsockmonAttributes } from "./vsockmon.js";
export { type Vti, vtiAttributes } from "./vti.js";
export { type Vti6, vti6Attributes } from "./vti6.js";
export { type Vxcan, vxcanAttributes } from "./vxcan.js";
export {
  type Vxlan,
  type VxlanPortRange,
  type VxlanReservedBits,
  vxlanAttributes,
  vxlanDf,
  vxlanLabelPolicy,
  vxlanPortRange,
  vxlanReservedBits,
  vxlanSettings,
} from "./vxlan.js";
export { type Wireguard, wireguardAttributes } from "./wireguard.js";
export { type Wwan, wwanAttributes } from "./wwan.js";
export { type Xfrm, xfrmAttributes } from "./xfrm.js";
