import {
  attributes,
  extend,
  type Infer,
  message,
  nest,
  pad,
  refine,
  required,
  type Sized,
  type Struct,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";
import { ifId } from "../common/if-id.js";
import { markStruct } from "../common/mark.js";
import { secCtx } from "../common/sec-ctx.js";
import { type XfrmSelector, xfrmSelectorStruct } from "../common/selector.js";
import { policyType, xfrmPolicyDir } from "./enums.js";
import { type XfrmPolicy, xfrmPolicyAttributes, xfrmUserpolicyInfo } from "./layout.js";

const idMembers = {
  /** Packets that it covers; not compared if `index` is given. */
  sel: xfrmSelectorStruct as Sized<XfrmSelector>,
  /** Number of the policy; 0 if it is sought by its selector. */
  index: u32,
  /** Packets that it looks at. */
  dir: required(xfrmPolicyDir),
  padding: pad(3),
};
/** Members of `struct xfrm_userpolicy_id`. */
export type UserpolicyIdMembers = { -readonly [K in keyof typeof idMembers]: (typeof idMembers)[K] };

/** Fixed part of requests for policies and of reports of their end (`struct xfrm_userpolicy_id`). */
export const xfrmUserpolicyId: Struct<UserpolicyIdMembers> = struct("xfrm_userpolicy_id", idMembers);

/** Attributes that identify a policy (`XFRMA_*`). */
const idAttributes = attributes("xfrm-policy-id-attrs", "XFRMA_", {
  /** Security context. */
  secCtx: [8, secCtx],
  /** Table. */
  policyType: [16, policyType],
  /** Mark that packets need. */
  mark: [21, markStruct],
  /** Id of the xfrm interfaces that it is for. */
  ifId: [31, ifId],
});

/** Layout of requests for one policy, and of its removal. */
export const policyIdMessage = message("xfrm-policy-id", xfrmUserpolicyId, idAttributes);

/** Layout of `XFRM_MSG_GETPOLICY`: that of a list is empty. */
export const getPolicyMessage: Type<XfrmPolicy> = refine<Infer<typeof policyIdMessage>, XfrmPolicy>(
  policyIdMessage,
  {
    name: "xfrm-policy",
    write(out, value, scope) {
      if (Object.keys(value).length > 0) policyIdMessage.write(out, value, scope);
    },
  },
);

/** Layout of reports of `XFRM_MSG_DELPOLICY`, as they are sent. */
export const deletedPolicyMessage = message(
  "xfrm-deleted-policy",
  xfrmUserpolicyId,
  attributes(
    "xfrm-deleted-policy-attrs",
    "XFRMA_",
    extend(xfrmPolicyAttributes.set, {
      /** The policy, as it was. */
      policy: [7, xfrmUserpolicyInfo],
    }),
  ),
);

/** The same, read as the policy that is gone. */
export const deletedPolicy: Type<XfrmPolicy> = refine(nest<object>(deletedPolicyMessage), {
  read(view, at, end, scope) {
    const { policy, ...rest } = deletedPolicyMessage.read(view, at, end, scope);
    return { ...rest, ...policy } as XfrmPolicy;
  },
});
