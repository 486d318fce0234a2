import { attributes, be16, type Infer, u8, u32 } from "@rxnetlink/core/schema";
import { ipproto } from "../../../common/ipproto.js";
import { l3proto } from "../../../common/nfgenmsg.js";

/** Attributes of an expectation (`NFTA_CT_EXPECT_*`). */
export const ctExpectAttributes = attributes("ct-expect-attrs", "NFTA_CT_EXPECT_", {
  /** Network protocol; that of the table by default. */
  l3proto: [1, l3proto],
  /** Transport protocol. */
  l4proto: [2, ipproto],
  /** Destination port of the connections to expect. */
  dport: [3, be16],
  /** Time for which they are expected, in milliseconds. */
  timeout: [4, u32],
  /** Number of connections to expect. */
  size: [5, u8],
});
/** Connections that are expected after one that a rule assigns it to. */
export interface CtExpect extends Infer<typeof ctExpectAttributes> {}
