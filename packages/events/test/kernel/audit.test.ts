// Everything that changes audit, in one file: its state is of the whole machine.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kernelTransport } from "@rxnetlink/transport";
import { defer, filter, firstValueFrom, lastValueFrom, repeat, take, toArray } from "rxjs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit } from "#src/audit/audit.js";
import { type AuditEvent, auditArguments, auditRecordIn } from "#src/audit/event/event.js";
import type { AuditFields } from "#src/audit/record/fields.js";
import { type AuditRecord, formatAuditLine } from "#src/audit/record/record.js";
import type { AuditRule } from "#src/audit/rule/rule-type.js";
import { formatAuditRule } from "#src/audit/rule/text/format.js";
import { parseAuditRule } from "#src/audit/rule/text/parse.js";
import { ruleTexts, withoutSlash } from "../audit/corpus.js";
import { describeChanging, run, statusOfTool } from "../support/audit.js";

describeChanging(["auditctl", "ausearch"], "audit", () => {
  const transport = kernelTransport();
  const kernel = audit({ transport });
  const other = audit({ transport });
  const rules = () => lastValueFrom(kernel.rule.list$().pipe(toArray()));
  beforeAll(async () => {
    run("auditctl", "-D");
    const settings = { enabled: "off", failure: "printk", rateLimit: 0, backlogLimit: 8192 } as const;
    await firstValueFrom(kernel.status.set$(settings));
  });
  afterAll(async () => {
    await firstValueFrom(kernel.status.set$({ enabled: "off" }));
    await transport.close();
  });

  describe("rules", () => {
    beforeEach(() => void run("auditctl", "-D"));
    const users = new Map([["nobody", 65_534]]);
    const groups = new Map([["daemon", 1]]);
    const isDirectory = (path: string) => ["/etc", "/etc/", "/var/log"].includes(path);
    // Two lines may say the same.
    const unique = [...new Map(ruleTexts.map(([given, listed]) => [listed, given])).values()];
    const all = unique.map((given) => parseAuditRule(given, { users, groups, isDirectory }));
    const theirs = () => run("auditctl", "-l").trim().split("\n").sort();

    test("of auditctl are listed as they are parsed, printed as it prints them, and deleted", async () => {
      const file = join(mkdtempSync(join(tmpdir(), "rxnetlink-rules-")), "rules");
      writeFileSync(file, `${unique.join("\n")}\n`);
      run("auditctl", "-R", file);
      const listed = await rules();
      const text = (rule: AuditRule) => formatAuditRule({ ...rule, prepend: false });
      expect(listed.map(text).sort()).toEqual(all.map(text).sort());
      expect(listed.map((rule) => withoutSlash(formatAuditRule(rule))).sort()).toEqual(theirs());
      for (const rule of all) await firstValueFrom(kernel.rule.delete$(rule));
      expect(await rules()).toEqual([]);
    });

    test("of ours are listed by auditctl", async () => {
      for (const rule of all) await firstValueFrom(kernel.rule.add$(rule));
      expect(theirs()).toEqual(
        all.map((rule) => withoutSlash(formatAuditRule({ ...rule, prepend: false }))).sort(),
      );
      expect(await lastValueFrom(kernel.rule.flush$("all").pipe(toArray()))).toHaveLength(all.length);
      expect(theirs()).toEqual(["No rules"]);
    });

    test("that exist cannot be added again, and those that do not cannot be deleted", async () => {
      const rule = parseAuditRule("-w /etc/passwd -p wa -k identity");
      await firstValueFrom(kernel.rule.add$(rule));
      await expect(firstValueFrom(kernel.rule.add$(rule))).rejects.toMatchObject({ code: "EEXIST" });
      expect(await lastValueFrom(kernel.rule.flush$("all").pipe(toArray()))).toEqual([rule]);
      await expect(firstValueFrom(kernel.rule.delete$(rule))).rejects.toMatchObject({ code: "ENOENT" });
    });

    test("are in the order in which they are added, but for those before others", async () => {
      const named = (key: string) => parseAuditRule(`-a always,exit -S kill -k ${key}`);
      for (const key of ["a", "b"]) await firstValueFrom(kernel.rule.add$(named(key)));
      await firstValueFrom(kernel.rule.add$({ ...named("c"), prepend: true }));
      const keys = (await rules()).map(({ fields }) => fields[0]?.value);
      expect(keys).toEqual(["c", "a", "b"]);
      run("auditctl", "-D");
    });
  });

  describe("state", () => {
    test("is set as auditctl reads it", async () => {
      await firstValueFrom(kernel.status.set$({ failure: "silent", rateLimit: 500, backlogWaitTime: 100 }));
      expect(statusOfTool()).toMatchObject({
        failure: "0",
        rate_limit: "500",
        backlog_wait_time: "100",
        enabled: "0",
        backlog_limit: "8192",
      });
      run("auditctl", "-f", "1", "-r", "0");
      expect(await firstValueFrom(kernel.status.get$())).toMatchObject({
        failure: "printk",
        rateLimit: 0,
        enabled: "off",
      });
    });

    test("counts what is lost, and a reset returns the number", async () => {
      await firstValueFrom(kernel.status.resetLost$());
      await firstValueFrom(kernel.status.set$({ enabled: "on", rateLimit: 1 }));
      for (let i = 0; i < 20; i++) await firstValueFrom(kernel.user$(`op=flood${i}`));
      await firstValueFrom(kernel.status.set$({ enabled: "off", rateLimit: 0 }));
      const { lost } = await firstValueFrom(kernel.status.get$());
      expect(lost).toBeGreaterThan(0);
      expect(await firstValueFrom(kernel.status.resetLost$())).toBe(lost);
      expect(await firstValueFrom(kernel.status.get$())).toMatchObject({ lost: 0 });
      expect(await firstValueFrom(kernel.status.resetBacklogWaitTimeActual$())).toBeGreaterThanOrEqual(0);
    });

    test("of terminals and features", async () => {
      await firstValueFrom(kernel.tty.set$({ enabled: true }));
      expect(await firstValueFrom(kernel.tty.get$())).toEqual({ enabled: true, logPasswd: false });
      await firstValueFrom(kernel.tty.set$({ enabled: false }));
      await firstValueFrom(kernel.feature.set$({ features: { onlyUnsetLoginuid: true } }));
      expect(run("auditctl", "-s")).toContain("loginuid_immutable 0 unlocked");
      expect(await firstValueFrom(kernel.feature.get$())).toMatchObject({ features: 1, lock: 0 });
      await firstValueFrom(kernel.feature.set$({ features: { onlyUnsetLoginuid: false } }));
    });

    test("of trees", async () => {
      await firstValueFrom(kernel.trim$());
      await expect(firstValueFrom(kernel.makeEquivalent$("/nonexistent", "/etc"))).rejects.toMatchObject({
        code: "ENOENT",
      });
    });
  });

  describe("records", () => {
    beforeAll(() => {
      // A rule that is left over would record this process, and the records of that.
      run("auditctl", "-D");
      return firstValueFrom(kernel.status.set$({ enabled: "on" }));
    });

    /** Collects events until a message of ours arrives. */
    function during(work: () => void): Promise<AuditEvent[]> {
      return new Promise((resolve, reject) => {
        const events: AuditEvent[] = [];
        const listening = () => {
          work();
          kernel.user$("op=fence").subscribe();
        };
        const subscription = kernel.events$({ listening }).subscribe({
          error: reject,
          next(event) {
            if (event.type !== "event") return reject(new Error(event.type));
            const fields = event.records[0]?.fields as AuditFields;
            if (fields.msg?.op !== "fence") return events.push(event);
            subscription.unsubscribe();
            resolve(events);
          },
        });
      });
    }

    test("of commands and files become events, as ausearch sees them", async () => {
      await firstValueFrom(kernel.rule.add$(parseAuditRule("-a always,exit -F arch=b64 -S execve -k ran")));
      await firstValueFrom(kernel.rule.add$(parseAuditRule("-w /tmp/ -p wa -k written")));
      const folder = mkdtempSync(join(tmpdir(), "a b"));
      const events = await during(() => run("touch", join(folder, "file x")));
      run("auditctl", "-D");
      const ran = events.find((event) => auditArguments(event)?.[0] === "touch")!;
      expect(auditArguments(ran)).toEqual(["touch", join(folder, "file x")]);
      expect(auditRecordIn(ran, "syscall")?.fields).toMatchObject({
        key: ["ran"],
        syscall: "execve",
        success: true,
      });
      const written = events.filter((event) =>
        auditRecordIn(event, "syscall")?.fields.key?.includes("written"),
      );
      const names = written
        .flatMap(({ records }) => records)
        .map(({ fields }) => (fields as AuditFields).name);
      expect(names).toContain(join(folder, "file x"));
      expect(new Set(events.map(({ ended }) => ended))).toEqual(new Set(["eoe"]));

      const log = join(folder, "log");
      writeFileSync(
        log,
        events.flatMap(({ records }) => records.map((one) => `${formatAuditLine(one)}\n`)).join(""),
      );
      const rows = run("ausearch", "-if", log, "--format", "csv").trim().split("\n").slice(1);
      expect(rows.map((row) => Number(row.split(",")[4])).sort()).toEqual(
        events.map(({ serial }) => serial).sort(),
      );
    });

    test("of programs are what was sent", async () => {
      const record$ = kernel.records$({
        listening: () => void other.user$('op=x acct="al" res=failed', { type: "userLogin" }).subscribe(),
      });
      const record = await firstValueFrom(record$.pipe(filter(({ type }) => type === "userLogin")));
      expect((record as AuditRecord).fields).toMatchObject({
        pid: process.pid,
        msg: { op: "x", acct: "al", res: false },
      });
    });

    test("that were lost are missing serials", async () => {
      const flood$ = defer(() => other.user$("op=flood")).pipe(repeat());
      const limited = firstValueFrom(other.status.set$({ rateLimit: 1 }));
      const lost$ = kernel.events$({ window: 1 }).pipe(filter(({ type }) => type === "lost"));
      await limited;
      const flood = flood$.subscribe();
      expect(await firstValueFrom(lost$)).toMatchObject({ events: expect.any(Number) });
      flood.unsubscribe();
      await firstValueFrom(other.status.set$({ rateLimit: 0 }));
    });
  });

  describe("the daemon", () => {
    beforeAll(() => {
      // A rule that is left over would record this process, and the records of that.
      run("auditctl", "-D");
      return firstValueFrom(kernel.status.set$({ enabled: "on" }));
    });

    const consent = { becomeAuditDaemon: true, keepEveryRecord: true } as const;

    test("is this program, while it is subscribed to", async () => {
      let refused: unknown;
      const listening = () => {
        expect(statusOfTool().pid).toBe(String(process.pid));
        other.daemon$(consent).subscribe({
          error(error) {
            refused = error;
            other.user$("op=to-the-daemon").subscribe();
          },
        });
      };
      const ours$ = kernel.daemon$(consent, { listening }).pipe(
        filter(
          (event) =>
            event.type === "user" &&
            (event as AuditRecord & { fields: AuditFields }).fields.msg?.op === "to-the-daemon",
        ),
        take(1),
      );
      expect(await lastValueFrom(ours$)).toMatchObject({
        fields: { pid: process.pid, msg: { op: "to-the-daemon" } },
      });
      expect(refused).toMatchObject({ code: "EEXIST" });
      expect(await firstValueFrom(other.status.get$())).toMatchObject({ pid: 0 });
    });
  });
});
