import { ETHER } from "../../compile/protocol.js";
import { etherAddr } from "../../value/address.js";
import { etherType } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({ name: "ether", base: "link", protocol: ETHER });

/** Header of Ethernet. */
export const ether = {
  /** Destination address. */
  daddr: field("daddr", 0, etherAddr),
  /** Source address. */
  saddr: field("saddr", 48, etherAddr),
  /** Protocol above: `"ip"`, `"ip6"`, `"arp"`, `"vlan"` or the number. */
  type: field("type", 96, etherType, { subject: "ethertype" }),
} as const;
