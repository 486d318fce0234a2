// Random rules, as bytes and as text.
import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import type { AuditRuleField } from "#src/audit/rule/field.js";
import { type AuditField, auditCompare, auditField, auditFilter } from "#src/audit/rule/layout.js";
import { OPERATORS } from "#src/audit/rule/operators.js";
import { type AuditRule, auditRule } from "#src/audit/rule/rule-type.js";
import { formatAuditRule } from "#src/audit/rule/text/format.js";
import { parseAuditRule } from "#src/audit/rule/text/parse.js";
import { isText } from "#src/audit/rule/values.js";
import { auditSyscallNames } from "#src/audit/syscall/syscalls.js";

const ROUNDS = 3000;

function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const FIELDS = Object.keys(auditField.values).filter(
  (name) => !["arch", "filterkey", "loginuidSet"].includes(name),
) as AuditField[];
const NAMES = auditSyscallNames("x86_64");

/** Makes random rules. */
class Rules {
  readonly #random: (limit: number) => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#random(of.length)]!;
  }

  #value(field: AuditField): string | number {
    if (isText(field)) return `/${this.#one(["a", "b c", "d'e", 'f"g', "ü", "h\\i"])}${this.#random(100)}`;
    if (field === "perm") return this.#one(["r", "w", "x", "a", "rw", "wa", "rwxa"]);
    if (field === "filetype") return this.#one(["file", "dir", "fifo"]);
    if (field === "msgtype") return this.#one(["userLogin", "cwd", 1998]);
    if (field === "fieldCompare") return this.#one(Object.keys(auditCompare.values));
    if (field === "exit") return this.#one([-1, -13, 0, 5]);
    if (/uid$|Uid$|sessionid/.test(field)) return this.#one(["unset", 0, 1000]);
    return this.#random(0x7fff_ffff);
  }

  #field(): AuditRuleField {
    const field = this.#one(FIELDS);
    const ops =
      field === "fieldCompare"
        ? (["=", "!="] as const)
        : (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]);
    return { field, op: this.#one(ops), value: this.#value(field) };
  }

  next(): AuditRule {
    const syscalls =
      this.#random(4) === 0 ? "all" : Array.from({ length: this.#random(6) }, () => this.#one(NAMES));
    const fields = Array.from({ length: this.#random(6) }, () => this.#field());
    const key = { field: "filterkey", op: "=", value: "k" } as const;
    return {
      list: this.#one(
        Object.keys(auditFilter.values).filter((list) => list !== "watch" && list !== "uringExit"),
      ) as AuditRule["list"],
      action: this.#one(["always", "never"]),
      syscalls,
      fields: [
        { field: "arch", op: "=", value: "x86_64" },
        ...fields,
        ...(this.#random(2) === 0 ? [key] : []),
      ],
    };
  }
}

const written = (rule: AuditRule) => {
  const out = new Writer();
  auditRule.write(out, rule);
  return out.take();
};
const read = (bytes: Uint8Array) => auditRule.read(new DataView(bytes.buffer), 0, bytes.length);

test(`${ROUNDS} rules survive bytes and text`, () => {
  const seed = Number(process.env.RULES_SEED ?? Math.floor(Math.random() * 2 ** 32));
  console.log(`RULES_SEED=${seed}`);
  const rules = new Rules(seed);
  for (let i = 0; i < ROUNDS; i++) {
    const rule = read(written(rules.next()));
    expect(read(written(rule))).toEqual(rule);
    const text = formatAuditRule(rule, { machine: "x86_64" });
    const again = parseAuditRule(text, { machine: "x86_64" });
    // Lists without system calls do not print them.
    const printed = ["exit", "entry"].includes(String(rule.list)) && rule.syscalls?.length !== 0;
    expect({ ...again, syscalls: printed ? again.syscalls : [] }, text).toEqual({
      ...rule,
      syscalls: printed ? rule.syscalls : [],
    });
  }
});
