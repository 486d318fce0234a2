import { DecodeError, deepEqual, EncodeError } from "@rxnetlink/core";
import { type AnyType, type Type, unterminated, Writer } from "@rxnetlink/core/schema";
import { checkMembers, memberOf, within } from "./checks.js";
import { type AuditRuleField, auditRuleField, type SentField, sentField } from "./field.js";
import {
  AUDIT_BITMASK_SIZE,
  AUDIT_FILTER_PREPEND,
  AUDIT_MAX_FIELDS,
  AUDIT_MAX_KEY_LEN,
  type AuditAction,
  type AuditFilter,
  auditAction,
  auditFilter,
  auditRuleData,
} from "./layout.js";
import { type AuditSyscalls, maskOf, syscallsOf } from "./mask.js";
import { symbolOf } from "./operators.js";
import { isText, valueFrom } from "./values.js";

/** A rule: which events the kernel records, or leaves out. */
export interface AuditRule {
  /** List that it is in. */
  list: AuditFilter | number;
  /** Action. */
  action: AuditAction | number;
  /** True to put it before the other rules of its list, which are tried in order. Write-only. */
  prepend?: boolean;
  /**
   * System calls, by name if the rule has a field `arch`: without it, a number stands for different system calls in each ABI
   * of a machine. By default `"all"`, and none in the list `task`.
   */
  syscalls?: AuditSyscalls;
  /** Conditions, at most 64. */
  fields: AuditRuleField[];
}

type Raw = ReturnType<typeof auditRuleData.read>;

/** Returns the texts of a rule, taken in the order of its fields. */
function textsOf({ buf, buflen }: Raw): (length: number) => string {
  const view = new DataView(buf.buffer, buf.byteOffset, Math.min(buflen, buf.length));
  let at = 0;
  return (length) => {
    if (length > view.byteLength - at)
      throw new DecodeError(`${length} bytes of text, of which ${view.byteLength - at} are there`);
    at += length;
    return unterminated.read(view, at - length, at);
  };
}

function readFields(raw: Raw): AuditRuleField[] {
  if (raw.fieldCount > AUDIT_MAX_FIELDS)
    throw new DecodeError(`${raw.fieldCount} fields are more than ${AUDIT_MAX_FIELDS}`);
  const text = textsOf(raw);
  return Array.from({ length: raw.fieldCount }, (_, i) => {
    const [field, number] = [raw.fields[i]!, raw.values[i]!];
    const value = isText(field) ? text(number) : valueFrom(field, number);
    return { field, op: symbolOf(raw.fieldflags[i]!), value };
  });
}

/** Returns the architecture that system calls are named by; `""` if the rule has none. */
function archOf(fields: readonly { readonly field: unknown; readonly value: unknown }[]): string | number {
  const found = fields.find(({ field }) => field === "arch");
  return (found?.value as string | number | undefined) ?? "";
}

function read(view: DataView, at: number, end: number): AuditRule {
  const raw = auditRuleData.read(view, at, end);
  const fields = readFields(raw);
  const list = auditFilter.values;
  const number = raw.flags & ~AUDIT_FILTER_PREPEND;
  const name = Object.entries(list).find(([, value]) => value === number)?.[0];
  return {
    list: (name as AuditFilter | undefined) ?? number >>> 0,
    action: raw.action,
    ...((raw.flags & AUDIT_FILTER_PREPEND) !== 0 && { prepend: true }),
    syscalls: syscallsOf(raw.mask, archOf(fields)),
    fields,
  };
}

/** Returns the conditions as they are sent. */
function sentFields(fields: unknown): SentField[] {
  if (!Array.isArray(fields)) throw new EncodeError("is not an array of fields");
  if (fields.length > AUDIT_MAX_FIELDS)
    throw new EncodeError(`${fields.length} fields are more than ${AUDIT_MAX_FIELDS}`);
  return fields.map((field, i) => within(`[${i}]`, () => sentField(field)));
}

const filled = <T>(values: readonly T[], rest: T): T[] => [
  ...values,
  ...Array.from({ length: AUDIT_MAX_FIELDS - values.length }, () => rest),
];

