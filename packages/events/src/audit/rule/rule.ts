import { bindObject, type Connection, defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import { AUDIT_ADD_RULE, AUDIT_DEL_RULE, AUDIT_LIST_RULES } from "../control/messages.js";
import { auditHint } from "../control/refusal.js";
import { nothing } from "../control/status/status.js";
import { type AuditRule, auditRule } from "./rule-type.js";

/** Messages of rules (`AUDIT_*_RULE`). */
export const auditRuleObject = defineObject({
  name: "audit rule",
  namedBy: ["list", "action"],
  layout: nest<AuditRule>(auditRule),
  types: { new: AUDIT_ADD_RULE, delete: AUDIT_DEL_RULE, get: AUDIT_LIST_RULES },
  requests: { get: nothing as unknown as Type<AuditRule> },
  groups: [],
  verbs: ["list", "add", "delete"],
  filters: [],
  // The kernel finds a rule by where it is, not by where it was put.
  keysOf: ({ prepend: _prepend, ...rule }) => [rule],
  hint: (refusal, _value, verb) => auditHint(refusal, verb),
});

/**
 * Verbs of rules. A rule is identified by all that it says: `delete$` needs it whole, as it was added or is listed. `flush$`
 * lists and deletes: `flush$("all")` is `auditctl -D`.
 */
export interface AuditRules extends ObjectOf<typeof auditRuleObject> {}

/** Returns the verbs of rules over a connection. */
export const rulesOf = (connection: Connection): AuditRules => bindObject(connection, auditRuleObject);

/** Returns the keys of a rule. */
export function auditRuleKeys({ fields }: Pick<AuditRule, "fields">): string[] {
  return fields.flatMap(({ field, value }) => (field === "filterkey" ? String(value).split("\x01") : []));
}
