import { IP6, transport } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { icmpv6Code, icmpv6Type } from "../../value/types.js";
import { columns } from "../header.js";

const header = {
  name: "icmpv6",
  base: "transport",
  protocol: transport("icmpv6", 58, IP6),
  checksum: 2,
} as const;
const { field } = columns(header);
/** Types whose header has an id and a sequence number: echo request and reply. */
const ECHO = [128, 129];
const [TOO_BIG, PARAMETER_PROBLEM, MLD_QUERY] = [2, 4, 130];

/** Header of ICMPv6. */
export const icmpv6 = {
  /** Type: `"nd-neighbor-solicit"` … */
  type: field("type", 0, icmpv6Type, { subject: "icmptype" }),
  /** Code. */
  code: field("code", 8, icmpv6Code),
  /** Checksum. */
  checksum: field("checksum", 16, integer(16, "network")),
  /** Position of the error, in "parameter problem". */
  parameterProblem: field("parameter-problem", 32, integer(32, "network"), { types: [PARAMETER_PROBLEM] }),
  /** MTU, in "packet too big". */
  mtu: field("mtu", 32, integer(32, "network"), { types: [TOO_BIG] }),
  /** Identifier of an echo. */
  id: field("id", 32, integer(16, "network"), { types: ECHO }),
  /** Sequence number of an echo. */
  sequence: field("sequence", 48, integer(16, "network"), { types: ECHO }),
  /** Longest delay of a reply, in a query of multicast listeners. */
  maxDelay: field("max-delay", 32, integer(16, "network"), { types: [MLD_QUERY] }),
} as const;
