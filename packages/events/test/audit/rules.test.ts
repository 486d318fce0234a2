import { readFileSync } from "node:fs";
import { ArgumentError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { auditRuleKeys } from "#src/audit/rule/rule.js";
import { type AuditRule, auditRule } from "#src/audit/rule/rule-type.js";
import { formatAuditRule } from "#src/audit/rule/text/format.js";
import { auditIdsByName } from "#src/audit/rule/text/ids.js";
import { parseAuditRule } from "#src/audit/rule/text/parse.js";
import { ruleTexts, withoutSlash } from "./corpus.js";

const machine = "x86_64";
const users = new Map([["nobody", 65_534]]);
const groups = new Map([["daemon", 1]]);
const parse = (text: string) => parseAuditRule(text, { machine, users, groups });

function thereAndBack(rule: AuditRule): AuditRule {
  const out = new Writer();
  auditRule.write(out, rule);
  return auditRule.read(out.view, 0, out.at);
}

describe("rules as text", () => {
  test("are many", () => expect(ruleTexts.length).toBeGreaterThan(60));

  test.each(ruleTexts)("%s", (given, listed) => {
    const rule = parse(given);
    expect(withoutSlash(formatAuditRule(rule, { machine })).replace(/^-A /, "-a ")).toBe(
      withoutSlash(listed),
    );
    expect(parse(formatAuditRule(rule, { machine }))).toEqual(rule);
    expect(thereAndBack(rule)).toEqual(rule);
  });

  test("become typed values", () => {
    expect(parse("-w /etc/passwd -p wa -k identity")).toEqual({
      list: "exit",
      action: "always",
      syscalls: "all",
      fields: [
        { field: "watch", op: "=", value: "/etc/passwd" },
        { field: "perm", op: "=", value: "wa" },
        { field: "filterkey", op: "=", value: "identity" },
      ],
    });
    expect(parse("-A never,exit -F arch=b64 -S openat,2 -F auid!=unset -F exit=-EACCES")).toEqual({
      list: "exit",
      action: "never",
      prepend: true,
      syscalls: ["open", "openat"],
      fields: [
        { field: "arch", op: "=", value: "x86_64" },
        { field: "loginuid", op: "!=", value: "unset" },
        { field: "exit", op: "=", value: -13 },
      ],
    });
  });

  test("depend on the machine", () => {
    const [text, arm] = ["-a always,exit -F arch=b64 -S openat", { machine: "aarch64" } as const];
    const rule = parseAuditRule(text, arm);
    expect(rule).toMatchObject({ syscalls: ["openat"], fields: [{ value: "aarch64" }] });
    expect(formatAuditRule(rule, arm)).toBe(text);
    expect(formatAuditRule(rule, { machine })).toBe("-a always,exit -F arch=aarch64 -S openat");
    expect(parse("-a always,exit -S open").syscalls).toEqual([2]);
  });

  test("may have blanks and quotes in paths", () => {
    const rule = parse(`-w "/tmp/it's here" -p r`);
    expect(rule.fields[0]?.value).toBe("/tmp/it's here");
    expect(parse(formatAuditRule(rule))).toEqual(rule);
    expect(parseAuditRule(["-w", "/tmp/it's here", "-p", "r"])).toEqual(rule);
  });

  test("tell directories from files by a slash, or as the caller says", () => {
    expect(parse("-w /etc/ -p r").fields[0]).toMatchObject({ field: "dir", value: "/etc" });
    expect(parse("-w /etc -p r").fields[0]).toMatchObject({ field: "watch", value: "/etc" });
    const rule = parseAuditRule("-w /etc -p r", { isDirectory: () => true });
    expect(formatAuditRule(rule)).toBe("-w /etc/ -p r");
  });

  test("keep a slash that belongs to the path", () => {
    const text = "-a always,exit -S all -F dir=/tmp/ -F perm=wa";
    expect(formatAuditRule(parse(text))).toBe(text);
    expect(formatAuditRule(parse("-w / -p wa"))).toBe("-w / -p wa");
  });

  test("have keys", () => {
    expect(auditRuleKeys(parse("-w /etc/passwd -k one -k two"))).toEqual(["one", "two"]);
    expect(auditRuleKeys(parse("-a always,task"))).toEqual([]);
  });

  test("name file types, which auditctl lists as numbers", () => {
    const text = "-a always,exit -F arch=b64 -S unlink -F filetype=socket";
    expect(formatAuditRule(parse(text), { machine })).toBe(text);
  });

  test("know users of this machine", () => {
    const ids = auditIdsByName(readFileSync("/etc/passwd", "utf8"));
    expect(ids.get("root")).toBe(0);
  });
});

describe("errors name the word", () => {
  test.each([
    ["", "rule: has neither"],
    ["-a always", "always: is not an action and a list"],
    ["-a always,exit -F auid>1000 -F nonsense=1", "nonsense=1: there is no field nonsense"],
    ["-a always,exit -F obj_usr=x", "obj_usr=x: there is no field obj_usr (did you mean obj_user?)"],
    ["-a always,exit -F uid=nemo", "uid=nemo: nemo is no value of uid (users are known by the option users)"],
    ["-a always,exit -F pid", "pid: is not a field, an operator and a value"],
    [
      "-a always,exit -F arch=b64 -S opne",
      'syscalls[0]: "opne" is not one of the system calls of x86_64 (did you mean open?)',
    ],
    ["-a always,exit -S opne", "opne: is no system call of x86_64"],
    ["-a always,io_uring -S openat", "openat: is no number"],
    ["-a always,exit -C uid=gid", "uid=gid: is no comparison"],
    ["-w etc", "etc: does not begin with a slash"],
    ["-w /etc -S open", "-S: does not go with -w"],
    ["-w /etc -w /usr", "/usr: is a second rule"],
    ["-w /etc -p q", "fields[1].value: q is not made of the letters"],
    [`-w /etc -k ${"k".repeat(257)}`, "fields[2].value: 257 bytes of keys are more than 256"],
    ["-w /etc -x", "-x: is no option of a rule"],
    ["-w", "-w: lacks its argument"],
  ])("%s", (text, message) => {
    expect(() => parse(text)).toThrow(ArgumentError);
    expect(() => parse(text)).toThrow(message);
  });
});
