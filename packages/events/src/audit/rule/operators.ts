import type { auditOperator } from "./layout.js";

/** Comparison of a field with its value: `&` is true if one of the bits is set, `&=` if all are. */
export type AuditOperator = "=" | "!=" | ">" | ">=" | "<" | "<=" | "&" | "&=";

/** Comparisons by their symbols. */
export const OPERATORS = {
  "=": "equal",
  "!=": "notEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
  "&": "bitMask",
  "&=": "bitTest",
} as const satisfies Record<AuditOperator, keyof typeof auditOperator.values>;

const SYMBOLS = new Map(Object.entries(OPERATORS).map(([symbol, word]) => [word as string | number, symbol]));

/** Returns the symbol of a comparison; one that is not known stays a number. */
export const symbolOf = (operator: string | number): AuditOperator | number =>
  (SYMBOLS.get(operator) as AuditOperator | undefined) ?? (operator as number);
