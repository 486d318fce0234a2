import { type Infer, inRequests, kindOf, nest, type Other, subMessage, whole } from "@rxnetlink/core/schema";
import { type Amt, amtAttributes } from "./amt.js";
import { type Bareudp, bareudpAttributes } from "./bareudp.js";
import { type Batadv, batadvAttributes } from "./batadv.js";
import { type Bond, bondAttributes } from "./bond.js";
import { type BondPort, bondPortAttributes } from "./bond-port.js";
import { type Bridge, bridgeAttributes } from "./bridge.js";
import { type BridgePort, bridgePortAttributes } from "./bridge-port.js";
import { type Can, type CanDeviceStats, canAttributes, canDeviceStats } from "./can.js";
import { type Dsa, dsaAttributes } from "./dsa.js";
import { type Dummy, dummyAttributes } from "./dummy.js";
import { type Erspan, erspanAttributes } from "./erspan.js";
import { type Geneve, geneveSettings } from "./geneve.js";
import { type Gre, greAttributes } from "./gre.js";
import { type Gtp, gtpSettings } from "./gtp.js";
import { type Hsr, hsrSettings } from "./hsr.js";
import { type Ifb, ifbAttributes } from "./ifb.js";
import { type Ip6erspan, ip6erspanAttributes } from "./ip6erspan.js";
import { type Ip6gre, ip6greAttributes } from "./ip6gre.js";
import { type Ip6tnl, ip6tnlAttributes } from "./ip6tnl.js";
import { type Ipip, ipipAttributes } from "./ipip.js";
import { type Ipoib, ipoibAttributes } from "./ipoib.js";
import { type Ipvlan, ipvlanAttributes } from "./ipvlan.js";
import { type Macsec, macsecSettings } from "./macsec.js";
import { type Macvlan, macvlanSettings } from "./macvlan.js";
import { type Netdevsim, netdevsimAttributes } from "./netdevsim.js";
import { type Netkit, netkitAttributes } from "./netkit.js";
import { type Nlmon, nlmonAttributes } from "./nlmon.js";
import { type Ovpn, ovpnAttributes } from "./ovpn.js";
import { type Ppp, pppAttributes } from "./ppp.js";
import { type Rmnet, rmnetAttributes } from "./rmnet.js";
import { type Sit, sitAttributes } from "./sit.js";
import { type Team, teamAttributes } from "./team.js";
import { type Tun, tunAttributes } from "./tun.js";
import { withoutWildcardRemote } from "./tunnel.js";
import { type Vcan, vcanAttributes } from "./vcan.js";
import { type Veth, vethAttributes } from "./veth.js";
import { type Vlan, vlanAttributes } from "./vlan.js";
import { type Vrf, vrfAttributes } from "./vrf.js";
import { type VrfPort, vrfPortAttributes } from "./vrf-port.js";
import { type Vsockmon, vsockmonAttributes } from "./vsockmon.js";
import { type Vti, vtiAttributes } from "./vti.js";
import { type Vti6, vti6Attributes } from "./vti6.js";
import { type Vxcan, vxcanAttributes } from "./vxcan.js";
import { type Vxlan, vxlanSettings } from "./vxlan.js";
import { type Wireguard, wireguardAttributes } from "./wireguard.js";
import { type Wwan, wwanAttributes } from "./wwan.js";
import { type Xfrm, xfrmAttributes } from "./xfrm.js";

