import {
  attributes,
  type Infer,
  message,
  pad,
  padding,
  readOnly,
  required,
  type Sized,
  struct,
  type Type,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { ifId } from "../common/if-id.js";
import { lifetimeCfg, lifetimeCur } from "../common/lifetime.js";
import { markStruct } from "../common/mark.js";
import { type XfrmOffload, xfrmUserOffload } from "../common/offload.js";
import { secCtx } from "../common/sec-ctx.js";
import { type XfrmSelector, xfrmSelectorStruct } from "../common/selector.js";
import { templates, xfrmShare } from "../common/template.js";
import { policyType, xfrmPolicyAction, xfrmPolicyDir, xfrmPolicyFlags } from "./enums.js";

const infoMembers = {
  /** Packets that it covers. */
  sel: xfrmSelectorStruct as Sized<XfrmSelector>,
  /** Limits of its lifetime; none by default. */
  lft: lifetimeCfg,
  /** What was used of its lifetime. Read-only. */
  curlft: readOnly(lifetimeCur),
  /** Order among policies that cover a packet: the least decides. */
  priority: u32,
  /** Number of the policy; the kernel chooses one. */
  index: u32,
  /** Packets that it looks at: those that leave, arrive or are forwarded. */
  dir: required(xfrmPolicyDir),
  /** What it does with them. */
  action: xfrmPolicyAction,
  /** Flags; see {@link xfrmPolicyFlags}. */
  flags: xfrmPolicyFlags,
  /** Who may use its states. */
  share: xfrmShare,
  padding: pad(4),
};
/** Members of `struct xfrm_userpolicy_info`, which other structs begin with. */
export type UserpolicyMembers = { -readonly [K in keyof typeof infoMembers]: (typeof infoMembers)[K] };
/** Members of `struct xfrm_userpolicy_info`, which other structs begin with. */
export const userpolicyMembers: UserpolicyMembers = infoMembers;

/** Fixed part of messages about policies (`struct xfrm_userpolicy_info`). */
export const xfrmUserpolicyInfo = struct("xfrm_userpolicy_info", userpolicyMembers);

/** Attributes of policies (`XFRMA_*`). */
export const xfrmPolicyAttributes = attributes("xfrm-policy-attrs", "XFRMA_", {
  /** States that packets need, one after the other; packets pass unchanged without any. */
  tmpl: [5, templates],
  /** Security context. */
  secCtx: [8, secCtx],
  /** Time of the last use, in seconds since 1970. Read-only. */
  lastused: [15, readOnly(u64)],
  /** Table; the usual one by default. */
  policyType: [16, policyType],
  /** Mark that packets need; part of the identity. */
  mark: [21, markStruct],
  /** Alignment. */
  pad: [27, padding],
  /** Device that applies it; since 6.2. */
  offloadDev: [28, xfrmUserOffload as Type<XfrmOffload>],
  /** Id of the xfrm interfaces that it is for; absent if it is for all other packets. */
  ifId: [31, ifId],
});

/** Layout of `XFRM_MSG_NEWPOLICY` and `XFRM_MSG_UPDPOLICY`. */
export const xfrmPolicyMessage = message("xfrm-policy", xfrmUserpolicyInfo, xfrmPolicyAttributes);
/** An IPsec policy: the states that packets need. */
export interface XfrmPolicy extends Infer<typeof xfrmPolicyMessage> {}
