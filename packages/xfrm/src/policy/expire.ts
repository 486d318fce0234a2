import { attributes, extend, type Infer, message, pad, struct, u8 } from "@rxnetlink/core/schema";
import { ifId } from "../common/if-id.js";
import { markStruct } from "../common/mark.js";
import { secCtx } from "../common/sec-ctx.js";
import { templates } from "../common/template.js";
import { policyType } from "./enums.js";
import { userpolicyMembers } from "./layout.js";

/** Fixed part of `XFRM_MSG_POLEXPIRE`. */
const xfrmUserPolexpire = struct(
  "xfrm_user_polexpire",
  extend(userpolicyMembers, {
    /** 1 if the policy is gone, 0 if it will be soon. */
    hard: u8,
    padding2: pad(7),
  }),
);

const expireAttributes = attributes("xfrm-polexpire-attrs", "XFRMA_", {
  /** States that packets need. */
  tmpl: [5, templates],
  /** Security context. */
  secCtx: [8, secCtx],
  /** Table. */
  policyType: [16, policyType],
  /** Mark that packets need. */
  mark: [21, markStruct],
  /** Id of the xfrm interfaces that it is for; absent if it is for all other packets. */
  ifId: [31, ifId],
});

/** Layout of `XFRM_MSG_POLEXPIRE`. */
export const policyExpireMessage = message("xfrm-policy-expire", xfrmUserPolexpire, expireAttributes);
/** A policy whose lifetime ended, as far as the kernel reports it. */
export interface XfrmExpiredPolicy extends Infer<typeof policyExpireMessage> {}
