// Records of a log, as ausearch reads them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeUnless, whyMissing } from "@rxnetlink/testing/gates";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditFields } from "#src/audit/record/fields.js";
import { type AuditRecord, formatAuditLine, parseAuditLine } from "#src/audit/record/record.js";
import { logLines } from "../audit/corpus.js";

const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
describeUnless(whyMissing(["ausearch"]), "a log, as ausearch reads it", () => {
  const records = logLines.map((line) => parseAuditLine(line) as AuditRecord);
  let folder: string;
  let file: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rxnetlink-audit-"));
    file = join(folder, "audit.log");
    writeFileSync(file, `${records.map(formatAuditLine).join("\n")}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const ausearch = (...args: readonly string[]) =>
    spawnSync("ausearch", ["-if", file, ...args], {
      env: { ...process.env, PATH, TZ: "UTC" },
      encoding: "utf8",
    }).stdout;
  const rows = () => {
    const [head, ...lines] = ausearch("--format", "csv").trim().split("\n");
    const names = head!.split(",");
    return lines.map((line) => Object.fromEntries(line.split(",").map((value, i) => [names[i], value])));
  };

  test("has all records", () => {
    const raw = ausearch("--raw").trimEnd().split("\n");
    expect(raw.map((line) => line.trimEnd()).sort()).toEqual(logLines.map((line) => line.trimEnd()).sort());
  });

  test("has the same events, by serial, time and result", () => {
    const firsts = new Map<number, AuditFields>();
    for (const { serial, type, fields } of records)
      if (type === "syscall" || !firsts.has(serial)) firsts.set(serial, { ...fields } as AuditFields);
    const theirs = new Map(rows().map((row) => [Number(row.SERIAL_NUM), row.RESULT]));
    expect([...theirs.keys()].sort()).toEqual([...firsts.keys()].sort());
    for (const [serial, { success, res, msg }] of firsts)
      if ((success ?? res ?? msg?.res) !== undefined)
        expect(theirs.get(serial), `${serial}`).toBe((success ?? res ?? msg?.res) ? "success" : "failed");
  });

  test("finds the same by key", () => {
    for (const key of ["exec", "tmp", "identity"]) {
      const theirs = new Set(
        Array.from(ausearch("-k", key, "--raw").matchAll(/:(\d+)\)/g), ([, serial]) => Number(serial)),
      );
      const ours = records
        .filter(({ fields }) => (fields as AuditFields).key?.includes(key))
        .map(({ serial }) => serial);
      expect(new Set(ours), key).toEqual(theirs);
    }
  });

  test("is interpreted alike", () => {
    const lines = ausearch("-i")
      .split("\n")
      .filter((line) => line.startsWith("type="));
    const of = (type: string, serial: number) =>
      lines.filter((line) => line.startsWith(`type=${type} `) && line.includes(`:${serial}) :`));
    const word = (text: string | undefined, name: string) =>
      new RegExp(` ${name}=(\\S+)`).exec(text ?? "")?.[1];
    let compared = 0;
    for (const { type, serial, fields } of records) {
      if (type === "syscall") {
        const [line] = of("SYSCALL", serial);
        const { arch, syscall, comm, exe, success } = fields as AuditFields;
        expect([
          word(line, "arch"),
          word(line, "syscall"),
          word(line, "comm"),
          word(line, "exe"),
          word(line, "success"),
        ]).toEqual([arch, syscall, comm, exe, success ? "yes" : "no"]);
        compared++;
      } else if (type === "proctitle") {
        expect(of("PROCTITLE", serial)[0]).toContain(
          `proctitle=${(fields as AuditFields).proctitle?.join(" ")}`,
        );
        compared++;
      } else if (type === "path") {
        const { item, name } = fields as AuditFields;
        const line = of("PATH", serial).find((one) => one.includes(` item=${item} `));
        expect(line).toContain(` name=${name ?? "(null)"} `);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
});
