import {
  attributes,
  enumeration,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  message,
  padding,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Version of the protocol (`GTP_*`). */
export const gtpVersion = enumeration("GTP_", u32, {
  /** GTP version 0. */
  v0: 0,
  /** GTP-U of version 1. */
  v1: 1,
});

/** Attributes of PDP contexts (`GTPA_*`). */
export const gtpaAttributes = attributes("gtp-attrs", "GTPA_", {
  /** Index of the link of the kind `gtp`. */
  link: [1, ifindex(u32)],
  /** Version of the protocol. */
  version: [2, gtpVersion],
  /** Identifier of the tunnel, in version 0. */
  tid: [3, u64],
  /** IPv4 address of the node at the other end. */
  peerAddress: [4, ipv4],
  /** IPv4 address of the mobile station. */
  msAddress: [5, ipv4],
  /** Label of the flow, in version 0. */
  flow: [6, u16],
  /** File descriptor of the namespace that the link is in. Write-only. */
  netNsFd: [7, u32],
  /** Identifier of the tunnel in packets that come in, in version 1. */
  iTei: [8, u32],
  /** Identifier of the tunnel in packets that go out, in version 1. */
  oTei: [9, u32],
  /** Alignment. */
  pad: [10, padding],
  /** IPv6 address of the node at the other end; since 6.10. */
  peerAddr6: [11, ipv6],
  /** IPv6 prefix of the mobile station, of 64 bits; since 6.10. */
  msAddr6: [12, ipv6],
  /** Address family of the mobile station, 2 or 10; since 6.10. */
  family: [13, u8],
});

/** Layout of `GTP_CMD_*`. */
export const gtpMessage = message("gtp", genlmsghdr, gtpaAttributes);
/** A PDP context: the tunnel of one mobile station. */
export interface PdpContext extends Infer<typeof gtpMessage> {}
