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
} from "@rxnetlink/core/schema";
import { acts } from "../../../action/act.js";
import { etherType } from "../../../values/ether-type.js";
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

/** Settings of a `flower` filter: matches fields of the packet, each with a mask if there is one (`TCA_FLOWER_*`). */
export const flowerAttributes = attributes("flower-attrs", "TCA_FLOWER_", {
  /** Class of matching packets. */
  classid: [1, u32],
  /** Name of the incoming link. */
  indev: [2, string],
  /** Actions on matching packets. */
  act: [3, acts],
  /** Destination address of the frame. */
  keyEthDst: [4, mac],
  /** Mask for `keyEthDst`. */
  keyEthDstMask: [5, mac],
  /** Source address of the frame. */
  keyEthSrc: [6, mac],
  /** Mask for `keyEthSrc`. */
  keyEthSrcMask: [7, mac],
  /**
   * Ethernet protocol of the frame. In a decoded filter it is the protocol behind the VLAN tags; sent back, it
   * becomes that of the tag again. Tags without it are refused, since the kernel would ignore them.
   */
  keyEthType: [8, etherType],
  /** Transport protocol, required by ports and the like. */
  keyIpProto: [9, u8],
  /** IPv4 source address. */
  keyIpv4Src: [10, ipv4],
  /** Mask for `keyIpv4Src`. */
  keyIpv4SrcMask: [11, ipv4],
  /** IPv4 destination address. */
  keyIpv4Dst: [12, ipv4],
  /** Mask for `keyIpv4Dst`. */
  keyIpv4DstMask: [13, ipv4],
  /** IPv6 source address. */
  keyIpv6Src: [14, ipv6],
  /** Mask for `keyIpv6Src`. */
  keyIpv6SrcMask: [15, ipv6],
  /** IPv6 destination address. */
  keyIpv6Dst: [16, ipv6],
  /** Mask for `keyIpv6Dst`. */
  keyIpv6DstMask: [17, ipv6],
  /** TCP source port. */
  keyTcpSrc: [18, be16],
  /** TCP destination port. */
  keyTcpDst: [19, be16],
  /** UDP source port. */
  keyUdpSrc: [20, be16],
  /** UDP destination port. */
  keyUdpDst: [21, be16],
  /** Hardware offload. */
  flags: [22, clsFlags],
  /** VLAN id. */
  keyVlanId: [23, u16],
  /** VLAN priority, 0 to 7. */
  keyVlanPrio: [24, u8],
  /** Ethernet protocol behind the tag. */
  keyVlanEthType: [25, etherType],
  /** Id of the tunnel that delivered the packet. */
  keyEncKeyId: [26, be32],
  /** IPv4 source address of the outer header. */
  keyEncIpv4Src: [27, ipv4],
  /** Mask for `keyEncIpv4Src`. */
  keyEncIpv4SrcMask: [28, ipv4],
  /** IPv4 destination address of the outer header. */
  keyEncIpv4Dst: [29, ipv4],
  /** Mask for `keyEncIpv4Dst`. */
  keyEncIpv4DstMask: [30, ipv4],
  /** IPv6 source address of the outer header. */
  keyEncIpv6Src: [31, ipv6],
  /** Mask for `keyEncIpv6Src`. */
  keyEncIpv6SrcMask: [32, ipv6],
  /** IPv6 destination address of the outer header. */
  keyEncIpv6Dst: [33, ipv6],
  /** Mask for `keyEncIpv6Dst`. */
  keyEncIpv6DstMask: [34, ipv6],
  /** Mask for `keyTcpSrc`. */
  keyTcpSrcMask: [35, be16],
  /** Mask for `keyTcpDst`. */
  keyTcpDstMask: [36, be16],
  /** Mask for `keyUdpSrc`. */
  keyUdpSrcMask: [37, be16],
  /** Mask for `keyUdpDst`. */
  keyUdpDstMask: [38, be16],
  /** Mask for `keySctpSrc`. */
  keySctpSrcMask: [39, be16],
  /** Mask for `keySctpDst`. */
  keySctpDstMask: [40, be16],
  /** SCTP source port. */
  keySctpSrc: [41, be16],
  /** SCTP destination port. */
  keySctpDst: [42, be16],
  /** UDP source port of the outer header. */
  keyEncUdpSrcPort: [43, be16],
  /** Mask for `keyEncUdpSrcPort`. */
  keyEncUdpSrcPortMask: [44, be16],
  /** UDP destination port of the outer header. */
  keyEncUdpDstPort: [45, be16],
  /** Mask for `keyEncUdpDstPort`. */
  keyEncUdpDstPortMask: [46, be16],
  /** Flags of the packet. */
  keyFlags: [47, masked(flowerFlags, "keyFlagsMask")],
  /** Mask for `keyFlags`; the flags named when absent. */
  keyFlagsMask: [48, flowerFlags],
  /** ICMP code. */
  keyIcmpv4Code: [49, u8],
  /** Mask for `keyIcmpv4Code`. */
  keyIcmpv4CodeMask: [50, u8],
  /** ICMP type. */
  keyIcmpv4Type: [51, u8],
  /** Mask for `keyIcmpv4Type`. */
  keyIcmpv4TypeMask: [52, u8],
  /** ICMPv6 code. */
  keyIcmpv6Code: [53, u8],
  /** Mask for `keyIcmpv6Code`. */
  keyIcmpv6CodeMask: [54, u8],
  /** ICMPv6 type. */
  keyIcmpv6Type: [55, u8],
  /** Mask for `keyIcmpv6Type`. */
  keyIcmpv6TypeMask: [56, u8],
  /** ARP: IP address of the sender. */
  keyArpSip: [57, ipv4],
  /** Mask for `keyArpSip`. */
  keyArpSipMask: [58, ipv4],
  /** ARP: IP address of the target. */
  keyArpTip: [59, ipv4],
  /** Mask for `keyArpTip`. */
  keyArpTipMask: [60, ipv4],
  /** ARP: 1 request, 2 reply. */
  keyArpOp: [61, u8],
  /** Mask for `keyArpOp`. */
  keyArpOpMask: [62, u8],
  /** ARP: link-layer address of the sender. */
  keyArpSha: [63, mac],
  /** Mask for `keyArpSha`. */
  keyArpShaMask: [64, mac],
  /** ARP: link-layer address of the target. */
  keyArpTha: [65, mac],
  /** Mask for `keyArpTha`. */
  keyArpThaMask: [66, mac],
  /** Time to live of the outermost label. */
  keyMplsTtl: [67, u8],
  /** Bottom of stack of the outermost label, 0 or 1. */
  keyMplsBos: [68, u8],
  /** Traffic class of the outermost label, 0 to 7. */
  keyMplsTc: [69, u8],
  /** Outermost label, 20 bits. */
  keyMplsLabel: [70, u32],
  /** TCP flags. */
  keyTcpFlags: [71, be16],
  /** Mask for `keyTcpFlags`. */
  keyTcpFlagsMask: [72, be16],
  /** Type of service. */
  keyIpTos: [73, u8],
  /** Mask for `keyIpTos`. */
  keyIpTosMask: [74, u8],
  /** Time to live. */
  keyIpTtl: [75, u8],
  /** Mask for `keyIpTtl`. */
  keyIpTtlMask: [76, u8],
  /** VLAN id of the inner tag. */
  keyCvlanId: [77, u16],
  /** Priority of the inner tag, 0 to 7. */
  keyCvlanPrio: [78, u8],
  /** Ethernet protocol behind the inner tag. */
  keyCvlanEthType: [79, etherType],
  /** Type of service of the outer header. */
  keyEncIpTos: [80, u8],
  /** Mask for `keyEncIpTos`. */
  keyEncIpTosMask: [81, u8],
  /** Time to live of the outer header. */
  keyEncIpTtl: [82, u8],
  /** Mask for `keyEncIpTtl`. */
  keyEncIpTtlMask: [83, u8],
  /** Options of the tunnel header. */
  keyEncOpts: [84, nest<FlowerOpts>(flowerOptsAttributes)],
  /** Mask for `keyEncOpts`. */
  keyEncOptsMask: [85, nest<FlowerOpts>(flowerOptsAttributes)],
  /** Number of devices that have it in hardware; read-only. */
  inHwCount: [86, readOnly(u32)],
  /** First source port of a range; since 5.1. */
  keyPortSrcMin: [87, be16],
  /** Last source port of that range; since 5.1. */
  keyPortSrcMax: [88, be16],
  /** First destination port of a range; since 5.1. */
  keyPortDstMin: [89, be16],
  /** Last destination port of that range; since 5.1. */
  keyPortDstMax: [90, be16],
  /** Connection tracking state. */
  keyCtState: [91, masked(flowerCtState, "keyCtStateMask")],
  /** Mask for `keyCtState`; the flags named when absent. */
  keyCtStateMask: [92, flowerCtState],
  /** Conntrack zone. */
  keyCtZone: [93, u16],
  /** Mask for `keyCtZone`. */
  keyCtZoneMask: [94, u16],
  /** Mark of the connection. */
  keyCtMark: [95, u32],
  /** Mask for `keyCtMark`. */
  keyCtMarkMask: [96, u32],
  /** Labels of the connection. */
  keyCtLabels: [97, bytes(16)],
  /** Mask for `keyCtLabels`. */
  keyCtLabelsMask: [98, bytes(16)],
  /** Label stack entries; since 5.8. */
  keyMplsOpts: [99, nest<FlowerMplsOpts>(flowerMplsOptsAttributes)],
  /** Hash of the packet; since 5.9. */
  keyHash: [100, u32],
  /** Mask for `keyHash`. */
  keyHashMask: [101, u32],
  /** Number of VLAN tags; since 5.19. */
  keyNumOfVlans: [102, u8],
  /** PPPoE session id; since 6.0. */
  keyPppoeSid: [103, be16],
  /** Protocol within PPP; since 6.0. */
  keyPppProto: [104, be16],
  /** L2TPv3 session id; since 6.1. */
  keyL2tpv3Sid: [105, be32],
  /** Destination unknown to the bridge, 0 or 1; since 6.5. */
  l2Miss: [106, u8],
  /** Connectivity fault management; since 6.6. */
  keyCfm: [107, nest<FlowerCfm>(flowerCfmAttributes)],
  /** IPsec security parameter index; since 6.6. */
  keySpi: [108, be32],
  /** Mask for `keySpi`. */
  keySpiMask: [109, be32],
  /** Flags of the tunnel header; since 6.11. */
  keyEncFlags: [110, masked(flowerFlags, "keyEncFlagsMask")],
  /** Mask for `keyEncFlags`; the flags named when absent. */
  keyEncFlagsMask: [111, flowerFlags],
});
/** Settings of a `flower` filter: matches fields of the packet, each with a mask if there is one. */
export interface FlowerFilter extends Infer<typeof flowerAttributes> {}
