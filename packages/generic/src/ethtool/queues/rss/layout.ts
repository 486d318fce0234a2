import {
  attributes,
  binary,
  enumeration,
  flags,
  type Infer,
  nest,
  packed,
  u32,
} from "@rxnetlink/core/schema";
import { header, ofLink } from "../../common/header.js";
import { uint32 } from "../../common/uint32.js";

/** Hash functions (`ETH_RSS_HASH_*_BIT`). */
export const rssHash = enumeration("ETH_RSS_HASH_", u32, {
  toeplitz: 0x1,
  xor: 0x2,
  crc32: 0x4,
});

/** Transformations of what is hashed, so that both directions of a flow have one hash (`RXH_XFRM_*`); since 6.8. */
export const rssInputXfrm = flags("RXH_XFRM_", u32, {
  /** Source and destination are combined by XOR. */
  symXor: 0x1,
  /** They are combined by XOR and by OR; since 6.16. */
  symOrXor: 0x2,
});

/** Fields of packets that are hashed (`RXH_*`). */
export const rssFields = flags("RXH_", uint32, {
  /** Destination MAC address. */
  l2da: 0x2,
  /** VLAN tag. */
  vlan: 0x4,
  /** Protocol above IP. */
  l3Proto: 0x8,
  ipSrc: 0x10,
  ipDst: 0x20,
  /** First two bytes above IP: the source port. */
  l4B_0_1: 0x40,
  /** Next two bytes above IP: the destination port. */
  l4B_2_3: 0x80,
  /** Tunnel endpoint identifier of GTP. */
  gtpTeid: 0x100,
  /** Flow label of IPv6; since 6.17. */
  ip6Fl: 0x200,
  /** The packets are dropped. */
  discard: 0x8000_0000,
});

/** Attributes of the fields hashed (`ETHTOOL_A_FLOW_*`), by the kind of packets. */
const flowAttributes = attributes("flow", "ETHTOOL_A_FLOW_", {
  /** Ethernet, without IP. */
  ether: [1, rssFields],
  /** IPv4 without ports. */
  ip4: [2, rssFields],
  /** IPv6 without ports. */
  ip6: [3, rssFields],
  /** TCP over IPv4. */
  tcp4: [4, rssFields],
  /** TCP over IPv6. */
  tcp6: [5, rssFields],
  /** UDP over IPv4. */
  udp4: [6, rssFields],
  /** UDP over IPv6. */
  udp6: [7, rssFields],
  /** SCTP over IPv4. */
  sctp4: [8, rssFields],
  /** SCTP over IPv6. */
  sctp6: [9, rssFields],
  /** AH over IPv4. */
  ah4: [10, rssFields],
  /** AH over IPv6. */
  ah6: [11, rssFields],
  /** ESP over IPv4. */
  esp4: [12, rssFields],
  /** ESP over IPv6. */
  esp6: [13, rssFields],
  /** AH or ESP over IPv4. */
  ahEsp4: [14, rssFields],
  /** AH or ESP over IPv6. */
  ahEsp6: [15, rssFields],
  /** GTP, user plane, over IPv4. */
  gtpu4: [16, rssFields],
  /** GTP, user plane, over IPv6. */
  gtpu6: [17, rssFields],
  /** GTP, control plane, over IPv4. */
  gtpc4: [18, rssFields],
  /** GTP, control plane, over IPv6. */
  gtpc6: [19, rssFields],
  /** GTP, control plane with a tunnel endpoint identifier, over IPv4. */
  gtpcTeid4: [20, rssFields],
  /** GTP, control plane with a tunnel endpoint identifier, over IPv6. */
  gtpcTeid6: [21, rssFields],
  /** GTP, user plane with extension headers, over IPv4. */
  gtpuEh4: [22, rssFields],
  /** GTP, user plane with extension headers, over IPv6. */
  gtpuEh6: [23, rssFields],
  /** GTP, user plane, uplink, over IPv4. */
  gtpuUl4: [24, rssFields],
  /** GTP, user plane, uplink, over IPv6. */
  gtpuUl6: [25, rssFields],
  /** GTP, user plane, downlink, over IPv4. */
  gtpuDl4: [26, rssFields],
  /** GTP, user plane, downlink, over IPv6. */
  gtpuDl6: [27, rssFields],
});
/** Fields hashed by the kind of packets. */
export interface RssFlowHash extends Infer<typeof flowAttributes> {}

/** Attributes of RSS (`ETHTOOL_A_RSS_*`). */
const rssAttributes = attributes("rss", "ETHTOOL_A_RSS_", {
  /** The link. */
  header: [1, header],
  /** Number of the context; absent for that of the whole link. */
  context: [2, u32],
  /** Hash function. */
  hfunc: [3, rssHash],
  /** Queue of each hash, by its lowest bits (the indirection table). */
  indir: [4, packed(u32)],
  /** Key of the hash function. */
  hkey: [5, binary],
  /** Transformations of what is hashed; see {@link rssInputXfrm}; since 6.8. */
  inputXfrm: [6, rssInputXfrm],
  /** Smallest number of contexts to list; since 6.11. Write-only. */
  startContext: [7, u32],
  /** Fields hashed; since 6.17. */
  flowHash: [8, nest<RssFlowHash>(flowAttributes)],
});

/** Layout of `ETHTOOL_MSG_RSS_*`. */
export const rssMessage = ofLink("rss", rssAttributes);
/** Distribution of received packets over queues (receive-side scaling), of a whole link or in a context for some flows. */
export interface Rss extends Infer<typeof rssMessage> {}
