import { isRecord } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import { normalRegister, register } from "../common/register.js";
import { type Expression, expression } from "./expression.js";

/** Returns a value of a layout with the numbers of registers by which the kernel reports them. */
function normal(type: AnyType | undefined, value: unknown): unknown {
  if (type === register && typeof value === "number") return normalRegister(value);
  if (Array.isArray(value)) return value.map((each, index) => normal(type?.member?.(`${index}`), each));
  if (type?.member === undefined || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, normal(type.member?.(key), each)]),
  );
}

/**
 * Returns an expression with the numbers by which the kernel reports its registers, see {@link normalRegister}, so that it can
 * be compared with a listed one.
 */
export function normalExpression(value: Expression): Expression {
  return normal(expression, value) as Expression;
}
