import { be16, be32, type Infer, ipv4, ipv6, pad, refine, struct, u8 } from "@rxnetlink/core/schema";
import { packetIpProtocol } from "../ip-protocol.js";

/** Header of an IPv4 packet (`struct iphdr`), without version and length, which its options show. */
export const iphdr = struct("iphdr", {
  _: pad(1),
  /** Type of service: DSCP in the upper 6 bits, ECN in the lower 2. */
  tos: u8,
  /** Length of the packet, in bytes. */
  totLen: be16,
  /** Number that the fragments of a packet share. */
  id: be16,
  /** Offset of a fragment in units of 8 bytes; 0x2000 is set if more follow, 0x4000 if it must not be fragmented. */
  fragOff: be16,
  /** Hops left. */
  ttl: u8,
  /** Protocol of the payload. */
  protocol: packetIpProtocol,
  /** Checksum of the header. */
  check: be16,
  /** Source address. */
  saddr: ipv4,
  /** Destination address. */
  daddr: ipv4,
});
/** Header of an IPv4 packet. */
export interface Iphdr extends Infer<typeof iphdr> {}

const FLOWINFO = 0x0fff_ffff;
const get = (view: DataView, at: number) => view.getUint32(at) & FLOWINFO;

/** Traffic class and flow label, without the version before them. */
const flowinfo = refine(be32, { get, read: get } as Partial<typeof be32>) as typeof be32;

/** Header of an IPv6 packet (`struct ipv6hdr`), without the version. */
export const ipv6hdr = struct("ipv6hdr", {
  /** Flow label in the lower 20 bits, traffic class (DSCP and ECN) in the 8 above. */
  flowinfo,
  /** Length of what follows this header, in bytes. */
  payloadLen: be16,
  /** Protocol of the payload, or the first extension header. */
  nexthdr: packetIpProtocol,
  /** Hops left. */
  hopLimit: u8,
  /** Source address. */
  saddr: ipv6,
  /** Destination address. */
  daddr: ipv6,
});
/** Header of an IPv6 packet. */
export interface Ipv6hdr extends Infer<typeof ipv6hdr> {}
