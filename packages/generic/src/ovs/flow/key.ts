import {
  attributes,
  be16,
  bytes,
  flags,
  type Infer,
  lazy,
  nest,
  packed,
  type Sized,
  type Type,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { type OvsNshKey, ovsNshKeyAttributes } from "./nsh.js";
import {
  type OvsKeyArp,
  type OvsKeyCtTupleIpv4,
  type OvsKeyCtTupleIpv6,
  type OvsKeyEthernet,
  type OvsKeyIcmp,
  type OvsKeyIcmpv6,
  type OvsKeyIpv4,
  type OvsKeyIpv6,
  type OvsKeyIpv6Exthdrs,
  type OvsKeyMpls,
  type OvsKeyNd,
  type OvsKeySctp,
  type OvsKeyTcp,
  type OvsKeyUdp,
  ovsKeyArp,
  ovsKeyCtTupleIpv4,
  ovsKeyCtTupleIpv6,
  ovsKeyEthernet,
  ovsKeyIcmp,
  ovsKeyIcmpv6,
  ovsKeyIpv4,
  ovsKeyIpv6,
  ovsKeyIpv6Exthdrs,
  ovsKeyMpls,
  ovsKeyNd,
  ovsKeySctp,
  ovsKeyTcp,
  ovsKeyUdp,
} from "./structs.js";
import { type OvsTunnelKey, ovsTunnelKeyAttributes } from "./tunnel.js";

/** State of the connection of a packet (`OVS_CS_F_*`). */
export const ovsCtState = flags("OVS_CS_F_", u32, {
  /** Begins a connection. */
  new: 0x1,
  /** Belongs to a connection. */
  established: 0x2,
  /** Belongs to a connection that another one announced. */
  related: 0x4,
  /** Comes from the other side. */
  replyDir: 0x8,
  /** Belongs to nothing that is known. */
  invalid: 0x10,
  /** Was tracked. */
  tracked: 0x20,
  /** Its source was translated. */
  srcNat: 0x40,
  /** Its destination was translated. */
  dstNat: 0x80,
});

/** Attributes of keys (`OVS_KEY_ATTR_*`). */
const ovsKeyAttributes = attributes("key-attrs", "OVS_KEY_ATTR_", {
  /** Key of the packet inside a VLAN. */
  encap: [1, lazy((): Type<OvsKey> => ovsKey)],
  /** Priority of the packet. */
  priority: [2, u32],
  /** Number of the port that it came from. */
  inPort: [3, u32],
  /** Ethernet addresses. */
  ethernet: [4, nest<OvsKeyEthernet>(ovsKeyEthernet)],
  /** Tag of the VLAN (TCI); bit 0x1000 is set if there is one. */
  vlan: [5, be16],
  /** Protocol over Ethernet (`ETH_P_*`). */
  ethertype: [6, be16],
  /** Header of IPv4. */
  ipv4: [7, nest<OvsKeyIpv4>(ovsKeyIpv4)],
  /** Header of IPv6. */
  ipv6: [8, nest<OvsKeyIpv6>(ovsKeyIpv6)],
  /** Ports of TCP. */
  tcp: [9, nest<OvsKeyTcp>(ovsKeyTcp)],
  /** Ports of UDP. */
  udp: [10, nest<OvsKeyUdp>(ovsKeyUdp)],
  /** Header of ICMP. */
  icmp: [11, nest<OvsKeyIcmp>(ovsKeyIcmp)],
  /** Header of ICMPv6. */
  icmpv6: [12, nest<OvsKeyIcmpv6>(ovsKeyIcmpv6)],
  /** Message of ARP. */
  arp: [13, nest<OvsKeyArp>(ovsKeyArp)],
  /** Neighbour discovery. */
  nd: [14, nest<OvsKeyNd>(ovsKeyNd)],
  /** Mark of the packet. */
  skbMark: [15, u32],
  /** Tunnel that it came from. */
  tunnel: [16, nest<OvsTunnelKey>(ovsTunnelKeyAttributes)],
  /** Ports of SCTP. */
  sctp: [17, nest<OvsKeySctp>(ovsKeySctp)],
  /** Flags of TCP. */
  tcpFlags: [18, be16],
  /** Hash, from the action `hash`. */
  dpHash: [19, u32],
  /** Id of recirculation; 0 for packets from ports. */
  recircId: [20, u32],
  /** Stack of MPLS labels. */
  mpls: [21, packed(nest<OvsKeyMpls>(ovsKeyMpls) as Sized<OvsKeyMpls>)],
  /** State of the connection; see {@link ovsCtState}. */
  ctState: [22, ovsCtState],
  /** Zone of the connection. */
  ctZone: [23, u16],
  /** Mark of the connection. */
  ctMark: [24, u32],
  /** Labels of the connection, 16 bytes. */
  ctLabels: [25, bytes(16)],
  /** Original direction of the connection over IPv4. */
  ctOrigTupleIpv4: [26, nest<OvsKeyCtTupleIpv4>(ovsKeyCtTupleIpv4)],
  /** Original direction of the connection over IPv6. */
  ctOrigTupleIpv6: [27, nest<OvsKeyCtTupleIpv6>(ovsKeyCtTupleIpv6)],
  /** Network service header; since 4.15. */
  nsh: [28, nest<OvsNshKey>(ovsNshKeyAttributes)],
  /** Extension headers of IPv6; since 5.18. */
  ipv6Exthdrs: [32, nest<OvsKeyIpv6Exthdrs>(ovsKeyIpv6Exthdrs)],
});
/** A key: what a packet looks like; as a mask, the bits of it that count. */
export interface OvsKey extends Infer<typeof ovsKeyAttributes> {}

/** Layout of {@link OvsKey}. */
export const ovsKey: Type<OvsKey> = nest<OvsKey>(ovsKeyAttributes);
