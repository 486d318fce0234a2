import { transport } from "../../compile/protocol.js";
import { ipv4Addr } from "../../value/address.js";
import { integer } from "../../value/data-type.js";
import { igmpType } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({ name: "igmp", base: "transport", protocol: transport("igmp", 2), checksum: 2 });

/** Header of IGMP. */
export const igmp = {
  /** Type: `"membership-query"` … */
  type: field("type", 0, igmpType),
  /** Longest time to respond, in tenths of a second. */
  mrt: field("mrt", 8, integer(8, "network")),
  /** Checksum. */
  checksum: field("checksum", 16, integer(16, "network")),
  /** Group. */
  group: field("group", 32, ipv4Addr),
} as const;