/** Returns the bytes of a text. */
function textBytes({ field, value }: SentField): Uint8Array {
  const out = new Writer(64);
  unterminated.write(out, value as string);
  if (field === "filterkey" && out.at > AUDIT_MAX_KEY_LEN)
    throw new EncodeError(`${out.at} bytes of keys are more than ${AUDIT_MAX_KEY_LEN}`);
  return out.take();
}

/** Returns the bytes of each text, by the place of its field. */
function bytesOf(fields: readonly SentField[]): (Uint8Array | undefined)[] {
  const placed = (i: number, run: () => Uint8Array) =>
    within("fields", () => within(`[${i}]`, () => within("value", run)));
  return fields.map((one, i) => (isText(one.field) ? placed(i, () => textBytes(one)) : undefined));
}

const joined = (parts: readonly (Uint8Array | undefined)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(part ?? [])]));

function rawOf(rule: object): Raw {
  const list = memberOf(rule, "list") as AuditFilter | number;
  const number = within("list", () => numberIn(auditFilter, list));
  const action = memberOf(rule, "action") as AuditAction;
  within("action", () => numberIn(auditAction, action));
  const prepend = memberOf(rule, "prepend") ?? false;
  within("prepend", () => checkPrepend(prepend));
  const given = memberOf(rule, "fields") ?? [];
  const fields = within("fields", () => sentFields(given));
  const none = number === auditFilter.values.task ? [] : "all";
  const syscalls = (memberOf(rule, "syscalls") ?? none) as AuditSyscalls;
  const texts = bytesOf(fields);
  const buf = joined(texts);
  return {
    flags: (number | (prepend ? AUDIT_FILTER_PREPEND : 0)) >>> 0,
    action,
    fieldCount: fields.length,
    mask: within("syscalls", () => maskOf(syscalls, archOf(given as AuditRuleField[]))),
    fields: filled(
      fields.map(({ field }) => field),
      "pid",
    ),
    values: filled(
      fields.map(({ value }, i) => texts[i]?.length ?? (value as number)),
      0,
    ),
    fieldflags: filled(
      fields.map(({ operator }) => operator),
      0,
    ),
    buflen: buf.length,
    buf,
  };
}

/** Returns the number of a word, or the number itself, if the type has it. */
function numberIn(type: Type<string | number>, value: string | number): number {
  if (value === undefined) throw new EncodeError("is missing");
  const out = new Writer(4);
  type.write(out, value);
  return typeof value === "number" ? value : (type as typeof auditFilter).values[value as AuditFilter];
}

const NONE: ReadonlySet<string> = new Set();

/** Member that is compared as a whole. */
const asWhole = (name: string, check: (pattern: unknown) => void, more: Partial<AnyType> = {}): AnyType => ({
  name,
  read: () => undefined,
  write: (_out, value) => check(value),
  matcher(pattern) {
    check(pattern);
    return (value) => deepEqual(value, pattern, NONE);
  },
  ...more,
});

function checkPrepend(prepend: unknown): void {
  if (typeof prepend !== "boolean") throw new EncodeError("is not true or false");
}

/** Checks system calls of any architecture. */
function checkSyscalls(syscalls: unknown): void {
  const isMany = Array.isArray(syscalls) && syscalls.length <= AUDIT_BITMASK_SIZE * 32;
  const numbers = isMany ? Array.from(syscalls, (one) => (typeof one === "string" ? 0 : one)) : syscalls;
  maskOf(numbers as AuditSyscalls, "");
}

const MEMBERS: Readonly<Record<keyof AuditRule, AnyType>> = {
  list: auditFilter,
  action: auditAction,
  prepend: asWhole("bool", checkPrepend),
  syscalls: asWhole("system calls", checkSyscalls),
  fields: asWhole("fields", sentFields, {
    member: (key) => (/^\d+$/.test(key) ? auditRuleField : undefined),
  }),
};
const KEYS = Object.keys(MEMBERS);

/** Layout of rules. */
export const auditRule: Type<AuditRule> = {
  name: "rule",
  member: (key) => (Object.hasOwn(MEMBERS, key) ? MEMBERS[key as keyof AuditRule] : undefined),
  keys: () => KEYS,
  read,
  write(out, rule, scope) {
    checkMembers(rule, "rule", KEYS);
    auditRuleData.write(out, rawOf(rule), scope);
  },
};
