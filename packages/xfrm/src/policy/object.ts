import {
  defineObject,
  errnoName,
  type KernelRefusal,
  type ObjectOf,
  pick,
  type StateRules,
} from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import { after } from "../common/after.js";
import { XFRMNLGRP_EXPIRE, XFRMNLGRP_POLICY } from "../common/groups.js";
import {
  XFRM_MSG_DELPOLICY,
  XFRM_MSG_GETPOLICY,
  XFRM_MSG_NEWPOLICY,
  XFRM_MSG_POLEXPIRE,
  XFRM_MSG_UPDPOLICY,
} from "../common/messages.js";
import { policyMigrations } from "../migrate/messages.js";
import { policyExpireMessage } from "./expire.js";
import { policyFlushes } from "./flush.js";
import { deletedPolicy, getPolicyMessage, policyIdMessage } from "./id.js";
import { type XfrmPolicy, xfrmPolicyMessage } from "./layout.js";

const COUNTED = "the kernel does not report each packet";

/** Rules to derive the policies from messages. A policy that is replaced keeps its index. */
const rules: StateRules<XfrmPolicy> = {
  identityOf: ({ index, dir }) => `${dir} ${index}`,
  volatile: ["curlft", "lastused"],
  silent: { curlft: { reason: COUNTED }, lastused: { reason: COUNTED } },
  dependsOn: [after(policyFlushes), after(policyMigrations)],
};

/** Returns what identifies a policy: its index if it has one. */
function keyOf({ index, sel, ...policy }: Partial<XfrmPolicy>): Partial<XfrmPolicy> {
  const also = pick(policy, "policyType", "mark", "ifId");
  const key = pick({ ...policy, ...(sel && { sel }) } as Partial<XfrmPolicy>, "sel", "dir", "secCtx");
  return index ? { index, ...pick(policy, "dir"), ...also } : { ...key, ...also };
}

/** Returns what may be wrong; the kernel explains little. */
function hint({ errno }: KernelRefusal, { sel }: Partial<XfrmPolicy>): string | undefined {
  const addresses = [sel?.daddr, sel?.saddr, sel?.family].filter((one) => one !== undefined);
  if (errnoName(errno) !== "EINVAL" || addresses.length > 0) return undefined;
  return 'sel needs an address, or a family: "inet" or "inet6"';
}

/** Messages of policies (`XFRM_MSG_*POLICY`). */
export const xfrmPolicyObject = defineObject({
  name: "xfrm-policy",
  namedBy: ["dir", "index", "ifId"],
  layout: nest<XfrmPolicy>(xfrmPolicyMessage),
  types: {
    new: XFRM_MSG_NEWPOLICY,
    delete: XFRM_MSG_DELPOLICY,
    get: XFRM_MSG_GETPOLICY,
    set: XFRM_MSG_UPDPOLICY,
    replace: XFRM_MSG_UPDPOLICY,
  },
  requests: {
    get: getPolicyMessage,
    delete: policyIdMessage as Type<object> as Type<XfrmPolicy>,
  },
  reports: {
    [XFRM_MSG_DELPOLICY]: deletedPolicy,
    [XFRM_MSG_POLEXPIRE]: policyExpireMessage as Type<object> as Type<XfrmPolicy>,
  },
  alsoNotifiedBy: [XFRM_MSG_UPDPOLICY],
  // The kernel removes a policy whose lifetime ended without a further message.
  alsoRemovedBy: [XFRM_MSG_POLEXPIRE],
  accepts: (value) => (value as { hard?: number }).hard !== 0,
  groups: [XFRMNLGRP_POLICY, XFRMNLGRP_EXPIRE],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify", "watch"],
  filters: [],
  // A change replaces the whole policy.
  keeps: ["tmpl", "secCtx", "policyType", "mark", "offloadDev", "ifId"],
  keysOf: (policy) => [keyOf(policy)],
  hint,
  state: rules,
});

/** Verbs of policies over a connection. */
export interface XfrmPolicyVerbs extends ObjectOf<typeof xfrmPolicyObject> {}
