// What only reads audit: on any machine.
import { kernelTransport } from "@rxnetlink/transport";
import { firstValueFrom, lastValueFrom, Subject, takeUntil, toArray } from "rxjs";
import { afterAll, expect, test } from "vitest";
import { audit } from "#src/audit/audit.js";
import { formatAuditRule } from "#src/audit/rule/text/format.js";
import { withoutSlash } from "../audit/corpus.js";
import { describeReading, run, statusOfTool } from "../support/audit.js";

describeReading(["auditctl"], "reading", () => {
  const transport = kernelTransport();
  const kernel = audit({ transport });
  afterAll(() => transport.close());

  test("the state is that of auditctl -s", async () => {
    const status = await firstValueFrom(kernel.status.get$());
    const theirs = statusOfTool();
    expect(String(status.backlogLimit)).toBe(theirs.backlog_limit);
    expect(String(status.rateLimit)).toBe(theirs.rate_limit);
    expect(String(status.backlogWaitTime)).toBe(theirs.backlog_wait_time);
    expect(["off", "on", "locked"].indexOf(String(status.enabled))).toBe(Number(theirs.enabled));
    expect(["silent", "printk", "panic"].indexOf(String(status.failure))).toBe(Number(theirs.failure));
  });

  test("the rules are those of auditctl -l", async () => {
    const rules = await lastValueFrom(kernel.rule.list$().pipe(toArray()));
    const theirs = run("auditctl", "-l").trim().split("\n");
    const ours = rules.length === 0 ? ["No rules"] : rules.map((rule) => withoutSlash(formatAuditRule(rule)));
    expect(ours).toEqual(theirs);
  });

  test("replies that come after their acknowledgement are waited for", async () => {
    const all = await Promise.all([
      firstValueFrom(kernel.feature.get$()),
      firstValueFrom(kernel.tty.get$()),
      firstValueFrom(kernel.signalInfo$()),
      firstValueFrom(kernel.status.get$()),
      lastValueFrom(kernel.rule.list$().pipe(toArray())),
    ]);
    expect(all).toMatchObject([
      { vers: 1 },
      { logPasswd: expect.any(Boolean) },
      { ctx: expect.any(String) },
      {},
      [],
    ]);
  });

  test("the group of the records can be joined, and left", async () => {
    const stop$ = new Subject<void>();
    const records = lastValueFrom(
      kernel.records$({ listening: () => stop$.next() }).pipe(takeUntil(stop$), toArray()),
    );
    expect(await records).toEqual([]);
  });
});
