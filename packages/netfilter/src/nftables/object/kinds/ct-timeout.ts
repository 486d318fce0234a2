import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { l3proto } from "../../../common/nfgenmsg.js";
import { type TimeoutData, timeoutData } from "../../../timeout/data.js";
import { timeoutL4proto } from "../../../timeout/layout.js";

/** Attributes of timeouts (`NFTA_CT_TIMEOUT_*`). */
export const ctTimeoutAttributes = attributes("ct-timeout-attrs", "NFTA_CT_TIMEOUT_", {
  /** Network protocol; that of the table by default. */
  l3proto: [1, l3proto],
  /** Transport protocol; in a request follows from `data`. */
  l4proto: [2, timeoutL4proto],
  /** Timeouts under the name of the transport protocol, in seconds: `{ tcp: { established: 100 } }`. */
  data: [3, nest<TimeoutData>(timeoutData)],
});
/** Timeouts of connections that a rule assigns it to. */
export interface CtTimeout extends Infer<typeof ctTimeoutAttributes> {}
