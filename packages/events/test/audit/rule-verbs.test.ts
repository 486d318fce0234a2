import { describe, expect, test } from "vitest";
import { AUDIT_ADD_RULE, AUDIT_DEL_RULE } from "#src/audit/control/messages.js";
import { auditRuleData } from "#src/audit/rule/layout.js";
import { parseAuditRule } from "#src/audit/rule/text/parse.js";
import { ack, quiet, scripted, watch } from "./scripted.js";

describe("a rule that was put before others", () => {
  test("is deleted as it is listed: without that", async () => {
    const { audit, asked } = scripted((one) => [ack(one)]);
    const rule = parseAuditRule("-A always,exit -S all -F pid=1");
    watch(audit.rule.add$(rule));
    watch(audit.rule.delete$(rule));
    await quiet();
    const sent = asked.map((one) => [one.type, one.as(auditRuleData).flags]);
    expect(sent).toEqual([
      [AUDIT_ADD_RULE, 0x14],
      [AUDIT_DEL_RULE, 0x04],
    ]);
  });
});
