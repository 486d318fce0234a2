import {
  attributes,
  be16,
  be64,
  binary,
  flag,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  message,
  nest,
  padding,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Attributes of the tunnel that a packet came by (`PSAMPLE_TUNNEL_KEY_ATTR_*`). */
const tunnelAttributes = attributes("psample-tunnel", "PSAMPLE_TUNNEL_KEY_ATTR_", {
  /** Key. */
  id: [0, be64],
  /** Source, IPv4. */
  ipv4Src: [1, ipv4],
  /** Destination, IPv4. */
  ipv4Dst: [2, ipv4],
  /** Type of service. */
  tos: [3, u8],
  /** Time to live. */
  ttl: [4, u8],
  /** Set if it must not be fragmented. */
  dontFragment: [5, flag],
  /** Set if it has a checksum. */
  csum: [6, flag],
  /** Set if it is for maintenance. */
  oam: [7, flag],
  /** Options of geneve. */
  geneveOpts: [8, binary],
  /** Source port. */
  tpSrc: [9, be16],
  /** Destination port. */
  tpDst: [10, be16],
  /** Options of vxlan. */
  vxlanOpts: [11, binary],
  /** Source, IPv6. */
  ipv6Src: [12, ipv6],
  /** Destination, IPv6. */
  ipv6Dst: [13, ipv6],
  /** Alignment. */
  pad: [14, padding],
  /** Options of erspan. */
  erspanOpts: [15, binary],
  /** Set if a bridge gave the tunnel. */
  ipv4InfoBridge: [16, flag],
});
/** The tunnel that a packet came by. */
export interface PsampleTunnel extends Infer<typeof tunnelAttributes> {}

/** Attributes of samples (`PSAMPLE_ATTR_*`). */
const sampleAttributes = attributes("psample", "PSAMPLE_ATTR_", {
  /** Index of the link that received it. */
  iifindex: [0, ifindex(u16)],
  /** Index of the link that sent it, if known. */
  oifindex: [1, ifindex(u16)],
  /** Length of the packet, of which `data` may be a part. */
  origsize: [2, u32],
  /** Number of the group. */
  sampleGroup: [3, u32],
  /** Number of the sample in its group. */
  groupSeq: [4, u32],
  /** One of how many packets is sampled; with `sampleProbability`, the part of 4294967295. */
  sampleRate: [5, u32],
  /** The packet, or its beginning. */
  data: [6, binary],
  /** The tunnel that it came by; since 5.6. */
  tunnel: [8, nest<PsampleTunnel>(tunnelAttributes)],
  /** Alignment. */
  pad: [9, padding],
  /** Traffic class that it was sent in; since 5.13. */
  outTc: [10, u16],
  /** Bytes that waited in the traffic class; since 5.13. */
  outTcOcc: [11, u64],
  /** Nanoseconds that it was in the device; since 5.13. */
  latency: [12, u64],
  /** Nanoseconds since 1970; since 5.13. */
  timestamp: [13, u64],
  /** Protocol, as of Ethernet: 2048 for IPv4; since 5.13. */
  proto: [14, u16],
  /** Cookie that the sampling action was given; since 6.11. */
  userCookie: [15, binary],
  /** Set if `sampleRate` is a probability; since 6.11. */
  sampleProbability: [16, flag],
});

/** Layout of `PSAMPLE_CMD_SAMPLE`. */
export const psampleMessage = message("psample", genlmsghdr, sampleAttributes);
/** A sampled packet. */
export interface PsampleMessage extends Infer<typeof psampleMessage> {}

const groupAttributes = attributes("psample-group", "PSAMPLE_ATTR_", {
  /** Number. */
  sampleGroup: [3, u32],
  /** Number of samples so far. */
  groupSeq: [4, u32],
  /** Number of those who sample into it. */
  groupRefcount: [7, u32],
});

/** Layout of `PSAMPLE_CMD_*_GROUP`. */
export const psampleGroupMessage = message("psampleGroup", genlmsghdr, groupAttributes);
/** A group of samples. */
export interface PsampleGroup extends Infer<typeof psampleGroupMessage> {}
