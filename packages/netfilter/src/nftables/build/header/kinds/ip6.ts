import { IP6 } from "../../compile/protocol.js";
import { ipv6Addr } from "../../value/address.js";
import { integer } from "../../value/data-type.js";
import { dscp, ecn, inetProto } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({ name: "ip6", base: "network", protocol: IP6 });
const number = (bits: number) => integer(bits, "network");

/** Header of IPv6. */
export const ip6 = {
  /** Version: 6. */
  version: field("version", 0, number(4)),
  /** Differentiated services: `"cs1"`, `"af23"`, `"ef"` or the number. */
  dscp: field("dscp", 4, dscp),
  /** Explicit congestion notification. */
  ecn: field("ecn", 10, ecn),
  /** Flow label. */
  flowlabel: field("flowlabel", 12, number(20)),
  /** Length of the payload in bytes. */
  length: field("length", 32, number(16), { pseudo: true }),
  /** Next header: `"tcp"` or the number. */
  nexthdr: field("nexthdr", 48, inetProto, { subject: "l4proto", pseudo: true }),
  /** Hop limit. */
  hoplimit: field("hoplimit", 56, number(8)),
  /** Source address: `"2001:db8::1"`, `"2001:db8::/32"`. */
  saddr: field("saddr", 64, ipv6Addr, { pseudo: true }),
  /** Destination address. */
  daddr: field("daddr", 192, ipv6Addr, { pseudo: true }),
} as const;
