import {
  attributes,
  be16,
  be32,
  bytes,
  type Infer,
  ipv4,
  ipv6,
  mac,
  masked,
  nest,
  readOnly,
  string,
  u8,
  u16,
  u32,
} from "@rxnetlink/core";
import { acts } from "../../action/act.js";
import { etherType } from "../../values/ether-type.js";
import { clsFlags } from "../cls-flags.js";
import {
  type FlowerCfm,
  type FlowerMplsOpts,
  type FlowerOpts,
  flowerCfmAttributes,
  flowerCtState,
  flowerFlags,
  flowerMplsOptsAttributes,
  flowerOptsAttributes,
} from "./options.js";

/** Settings of a `flower` filter: fields of the packet match, each with a mask where there is one (`TCA_FLOWER_*`). */
export const flowerAttributes = attributes("flower-attrs", "TCA_FLOWER_", {
  /** Class of the packets that match. */
  classid: [1, u32],
  /** Name of the link that they come in by. */
  indev: [2, string],
  /** What is done with them. */
  act: [3, acts],
  /** Destination address of the frame. */
  keyEthDst: [4, mac],
  /** Which bits of it. */
  keyEthDstMask: [5, mac],
  /** Source address of the frame. */
  keyEthSrc: [6, mac],
  /** Which bits of it. */
  keyEthSrcMask: [7, mac],
  /**
   * Ethernet protocol of the frame; of a filter that was read, the protocol behind the tags: handed back, it is that of the
   * tag again. Without it the kernel would ignore tags, which is refused.
   */
  keyEthType: [8, etherType],
  /** Transport protocol, without which ports and the like are refused. */
  keyIpProto: [9, u8],
  /** IPv4 source address. */
  keyIpv4Src: [10, ipv4],
  /** Which bits of it. */
  keyIpv4SrcMask: [11, ipv4],
  /** IPv4 destination address. */
  keyIpv4Dst: [12, ipv4],
  /** Which bits of it. */
  keyIpv4DstMask: [13, ipv4],
  /** IPv6 source address. */
  keyIpv6Src: [14, ipv6],
  /** Which bits of it. */
  keyIpv6SrcMask: [15, ipv6],
  /** IPv6 destination address. */
  keyIpv6Dst: [16, ipv6],
  /** Which bits of it. */
  keyIpv6DstMask: [17, ipv6],
  /** TCP source port. */
  keyTcpSrc: [18, be16],
  /** TCP destination port. */
  keyTcpDst: [19, be16],
  /** UDP source port. */
  keyUdpSrc: [20, be16],
  /** UDP destination port. */
  keyUdpDst: [21, be16],
  /** Whether the hardware applies it. */
  flags: [22, clsFlags],
  /** VLAN id. */
  keyVlanId: [23, u16],
  /** Priority of the tag, 0 to 7. */
  keyVlanPrio: [24, u8],
  /** Ethernet protocol behind the tag. */
  keyVlanEthType: [25, etherType],
  /** Id of the tunnel that it came by. */
  keyEncKeyId: [26, be32],
  /** IPv4 source address of the outer header. */
  keyEncIpv4Src: [27, ipv4],
  /** Which bits of it. */
  keyEncIpv4SrcMask: [28, ipv4],
  /** IPv4 destination address of the outer header. */
  keyEncIpv4Dst: [29, ipv4],
  /** Which bits of it. */
  keyEncIpv4DstMask: [30, ipv4],
  /** IPv6 source address of the outer header. */
  keyEncIpv6Src: [31, ipv6],
  /** Which bits of it. */
  keyEncIpv6SrcMask: [32, ipv6],
  /** IPv6 destination address of the outer header. */
  keyEncIpv6Dst: [33, ipv6],
  /** Which bits of it. */
  keyEncIpv6DstMask: [34, ipv6],
  /** Which bits of the TCP source port. */
  keyTcpSrcMask: [35, be16],
  /** Which bits of the TCP destination port. */
  keyTcpDstMask: [36, be16],
  /** Which bits of the UDP source port. */
  keyUdpSrcMask: [37, be16],
  /** Which bits of the UDP destination port. */
  keyUdpDstMask: [38, be16],
  /** Which bits of the SCTP source port. */
  keySctpSrcMask: [39, be16],
  /** Which bits of the SCTP destination port. */
  keySctpDstMask: [40, be16],
  /** SCTP source port. */
  keySctpSrc: [41, be16],
  /** SCTP destination port. */
  keySctpDst: [42, be16],
  /** UDP source port of the outer header. */
  keyEncUdpSrcPort: [43, be16],
  /** Which bits of it. */
  keyEncUdpSrcPortMask: [44, be16],
  /** UDP destination port of the outer header. */
  keyEncUdpDstPort: [45, be16],
  /** Which bits of it. */
  keyEncUdpDstPortMask: [46, be16],
  /** What the packet is. */
  keyFlags: [47, masked(flowerFlags, "keyFlagsMask")],
  /** Which of that counts; where absent what is named. */
  keyFlagsMask: [48, flowerFlags],
  /** ICMP code. */
  keyIcmpv4Code: [49, u8],
  /** Which bits of it. */
  keyIcmpv4CodeMask: [50, u8],
  /** ICMP type. */
  keyIcmpv4Type: [51, u8],
  /** Which bits of it. */
  keyIcmpv4TypeMask: [52, u8],
  /** ICMPv6 code. */
  keyIcmpv6Code: [53, u8],
  /** Which bits of it. */
  keyIcmpv6CodeMask: [54, u8],
  /** ICMPv6 type. */
  keyIcmpv6Type: [55, u8],
  /** Which bits of it. */
  keyIcmpv6TypeMask: [56, u8],
  /** ARP: IP address of the sender. */
  keyArpSip: [57, ipv4],
  /** Which bits of it. */
  keyArpSipMask: [58, ipv4],
  /** ARP: IP address of the target. */
  keyArpTip: [59, ipv4],
  /** Which bits of it. */
  keyArpTipMask: [60, ipv4],
  /** ARP: 1 request, 2 reply. */
  keyArpOp: [61, u8],
  /** Which bits of it. */
  keyArpOpMask: [62, u8],
  /** ARP: link-layer address of the sender. */
  keyArpSha: [63, mac],
  /** Which bits of it. */
  keyArpShaMask: [64, mac],
  /** ARP: link-layer address of the target. */
  keyArpTha: [65, mac],
  /** Which bits of it. */
  keyArpThaMask: [66, mac],
  /** Time to live of the outermost label. */
  keyMplsTtl: [67, u8],
  /** Whether it is the bottom of the stack, 0 or 1. */
  keyMplsBos: [68, u8],
  /** Its traffic class, 0 to 7. */
  keyMplsTc: [69, u8],
  /** The outermost label, 20 bits. */
  keyMplsLabel: [70, u32],
  /** TCP flags. */
  keyTcpFlags: [71, be16],
  /** Which of them count. */
  keyTcpFlagsMask: [72, be16],
  /** Type of service. */
  keyIpTos: [73, u8],
  /** Which bits of it. */
  keyIpTosMask: [74, u8],
  /** Time to live. */
  keyIpTtl: [75, u8],
  /** Which bits of it. */
  keyIpTtlMask: [76, u8],
  /** Id of the inner VLAN. */
  keyCvlanId: [77, u16],
  /** Priority of the inner tag, 0 to 7. */
  keyCvlanPrio: [78, u8],
  /** Ethernet protocol behind the inner tag. */
  keyCvlanEthType: [79, etherType],
  /** Type of service of the outer header. */
  keyEncIpTos: [80, u8],
  /** Which bits of it. */
  keyEncIpTosMask: [81, u8],
  /** Time to live of the outer header. */
  keyEncIpTtl: [82, u8],
  /** Which bits of it. */
  keyEncIpTtlMask: [83, u8],
  /** Options of the tunnel's header. */
  keyEncOpts: [84, nest<FlowerOpts>(flowerOptsAttributes)],
  /** Which bits of them. */
  keyEncOptsMask: [85, nest<FlowerOpts>(flowerOptsAttributes)],
  /** How many cards have it; read-only. */
  inHwCount: [86, readOnly(u32)],
  /** First of a range of source ports; since 5.1. */
  keyPortSrcMin: [87, be16],
  /** Last of it. */
  keyPortSrcMax: [88, be16],
  /** First of a range of destination ports; since 5.1. */
  keyPortDstMin: [89, be16],
  /** Last of it. */
  keyPortDstMax: [90, be16],
  /** State of the connection. */
  keyCtState: [91, masked(flowerCtState, "keyCtStateMask")],
  /** Which of it counts; where absent what is named. */
  keyCtStateMask: [92, flowerCtState],
  /** Zone of the connection. */
  keyCtZone: [93, u16],
  /** Which bits of it. */
  keyCtZoneMask: [94, u16],
  /** Mark of the connection. */
  keyCtMark: [95, u32],
  /** Which bits of it. */
  keyCtMarkMask: [96, u32],
  /** Labels of the connection. */
  keyCtLabels: [97, bytes(16)],
  /** Which bits of them. */
  keyCtLabelsMask: [98, bytes(16)],
  /** Labels deeper in the stack; since 5.8. */
  keyMplsOpts: [99, nest<FlowerMplsOpts>(flowerMplsOptsAttributes)],
  /** Hash of the packet; since 5.9. */
  keyHash: [100, u32],
  /** Which bits of it. */
  keyHashMask: [101, u32],
  /** How many VLAN tags it has; since 5.19. */
  keyNumOfVlans: [102, u8],
  /** Session of PPPoE; since 6.0. */
  keyPppoeSid: [103, be16],
  /** Protocol within PPP; since 6.0. */
  keyPppProto: [104, be16],
  /** Session of L2TPv3; since 6.1. */
  keyL2tpv3Sid: [105, be32],
  /** Whether a bridge did not know the destination, 0 or 1; since 6.5. */
  l2Miss: [106, u8],
  /** Connectivity fault management; since 6.6. */
  keyCfm: [107, nest<FlowerCfm>(flowerCfmAttributes)],
  /** Security parameters index of IPsec; since 6.6. */
  keySpi: [108, be32],
  /** Which bits of it. */
  keySpiMask: [109, be32],
  /** What the tunnel's header says; since 6.11. */
  keyEncFlags: [110, masked(flowerFlags, "keyEncFlagsMask")],
  /** Which of that counts; where absent what is named. */
  keyEncFlagsMask: [111, flowerFlags],
});
/** Settings of a `flower` filter: fields of the packet match, each with a mask where there is one. */
export interface FlowerFilter extends Infer<typeof flowerAttributes> {}
