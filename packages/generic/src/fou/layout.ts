import {
  attributes,
  be16,
  enumeration,
  flag,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  message,
  s32,
  u8,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Content of the packets that come to a port (`FOU_ENCAP_*`). */
export const fouEncap = enumeration("FOU_ENCAP_", u8, {
  unspec: 0,
  /** Packets of one protocol, without a header between. */
  direct: 1,
  /** Packets with a header of generic UDP encapsulation, which names the protocol. */
  gue: 2,
});

/** Attributes of ports (`FOU_ATTR_*`). */
export const fouAttributes = attributes("fou-attrs", "FOU_ATTR_", {
  /** UDP port. */
  port: [1, be16],
  /** Address family of the port, 2 for IPv4 (the default) or 10 for IPv6. */
  af: [2, u8],
  /** Protocol of the packets, with `direct`: 4 for IPv4, 47 for GRE. */
  ipproto: [3, u8],
  /** Content of the packets; in a request filled in: `direct` with `ipproto`, else `gue`. */
  type: [4, fouEncap],
  /** Has checksums in the packets checked in full. */
  remcsumNopartial: [5, flag],
  /** Own IPv4 address to which the port is limited; since 5.2. */
  localV4: [6, ipv4],
  /** Own IPv6 address to which the port is limited; since 5.2. */
  localV6: [7, ipv6],
  /** IPv4 address of the only peer; since 5.2. */
  peerV4: [8, ipv4],
  /** IPv6 address of the only peer; since 5.2. */
  peerV6: [9, ipv6],
  /** UDP port of the only peer; since 5.2. */
  peerPort: [10, be16],
  /** Index of the only link that packets come by; 0 is any. Since 5.2. */
  ifindex: [11, ifindex(s32)],
});

/** Layout of `FOU_CMD_*`. */
export const fouMessage = message("fou", genlmsghdr, fouAttributes);
/** A UDP port at which the kernel takes packets out of UDP. */
export interface FouPort extends Infer<typeof fouMessage> {}
