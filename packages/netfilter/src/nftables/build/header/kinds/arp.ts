import { ARP } from "../../compile/protocol.js";
import { etherAddr, ipv4Addr } from "../../value/address.js";
import { integer } from "../../value/data-type.js";
import { arpOp, etherType } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({ name: "arp", base: "network", protocol: ARP });

/** Header of ARP. */
export const arp = {
  /** Hardware type, 1 for Ethernet. */
  htype: field("htype", 0, integer(16, "network")),
  /** Protocol type. */
  ptype: field("ptype", 16, etherType),
  /** Length of hardware addresses. */
  hlen: field("hlen", 32, integer(8, "network")),
  /** Length of protocol addresses. */
  plen: field("plen", 40, integer(8, "network")),
  /** Operation: `"request"`, `"reply"` … */
  operation: field("operation", 48, arpOp),
  /** Addresses of the sender. */
  saddr: {
    /** MAC address of the sender. */
    ether: field("saddr ether", 64, etherAddr),
    /** IPv4 address of the sender. */
    ip: field("saddr ip", 112, ipv4Addr),
  },
  /** Addresses of the target. */
  daddr: {
    /** MAC address of the target. */
    ether: field("daddr ether", 144, etherAddr),
    /** IPv4 address of the target. */
    ip: field("daddr ip", 192, ipv4Addr),
  },
} as const;
