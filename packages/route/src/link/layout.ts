import {
  attributes,
  binary,
  fixed,
  type Infer,
  ifindex,
  later,
  lladdr,
  masked,
  maskOf,
  message,
  nest,
  pad,
  padding,
  readOnly,
  s32,
  string,
  struct,
  u8,
  u16,
  u32,
  uint,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { type QdiscKind, qdiscKind } from "../tc/qdisc/kinds/formats.js";
import { type LinkAfSpec, type LinkProtinfo, linkAfSpec, linkProtinfo } from "./af-spec.js";
import { extMask, linkEvent, linkFlags, linkMode, linkType, operstate } from "./enums.js";
import { type LinkInfo, linkInfoAttributes } from "./info.js";
import {
  busName,
  devlinkPortAttributes,
  dpllPinAttributes,
  type LinkDevlinkPort,
  type LinkDpllPin,
  type LinkIfmap,
  type LinkPropList,
  linkIfmap,
  type ProtoDownReason,
  propListAttributes,
  protoDownReasonAttributes,
} from "./nests.js";
import { asPeer } from "./peer.js";
import { type LinkPort, portAttributes, type VfPorts, vfPortsAttributes } from "./port.js";
import { type LinkStats, type LinkStats64, linkStats, linkStats64 } from "./stats/counters.js";
import { type VfInfoList, vfInfoListAttributes } from "./vf.js";
import { type LinkXdp, xdpAttributes } from "./xdp.js";

/** Fixed header of link messages. */
export const ifinfomsg = struct("ifinfomsg", {
  /** `"unspec"`, or `"bridge"` for messages about bridges and their ports. */
  family: addressFamily,
  _: pad(1),
  /** Device type: `"ether"`, `"loopback"` … */
  type: readOnly(linkType),
  /** Interface index, the key of a link in its namespace. */
  index: ifindex(s32, "targetNetnsid"),
  /**
   * Device flags; see {@link linkFlags}. A request changes only the flags that it names: `{ up: true, promisc: false }` sets
   * one and clears the other. A number changes only the bits that are set in it. A listed link has all flags.
   */
  flags: masked(linkFlags, "change"),
  /** Mask of the flags that a request changes, if `flags` is a number; defaults to the bits set in `flags`. */
  change: maskOf(linkFlags),
});
/** Members of the fixed header, which link property messages share. */
export type Ifinfomsg = { -readonly [K in keyof typeof ifinfomsg.fields]: (typeof ifinfomsg.fields)[K] };

/** Attributes of link messages (`IFLA_*`). */
export const linkAttributes = attributes("link-attrs", "IFLA_", {
  /** Hardware address. */
  address: [1, lladdr],
  /** Hardware broadcast address; on a point-to-point link, the address of the other end. */
  broadcast: [2, lladdr],
  /** Name: `"eth0"`. */
  ifname: [3, string],
  /** Largest packet, in bytes. */
  mtu: [4, u32],
  /** Index of the lower link; its own for hardware, that of the peer for veth. */
  link: [5, fixed(ifindex(u32, "linkNetnsid"))],
  /** Kind of the root qdisc: `"noqueue"`; read-only, the object `qdisc` changes it. */
  qdisc: [6, readOnly(nest<QdiscKind>(qdiscKind))],
  /** Counters that wrap at 32 bits; read-only. */
  stats: [7, readOnly(nest<LinkStats>(linkStats))],
  /** Not used by the kernel. */
  cost: [8, readOnly(binary)],
  /** Not used by the kernel. */
  priority: [9, readOnly(binary)],
  /** Index of the master: a bridge, a bond, a VRF …; 0 in a request removes the link from it. */
  master: [10, ifindex(u32, "netNsPid", "netNsFd", "targetNetnsid")],
  /** Wireless event (`struct iw_event`); read-only. */
  wireless: [11, readOnly(binary)],
  /** Settings of the protocol given by the family of the message. */
  protinfo: [12, nest<LinkProtinfo>(linkProtinfo)],
  /** Length of the transmit queue, in packets. */
  txqlen: [13, u32],
  /** Hardware resources. */
  map: [14, later(nest<LinkIfmap>(linkIfmap))],
  /** Not used by the kernel. */
  weight: [15, readOnly(u32)],
  /** Operational state: `"up"`, `"down"`, `"unknown"` … */
  operstate: [16, operstate],
  /** Operational mode: how the link starts once it has a carrier. */
  linkmode: [17, linkMode],
  /** Kind of virtual link, with its settings. */
  linkinfo: [18, nest<LinkInfo>(linkInfoAttributes)],
  /** Process id whose namespace the link moves to. Write-only. */
  netNsPid: [19, u32],
  /** Alias, free text of up to 255 bytes; an empty string in a request removes it. */
  ifalias: [20, later(string)],
  /** Number of virtual functions, reported if `extMask` has `vf`; read-only. */
  numVf: [21, readOnly(u32)],
  /** Virtual functions, reported if `extMask` has `vf`. */
  vfinfoList: [22, later(nest<VfInfoList>(vfInfoListAttributes))],
  /** Counters; read-only. */
  stats64: [23, readOnly(nest<LinkStats64>(linkStats64))],
  /** Association of each virtual function with the external switch. */
  vfPorts: [24, later(nest<VfPorts>(vfPortsAttributes))],
  /** Association of the link itself with the external switch. */
  portSelf: [25, later(nest<LinkPort>(portAttributes))],
  /** Settings by address family. */
  afSpec: [26, later(nest<LinkAfSpec>(linkAfSpec))],
  /** Group number, chosen by the administrator. */
  group: [27, u32],
  /** File descriptor of the namespace the link moves to. Write-only. */
  netNsFd: [28, u32],
  /** Extra information that a request asks for; see {@link extMask}. */
  extMask: [29, extMask],
  /** Number of users that requested promiscuous mode; read-only. */
  promiscuity: [30, readOnly(u32)],
  /** Number of transmit queues. */
  numTxQueues: [31, fixed(u32)],
  /** Number of receive queues. */
  numRxQueues: [32, fixed(u32)],
  /** 1 if the link has a carrier, else 0; some kinds allow a request to set it. */
  carrier: [33, later(u8, "state")],
  /** Id of the physical port, shared by all its functions; read-only. */
  physPortId: [34, readOnly(lladdr)],
  /** Number of carrier changes; read-only. */
  carrierChanges: [35, readOnly(u32)],
  /** Id of the switch that has the link as a port; read-only. */
  physSwitchId: [36, readOnly(lladdr)],
  /** Id of the namespace of `link`, if it is another one. */
  linkNetnsid: [37, fixed(s32)],
  /** Name of the physical port: `"p0"`; read-only. */
  physPortName: [38, readOnly(string)],
  /** 1 if a protocol holds the link down, else 0. */
  protoDown: [39, later(u8)],
  /** Largest number of segments of a GSO packet. */
  gsoMaxSegs: [40, u32],
  /** Largest GSO packet, in bytes. */
  gsoMaxSize: [41, u32],
  /** Alignment. */
  pad: [42, padding],
  /** XDP program. */
  xdp: [43, later(nest<LinkXdp>(xdpAttributes))],
  /** Reason of a notification; read-only. */
  event: [44, readOnly(linkEvent)],
  /** Id of the namespace the link moved to, in the notification of its removal; read-only. */
  newNetnsid: [45, readOnly(s32)],
  /** Id of the namespace in which the request acts, instead of the socket's. */
  targetNetnsid: [46, s32],
  /** Number of times the carrier came up; read-only. */
  carrierUpCount: [47, readOnly(u32)],
  /** Number of times the carrier was lost; read-only. */
  carrierDownCount: [48, readOnly(u32)],
  /** Index in the namespace the link moves to, in the request to move it and in the notification of its removal. */
  newIfindex: [49, s32],
  /** Smallest supported MTU, in bytes; read-only. */
  minMtu: [50, readOnly(u32)],
  /** Largest supported MTU, in bytes; 0 is no limit. Read-only. */
  maxMtu: [51, readOnly(u32)],
  /** Alternative names; since 5.5. Read-only here: the object `linkprop` adds and removes them. */
  propList: [
    52,
    readOnly(nest<LinkPropList>(propListAttributes), "alternative names are added and removed by linkprop"),
  ],
  /** Alternative name by which a request finds the link; since 5.5. */
  altIfname: [53, string],
  /** Permanent hardware address; read-only. */
  permAddress: [54, readOnly(lladdr)],
  /** Reasons for which the link is held down; since 5.9. */
  protoDownReason: [55, later(nest<ProtoDownReason>(protoDownReasonAttributes))],
  /** Name of the parent device: `"0000:00:1f.6"`; since 5.14. */
  parentDevName: [56, fixed(string)],
  /** Bus of the parent device: `"pci"`; since 5.14. */
  parentDevBusName: [57, fixed(busName)],
  /** Largest GRO packet, in bytes; since 5.19. */
  groMaxSize: [58, u32],
  /** Largest packet that the driver can segment, in bytes; read-only, since 5.19. */
  tsoMaxSize: [59, readOnly(u32)],
  /** Largest number of segments that the driver can make; read-only, since 5.19. */
  tsoMaxSegs: [60, readOnly(u32)],
  /** Number of users that requested all multicast; read-only, since 6.1. */
  allmulti: [61, readOnly(u32)],
  /** Devlink port; read-only, since 6.2. */
  devlinkPort: [62, readOnly(nest<LinkDevlinkPort>(devlinkPortAttributes))],
  /** Largest IPv4 GSO packet, in bytes; since 6.3. */
  gsoIpv4MaxSize: [63, u32],
  /** Largest IPv4 GRO packet, in bytes; since 6.3. */
  groIpv4MaxSize: [64, u32],
  /** DPLL pin; read-only, since 6.7. */
  dpllPin: [65, readOnly(nest<LinkDpllPin>(dpllPinAttributes))],
  /** Horizon within which the driver can pace packets, in ns; read-only, since 6.13. */
  maxPacingOffloadHorizon: [66, readOnly(uint)],
  /** 1 if the link cannot change its namespace, else 0; read-only, since 6.15. */
  netnsImmutable: [67, readOnly(u8)],
  /** Room that the driver needs before each packet, in bytes; read-only, since 6.18. */
  headroom: [68, readOnly(u16)],
  /** Room that the driver needs after each packet, in bytes; read-only, since 6.18. */
  tailroom: [69, readOnly(u16)],
});

/** Layout of `RTM_NEWLINK`, `RTM_DELLINK`, `RTM_GETLINK` and `RTM_SETLINK`. */
export const linkMessage = asPeer(message("link", ifinfomsg, linkAttributes));
/** A network interface. */
export interface Link extends Infer<typeof linkMessage> {}
