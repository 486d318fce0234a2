import { transport } from "../../compile/protocol.js";
import { dccpType, inetService } from "../../value/types.js";
import { columns } from "../header.js";
import { dccpOption } from "../options/dccp.js";

const { field } = columns({ name: "dccp", base: "transport", protocol: transport("dccp", 33) });

/** Header of DCCP. */
export const dccp = {
  /** Source port. */
  sport: field("sport", 0, inetService),
  /** Destination port. */
  dport: field("dport", 16, inetService),
  /** Type: `"request"`, `"response"` … */
  type: field("type", 67, dccpType),
  /** Returns an option of the header: `dccp.option(38).exists()`; since 6.5. */
  option: dccpOption,
} as const;
