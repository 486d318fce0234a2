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
} from "@rxnetlink/core";
import { addressFamily } from "../common/address-family.js";
import { type QdiscKind, qdiscKind } from "../tc/qdisc-kinds/index.js";
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
import { bindPeer } from "./peer.js";
import { type LinkPort, portAttributes, type VfPorts, vfPortsAttributes } from "./port.js";
import { type LinkStats, type LinkStats64, linkStats, linkStats64 } from "./stats/counters.js";
import { type VfInfoList, vfInfoListAttributes } from "./vf.js";
import { type LinkXdp, xdpAttributes } from "./xdp.js";

/** The fixed header of link messages. */
export const ifinfomsg = struct("ifinfomsg", {
  /** `"unspec"`, or `"bridge"` where the message is about the port of a bridge. */
  family: addressFamily,
  _: pad(1),
  /** Device type: `"ether"`, `"loopback"` … */
  type: readOnly(linkType),
  /** Interface index: the key of a link in its namespace. */
  index: ifindex(s32, "targetNetnsid"),
  /**
   * Device flags; {@link linkFlags} has their names. A request changes those that it names: `{ up: true, promisc: false }`
   * sets the one and clears the other, of a number the bits that are set, and no other. A link that was listed has them all.
   */
  flags: masked(linkFlags, "change"),
  /** Which of `flags` a request changes, where `flags` is a number and others are meant than are set in it. */
  change: maskOf(linkFlags),
});
/** The members of the header of link messages, which other messages begin with too. */
export type Ifinfomsg = { -readonly [K in keyof typeof ifinfomsg.fields]: (typeof ifinfomsg.fields)[K] };

