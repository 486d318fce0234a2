import { VLAN } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { etherType } from "../../value/types.js";
import { columns } from "../header.js";

/** Bytes of the Ethernet header. */
const ETHER_LEN = 14;
const { field } = columns({ name: "vlan", base: "link", start: ETHER_LEN, protocol: VLAN });

/** VLAN tag. */
export const vlan = {
  /** Priority, 0 to 7. */
  pcp: field("pcp", 0, integer(3, "network")),
  /** Drop eligible indicator. */
  dei: field("dei", 3, integer(1, "network")),
  /** VLAN id, 0 to 4095. */
  id: field("id", 4, integer(12, "network")),
  /** Protocol above. */
  type: field("type", 16, etherType, { subject: "vlantype" }),
} as const;
