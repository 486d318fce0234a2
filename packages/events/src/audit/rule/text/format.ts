import { checkOptions, type OptionChecks, oneOf } from "@rxnetlink/core/internal";
import { Writer } from "@rxnetlink/core/schema";
import { auditSyscallName } from "../../syscall/syscalls.js";
import type { AuditRuleField } from "../field.js";
import { type AuditRule, auditRule } from "../rule-type.js";
import { type AuditMachine, nativeArch, ownMachine } from "./machine.js";
import { quoted } from "./tokens.js";
import { valueText } from "./values.js";
import { comparedWords, fieldWord, listWord } from "./words.js";

/** Options of {@link formatAuditRule}. */
export interface AuditRuleFormatOptions {
  /** Machine that the rule is for; by default that of the program. */
  readonly machine?: AuditMachine;
}

const OPTIONS: OptionChecks<AuditRuleFormatOptions> = { machine: oneOf("x86_64", "i386", "aarch64", "arm") };

const keysIn = (value: string | number) => String(value).split("\x01");

/** Returns the parts of a rule that `-w` can say; `undefined` if it says more. */
function watchOf({ list, action, prepend, syscalls, fields }: AuditRule): string[] | undefined {
  const [path, perm, key, more] = fields;
  const plain =
    list === "exit" && action === "always" && !prepend && syscalls === "all" && more === undefined;
  if (!plain || perm?.field !== "perm" || typeof perm.value !== "string") return undefined;
  if (path?.field !== "watch" && path?.field !== "dir") return undefined;
  if (key !== undefined && key.field !== "filterkey") return undefined;
  if (fields.some(({ op }) => op !== "=")) return undefined;
  // With -w, a slash at the end is no part of the path.
  if (/.\/$/.test(String(path.value))) return undefined;
  const slash = path.field === "dir" && path.value !== "/" ? "/" : "";
  const keys = key === undefined ? [] : keysIn(key.value).flatMap((one) => ["-k", quoted(one)]);
  return ["-w", quoted(`${path.value}${slash}`), "-p", perm.value, ...keys];
}

function syscallWords({ syscalls = "all", list, fields }: AuditRule, machine: AuditMachine): string[] {
  if (list === "user" || list === "task" || list === "exclude" || list === "fs") return [];
  if (syscalls === "all") return ["-S", "all"];
  const hasArch = fields.some(({ field }) => field === "arch");
  const native = nativeArch(machine);
  const named = syscalls.map((one) =>
    typeof one === "number" && !hasArch && list !== "uringExit"
      ? (auditSyscallName(native, one) ?? one)
      : one,
  );
  return named.length === 0 ? [] : ["-S", named.join(",")];
}

function fieldWords({ field, op = "=", value }: AuditRuleField, machine: AuditMachine): string[] {
  if (field === "fieldCompare" && typeof value === "string") {
    const [one, other] = comparedWords(value);
    return ["-C", `${one}${op}${other}`];
  }
  const word = fieldWord(field);
  const values = field === "filterkey" ? keysIn(value) : [valueText(field, value, machine)];
  return values.flatMap((one) => ["-F", quoted(`${word}${op}${one}`)]);
}

/**
 * Returns a rule as `auditctl -l` prints it, in the form that {@link parseAuditRule} reads. The path of a watched directory
 * ends in a slash, by which it is told from a file.
 *
 * @throws ArgumentError, EncodeError for what is no rule.
 */
export function formatAuditRule(rule: AuditRule, options: AuditRuleFormatOptions = {}): string {
  const { machine = ownMachine() } = checkOptions("formatAuditRule", options, OPTIONS);
  const out = new Writer();
  auditRule.write(out, rule);
  const whole = auditRule.read(out.view, 0, out.at);
  const watch = watchOf(whole);
  if (watch !== undefined) return watch.join(" ");
  const archs = whole.fields.filter(({ field }) => field === "arch");
  const others = whole.fields.filter(({ field }) => field !== "arch");
  const words = (fields: readonly AuditRuleField[]) => fields.flatMap((field) => fieldWords(field, machine));
  const head = [whole.prepend ? "-A" : "-a", `${whole.action},${listWord(whole.list)}`];
  return [...head, ...words(archs), ...syscallWords(whole, machine), ...words(others)].join(" ");
}
