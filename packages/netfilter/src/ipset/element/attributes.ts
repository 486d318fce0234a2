import { attributes, type Infer, mac, nest, padding, string, u8, u32 } from "@rxnetlink/core/schema";
import { ipproto } from "../../common/ipproto.js";
import { address } from "../values/address.js";
import { elementFlags } from "../values/cadt-flags.js";
import { count, net16, net32, type Skbmark, skbmark, timeout } from "../values/numbers.js";

/** Attributes of an element (`IPSET_ATTR_*` in `IPSET_ATTR_DATA` of elements). */
export const adtAttributes = attributes("ipset-adt-attrs", "IPSET_ATTR_", {
  /** Address, or network where the type holds networks: `"192.0.2.1"`, `"192.0.2.0/24"`. */
  ip: [1, address],
  /** Last address of a range that begins with `ip`; in requests only. */
  ipTo: [2, address],
  /** Length of the prefix of `ip`. */
  cidr: [3, u8],
  /** Port; of ICMP 256 times the type, plus the code; 0 where the protocol has no ports. */
  port: [4, net16],
  /** Last port of a range that begins with `port`; in requests only. */
  portTo: [5, net16],
  /** Time until the element is removed, in seconds; 0 is never. Only in sets with a `timeout`. */
  timeout: [6, timeout],
  /** Transport protocol. */
  proto: [7, ipproto],
  /** Flags of the element. */
  cadtFlags: [8, elementFlags],
  /** Position in a message with many elements, from 1. */
  lineno: [9, u32],
  /** Firewall mark. */
  mark: [10, net32],
  /** MAC address. */
  ether: [17, mac],
  /** Name of a member set. */
  name: [18, string],
  /** Name of the member set that the position refers to. */
  nameref: [19, string],
  /** Second address or network. */
  ip2: [20, address],
  /** Length of the prefix of `ip2`. */
  cidr2: [21, u8],
  /** Last address of a range that begins with `ip2`; in requests only. */
  ip2To: [22, address],
  /** Name of a link. */
  iface: [23, string],
  /** Bytes of the packets that matched. Only in sets with `counters`. */
  bytes: [24, count],
  /** Packets that matched. Only in sets with `counters`. */
  packets: [25, count],
  /** Comment of up to 255 bytes. Only in sets with `comment`. */
  comment: [26, string],
  /** Mark that matching packets get. Only in sets with `skbinfo`. */
  skbmark: [27, nest<Skbmark>(skbmark)],
  /** Priority that matching packets get: a handle as of `tc`, the class in the low 16 bits. Only in sets with `skbinfo`. */
  skbprio: [28, net32],
  /** Hardware queue that matching packets get. Only in sets with `skbinfo`. */
  skbqueue: [29, net16],
  /** Alignment. */
  pad: [30, padding],
});

/** An element as the kernel takes it apart. */
export interface AdtAttributes extends Infer<typeof adtAttributes> {}
