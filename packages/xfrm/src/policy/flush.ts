import { attributes, type Infer, type Type } from "@rxnetlink/core/schema";
import { XFRMNLGRP_POLICY } from "../common/groups.js";
import { XFRM_MSG_FLUSHPOLICY } from "../common/messages.js";
import { policyType } from "./enums.js";

/** Layout of `XFRM_MSG_FLUSHPOLICY`, which has no header. */
const flushAttributes = attributes("xfrm-policy-flush", "XFRMA_", {
  /** Table; absent where the kernel has one only. */
  policyType: [16, policyType],
});
/** All policies of a table were removed. */
export interface XfrmPolicyFlush extends Infer<typeof flushAttributes> {}

export const policyFlushMessage: Type<XfrmPolicyFlush> = flushAttributes;

/** Messages about the removal of all policies. */
export const policyFlushes = {
  name: "xfrm-policy-flush",
  layout: policyFlushMessage,
  types: { delete: XFRM_MSG_FLUSHPOLICY },
  groups: [XFRMNLGRP_POLICY],
};
