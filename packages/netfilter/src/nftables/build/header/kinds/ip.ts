import { IP } from "../../compile/protocol.js";
import { ipv4Addr } from "../../value/address.js";
import { integer } from "../../value/data-type.js";
import { dscp, ecn, inetProto } from "../../value/types.js";
import { columns } from "../header.js";
import { ipOptions } from "../options/ip.js";

const { field } = columns({ name: "ip", base: "network", protocol: IP, checksum: 10 });
const number = (bits: number) => integer(bits, "network");

/** Header of IPv4. */
export const ip = {
  /** Version: 4. */
  version: field("version", 0, number(4)),
  /** Length of the header, in words of 4 bytes. */
  hdrlength: field("hdrlength", 4, number(4)),
  /** Differentiated services: `"cs1"`, `"af23"`, `"ef"` or the number. */
  dscp: field("dscp", 8, dscp),
  /** Explicit congestion notification. */
  ecn: field("ecn", 14, ecn),
  /** Length of the packet in bytes. */
  length: field("length", 16, number(16), { pseudo: true }),
  /** Identification, for fragments. */
  id: field("id", 32, number(16)),
  /** Offset of a fragment, with its flags. */
  fragOff: field("frag-off", 48, number(16)),
  /** Time to live. */
  ttl: field("ttl", 64, number(8)),
  /** Protocol above: `"tcp"` or the number. */
  protocol: field("protocol", 72, inetProto, { subject: "l4proto", pseudo: true }),
  /** Checksum of the header. */
  checksum: field("checksum", 80, number(16)),
  /** Source address: `"192.0.2.1"`, `"192.0.2.0/24"`. */
  saddr: field("saddr", 96, ipv4Addr, { pseudo: true }),
  /** Destination address. */
  daddr: field("daddr", 128, ipv4Addr, { pseudo: true }),
  /** Options of the header. */
  option: ipOptions,
} as const;