/** The attributes of link messages (`IFLA_*`). */
export const linkAttributes = attributes("link-attrs", "IFLA_", {
  /** Hardware address. */
  address: [1, lladdr],
  /** Hardware broadcast address, or the other end of a point-to-point link. */
  broadcast: [2, lladdr],
  /** Name: `"eth0"`. */
  ifname: [3, string],
  /** Largest packet, in bytes. */
  mtu: [4, u32],
  /** Index of the link it sits on; its own for hardware, of the peer for veth. */
  link: [5, fixed(ifindex(u32, "linkNetnsid"))],
  /** Kind of the root qdisc: `"noqueue"`; read-only, `qdisc` changes it. */
  qdisc: [6, readOnly(nest<QdiscKind>(qdiscKind))],
  /** Counters that wrap at 32 bits; read-only. */
  stats: [7, readOnly(nest<LinkStats>(linkStats))],
  /** Not used by the kernel. */
  cost: [8, readOnly(binary)],
  /** Not used by the kernel. */
  priority: [9, readOnly(binary)],
  /** Index of its master: a bridge, a bond, a vrf …; 0 in a request takes it out. */
  master: [10, ifindex(u32, "netNsPid", "netNsFd", "targetNetnsid")],
  /** A wireless event (`struct iw_event`); read-only. */
  wireless: [11, readOnly(binary)],
  /** Settings of the protocol that the family of the message names. */
  protinfo: [12, nest<LinkProtinfo>(linkProtinfo)],
  /** Length of the transmit queue, in packets. */
  txqlen: [13, u32],
  /** Hardware resources. */
  map: [14, later(nest<LinkIfmap>(linkIfmap))],
  /** Not used by the kernel. */
  weight: [15, readOnly(u32)],
  /** Operational state: `"up"`, `"down"`, `"unknown"` … */
  operstate: [16, operstate],
  /** What becomes of it when the carrier comes. */
  linkmode: [17, linkMode],
  /** What kind of virtual link it is. */
  linkinfo: [18, nest<LinkInfo>(linkInfoAttributes)],
  /** Process whose namespace it is moved to. Write-only. */
  netNsPid: [19, u32],
  /** A name for people, up to 255 bytes; empty in a request removes it. */
  ifalias: [20, later(string)],
  /** How many virtual functions it has, where they were asked for; read-only. */
  numVf: [21, readOnly(u32)],
  /** Its virtual functions, where `vf` of `extMask` asks for them. */
  vfinfoList: [22, later(nest<VfInfoList>(vfInfoListAttributes))],
  /** Counters; read-only. */
  stats64: [23, readOnly(nest<LinkStats64>(linkStats64))],
  /** How its virtual functions are connected to the switch outside. */
  vfPorts: [24, later(nest<VfPorts>(vfPortsAttributes))],
  /** How it is connected to the switch outside itself. */
  portSelf: [25, later(nest<LinkPort>(portAttributes))],
  /** Settings by address family. */
  afSpec: [26, later(nest<LinkAfSpec>(linkAfSpec))],
  /** Group, a number of the administrator's. */
  group: [27, u32],
  /** Descriptor of the namespace it is moved to. Write-only. */
  netNsFd: [28, u32],
  /** What a request wants beyond the common. */
  extMask: [29, extMask],
  /** How many users have it promiscuous; read-only. */
  promiscuity: [30, readOnly(u32)],
  /** How many transmit queues it has. */
  numTxQueues: [31, fixed(u32)],
  /** How many receive queues it has. */
  numRxQueues: [32, fixed(u32)],
  /** Whether the carrier is there, 0 or 1; some kinds can be told. */
  carrier: [33, later(u8, "state")],
  /** Which physical port it is, the same for all functions of one; read-only. */
  physPortId: [34, readOnly(lladdr)],
  /** How often the carrier came and went; read-only. */
  carrierChanges: [35, readOnly(u32)],
  /** Which switch it is a port of; read-only. */
  physSwitchId: [36, readOnly(lladdr)],
  /** Id of the namespace that `link` is in, where it is another. */
  linkNetnsid: [37, fixed(s32)],
  /** Name of the physical port: `"p0"`; read-only. */
  physPortName: [38, readOnly(string)],
  /** Whether a protocol holds it down, 0 or 1. */
  protoDown: [39, later(u8)],
  /** Most segments of one GSO packet. */
  gsoMaxSegs: [40, u32],
  /** Most bytes of one GSO packet. */
  gsoMaxSize: [41, u32],
  /** Alignment. */
  pad: [42, padding],
  /** Its XDP program. */
  xdp: [43, later(nest<LinkXdp>(xdpAttributes))],
  /** What made the kernel send a notification; read-only. */
  event: [44, readOnly(linkEvent)],
  /** Id of the namespace it moves to, in the notification of its leaving; read-only. */
  newNetnsid: [45, readOnly(s32)],
  /** Id of the namespace that a request is about, in place of the socket's. */
  targetNetnsid: [46, s32],
  /** How often the carrier came; read-only. */
  carrierUpCount: [47, readOnly(u32)],
  /** How often the carrier went; read-only. */
  carrierDownCount: [48, readOnly(u32)],
  /** Its index in the namespace it moves to: in the notification of its leaving, and in the request to move it. */
  newIfindex: [49, s32],
  /** Smallest MTU it takes, in bytes; read-only. */
  minMtu: [50, readOnly(u32)],
  /** Largest MTU it takes, in bytes; 0 is no limit. Read-only. */
  maxMtu: [51, readOnly(u32)],
  /** Further names; since 5.5. Read-only here: `linkprop` adds and removes them. */
  propList: [
    52,
    readOnly(nest<LinkPropList>(propListAttributes), "alternative names are added and removed by linkprop"),
  ],
  /** A further name to find the link by, in requests; since 5.5. */
  altIfname: [53, string],
  /** Hardware address it was made with; read-only. */
  permAddress: [54, readOnly(lladdr)],
  /** Why it is held down; since 5.9. */
  protoDownReason: [55, later(nest<ProtoDownReason>(protoDownReasonAttributes))],
  /** Name of the device it belongs to: `"0000:00:1f.6"`; since 5.14. */
  parentDevName: [56, fixed(string)],
  /** Bus of that device: `"pci"`; since 5.14. */
  parentDevBusName: [57, fixed(busName)],
  /** Most bytes of one GRO packet; since 5.19. */
  groMaxSize: [58, u32],
  /** Most bytes that its driver can segment; read-only, since 5.19. */
  tsoMaxSize: [59, readOnly(u32)],
  /** Most segments that its driver can make; read-only, since 5.19. */
  tsoMaxSegs: [60, readOnly(u32)],
  /** How many users have it receive all multicast; read-only, since 6.1. */
  allmulti: [61, readOnly(u32)],
  /** Its devlink port; read-only, since 6.2. */
  devlinkPort: [62, readOnly(nest<LinkDevlinkPort>(devlinkPortAttributes))],
  /** Most bytes of one IPv4 GSO packet; since 6.3. */
  gsoIpv4MaxSize: [63, u32],
  /** Most bytes of one IPv4 GRO packet; since 6.3. */
  groIpv4MaxSize: [64, u32],
  /** Its DPLL pin; read-only, since 6.7. */
  dpllPin: [65, readOnly(nest<LinkDpllPin>(dpllPinAttributes))],
  /** How far ahead its driver can pace packets, in ns; read-only, since 6.13. */
  maxPacingOffloadHorizon: [66, readOnly(uint)],
  /** Whether it cannot change its namespace, 0 or 1; read-only, since 6.15. */
  netnsImmutable: [67, readOnly(u8)],
  /** Bytes that its driver needs before each packet; read-only, since 6.18. */
  headroom: [68, readOnly(u16)],
  /** Bytes that its driver needs behind each packet; read-only, since 6.18. */
  tailroom: [69, readOnly(u16)],
});

/** The layout of `RTM_NEWLINK`, `RTM_DELLINK`, `RTM_GETLINK` and `RTM_SETLINK`. */
export const linkMessage = message("link", ifinfomsg, linkAttributes);
/** A network interface. */
export interface Link extends Infer<typeof linkMessage> {}

bindPeer(nest<Partial<Link>>(linkMessage));
