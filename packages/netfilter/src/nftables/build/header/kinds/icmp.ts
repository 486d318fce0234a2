import { IP, transport } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { icmpCode, icmpType } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({
  name: "icmp",
  base: "transport",
  protocol: transport("icmp", 1, IP),
  checksum: 2,
});
/** Types whose header has an id and a sequence number: echo request and reply. */
const ECHO = [8, 0];
const [UNREACHABLE, REDIRECT] = [3, 5];

/** Header of ICMP. */
export const icmp = {
  /** Type: `"echo-request"` … */
  type: field("type", 0, icmpType, { subject: "icmptype" }),
  /** Code. */
  code: field("code", 8, icmpCode),
  /** Checksum. */
  checksum: field("checksum", 16, integer(16, "network")),
  /** Identifier of an echo. */
  id: field("id", 32, integer(16, "network"), { types: ECHO }),
  /** Sequence number of an echo. */
  sequence: field("sequence", 48, integer(16, "network"), { types: ECHO }),
  /** Gateway of a redirect, as a number. */
  gateway: field("gateway", 32, integer(32, "network"), { types: [REDIRECT] }),
  /** MTU of the next hop, in "fragmentation needed". */
  mtu: field("mtu", 48, integer(16, "network"), { types: [UNREACHABLE] }),
} as const;
