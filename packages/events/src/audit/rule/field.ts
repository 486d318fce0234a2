import { EncodeError } from "@rxnetlink/core";
import { listed } from "@rxnetlink/core/internal";
import { type AnyType, refine, string, type Type, u32, Writer } from "@rxnetlink/core/schema";
import { checkMembers, memberOf, within } from "./checks.js";
import { type AuditField, auditField } from "./layout.js";
import { type AuditOperator, OPERATORS } from "./operators.js";
import { isText, numberOf } from "./values.js";

/** A condition of a rule: all of them must be true. */
export interface AuditRuleField {
  /** Field of the task, the object or the record. */
  field: AuditField | number;
  /** Comparison; `"="` by default. */
  op?: AuditOperator | number;
  /**
   * Value: text for paths, keys and security contexts; names where there are some (`"x86_64"`, `"wa"`, `"userLogin"`,
   * `"unset"`), and otherwise a number.
   */
  value: number | string;
}

const operatorType = refine<number, AuditOperator | number>(u32, {
  toJson: String,
  fromJson: (json) => (/^\d+$/.test(String(json)) ? Number(json) : (json as AuditOperator)),
  write(out, op) {
    if (typeof op !== "number" && !Object.hasOwn(OPERATORS, op))
      throw new EncodeError(`${String(op)} is not one of ${listed(Object.keys(OPERATORS))}`);
    u32.write(out, typeof op === "number" ? op : 0);
  },
});

/** Any value; its type depends on the field. */
const anyValue: Type<number | string> = {
  name: "value",
  read: () => 0,
  write: (out, value) => (typeof value === "string" ? string : u32).write(out, value as never),
};

const MEMBERS: Readonly<Record<string, AnyType>> = { field: auditField, op: operatorType, value: anyValue };
const KEYS = Object.keys(MEMBERS);

/** A condition in the form in which it is sent. */
export interface SentField {
  readonly field: AuditField | number;
  readonly operator: (typeof OPERATORS)[AuditOperator] | number;
  readonly value: number | string;
}

function sentValue(field: AuditField | number, value: unknown): number | string {
  if (value === undefined) throw new EncodeError("is missing");
  if (!isText(field)) return numberOf(field, value as number | string);
  if (typeof value !== "string") throw new EncodeError(`is not text, as the field ${field} needs`);
  return value;
}

/**
 * Returns a condition as it is sent.
 *
 * @throws EncodeError
 */
export function sentField(given: unknown): SentField {
  checkMembers(given, "field of a rule", KEYS);
  const field = memberOf(given, "field") as AuditField | number;
  const op = (memberOf(given, "op") ?? "=") as AuditOperator | number;
  const value = memberOf(given, "value");
  within("field", () => auditField.write(new Writer(4), field));
  within("op", () => operatorType.write(new Writer(4), op));
  return {
    field,
    operator: typeof op === "number" ? op : OPERATORS[op],
    value: within("value", () => sentValue(field, value)),
  };
}

/** A condition, for JSON and completion. */
export const auditRuleField: AnyType = {
  name: "field of a rule",
  member: (key) => (Object.hasOwn(MEMBERS, key) ? MEMBERS[key] : undefined),
  keys: () => KEYS,
  read: () => ({}),
  write: (_out, value) => void sentField(value),
};