/** `IFLA_INFO_DATA`, by the kind of the link. */
export const linkData = subMessage("kind", {
  /** Layer 3 packets in UDP. */
  amt: nest<Amt>(amtAttributes),
  /** Layer-3 packets in UDP. */
  bareudp: nest<Bareudp>(bareudpAttributes),
  /** B.A.T.M.A.N. mesh. */
  batadv: nest<Batadv>(batadvAttributes),
  /** Bond of several links. */
  bond: nest<Bond>(bondAttributes),
  /** Ethernet bridge. */
  bridge: nest<Bridge>(bridgeAttributes),
  /** CAN controller. */
  can: nest<Can>(canAttributes),
  /** Port of a switch chip. */
  dsa: nest<Dsa>(dsaAttributes),
  /** Dummy that drops all packets. */
  dummy: nest<Dummy>(dummyAttributes),
  /** Mirrored frames over GRE. */
  erspan: whole(inRequests(nest<Erspan>(erspanAttributes), withoutWildcardRemote)),
  /** Generic network virtualization tunnel. */
  geneve: nest<Geneve>(geneveSettings),
  /** IP over GRE. */
  gre: whole(inRequests(nest<Gre>(greAttributes), withoutWildcardRemote)),
  /** Ethernet over GRE. */
  gretap: whole(inRequests(nest<Gre>(greAttributes), withoutWildcardRemote)),
  /** GPRS tunnel. */
  gtp: nest<Gtp>(gtpSettings),
  /** Redundant pair of links. */
  hsr: nest<Hsr>(hsrSettings),
  /** Intermediate functional block. */
  ifb: nest<Ifb>(ifbAttributes),
  /** Mirrored frames over GRE over IPv6. */
  ip6erspan: whole(inRequests(nest<Ip6erspan>(ip6erspanAttributes), withoutWildcardRemote)),
  /** IP over GRE over IPv6. */
  ip6gre: whole(inRequests(nest<Ip6gre>(ip6greAttributes), withoutWildcardRemote)),
  /** Ethernet over GRE over IPv6. */
  ip6gretap: whole(inRequests(nest<Ip6gre>(ip6greAttributes), withoutWildcardRemote)),
  /** IP in IPv6. */
  ip6tnl: whole(nest<Ip6tnl>(ip6tnlAttributes)),
  /** IPv4 in IPv4. */
  ipip: whole(nest<Ipip>(ipipAttributes)),
  /** IP over InfiniBand. */
  ipoib: nest<Ipoib>(ipoibAttributes),
  /** One of several links on a lower device, told apart by IP address. */
  ipvlan: nest<Ipvlan>(ipvlanAttributes),
  /** The same as `ipvlan`, for user space. */
  ipvtap: nest<Ipvlan>(ipvlanAttributes),
  /** Encrypted Ethernet. */
  macsec: nest<Macsec>(macsecSettings),
  /** One of several links on a lower device, told apart by MAC address. */
  macvlan: nest<Macvlan>(macvlanSettings),
  /** The same as `macvlan`, for user space. */
  macvtap: nest<Macvlan>(macvlanSettings),
  /** Simulated device. */
  netdevsim: nest<Netdevsim>(netdevsimAttributes),
  /** Pair controlled by BPF programs. */
  netkit: nest<Netkit>(netkitAttributes),
  /** Monitor of netlink messages. */
  nlmon: nest<Nlmon>(nlmonAttributes),
  /** OpenVPN tunnel. */
  ovpn: nest<Ovpn>(ovpnAttributes),
  /** Point-to-point protocol. */
  ppp: nest<Ppp>(pppAttributes),
  /** Channel of a modem. */
  rmnet: nest<Rmnet>(rmnetAttributes),
  /** IPv6 in IPv4. */
  sit: whole(nest<Sit>(sitAttributes)),
  /** Bond of several links controlled from user space. */
  team: nest<Team>(teamAttributes),
  /** Link to user space. */
  tun: nest<Tun>(tunAttributes),
  /** Virtual CAN interface. */
  vcan: nest<Vcan>(vcanAttributes),
  /** Virtual Ethernet pair. */
  veth: nest<Veth>(vethAttributes),
  /** VLAN. */
  vlan: nest<Vlan>(vlanAttributes),
  /** Virtual routing and forwarding domain. */
  vrf: nest<Vrf>(vrfAttributes),
  /** Monitor of vsock packets. */
  vsockmon: nest<Vsockmon>(vsockmonAttributes),
  /** IPsec tunnel over IPv4. */
  vti: whole(nest<Vti>(vtiAttributes)),
  /** IPsec tunnel over IPv6. */
  vti6: whole(nest<Vti6>(vti6Attributes)),
  /** Virtual CAN pair. */
  vxcan: nest<Vxcan>(vxcanAttributes),
  /** Virtual extensible LAN. */
  vxlan: nest<Vxlan>(vxlanSettings),
  /** WireGuard tunnel. */
  wireguard: nest<Wireguard>(wireguardAttributes),
  /** Channel of a wireless modem. */
  wwan: nest<Wwan>(wwanAttributes),
  /** IPsec interface. */
  xfrm: whole(nest<Xfrm>(xfrmAttributes)),
});
/** Settings of a virtual link: one member, named after the link's kind. */
export interface LinkData extends Infer<typeof linkData> {}

/** Kind of a virtual link. */
export const linkKind = kindOf(linkData, "caif", "lowpan", "openvswitch", "pfcp", "virt_wifi");
/** Known kinds of virtual links, or any other name. */
export type LinkKind = (typeof linkKind.words)[number] | Other;

/** `IFLA_INFO_SLAVE_DATA`, by the kind of the link's master. */
export const linkPortData = subMessage("slaveKind", {
  /** Port of a bond. */
  bond: nest<BondPort>(bondPortAttributes),
  /** Port of an Ethernet bridge. */
  bridge: nest<BridgePort>(bridgePortAttributes),
  /** Port of a VRF. */
  vrf: nest<VrfPort>(vrfPortAttributes),
});
/** Settings of a link as the port of another: one member, named after the kind of its master. */
export interface LinkPortData extends Infer<typeof linkPortData> {}

/** Kind of a link that has ports. */
export const linkMasterKind = kindOf(linkPortData, "batadv", "hsr", "openvswitch", "rmnet", "team");
/** Known kinds of links with ports, or any other name. */
export type LinkMasterKind = (typeof linkMasterKind.words)[number] | Other;

/** `IFLA_INFO_XSTATS`, by the kind of the link; read-only. */
export const linkInfoXstats = subMessage("kind", {
  /** CAN controller. */
  can: nest<CanDeviceStats>(canDeviceStats),
});
/** Statistics of a virtual link: one member, named after the link's kind. */
export interface LinkInfoXstats extends Infer<typeof linkInfoXstats> {}
