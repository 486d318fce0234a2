import type { Expression } from "./expression.js";
import type { ExpressionData } from "./kinds/formats.js";
import { expressionTexts } from "./kinds/texts.js";
import { join } from "./words.js";

type Text = (value: unknown, textOf: (expression: Expression) => string) => string;

function settingsText(name: string, data: ExpressionData): string {
  if (data.unknown !== undefined)
    return Array.from(data.unknown, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = (expressionTexts as Readonly<Record<string, Text>>)[name];
  const settings = (data as Readonly<Record<string, unknown>>)[name];
  return text === undefined || settings === undefined ? "" : text(settings, formatExpression);
}

/**
 * Returns an expression in the notation of `nft --debug=netlink`: bytes are words of 32 bits in host order, as libnftnl prints them
 * before version 1.3.2. Unknown expressions show their bytes in hexadecimal.
 *
 * @example
 * formatExpression({ name: "payload", data: { payload: { dreg: 1, base: "network", offset: 12, len: 4 } } });
 * // "[ payload load 4b @ network header + 12 => reg 1 ]"
 */
export function formatExpression({ name, data = {} }: Expression): string {
  const word = name ?? Object.keys(data)[0] ?? "";
  return `[ ${join(word, settingsText(word, data))} ]`;
}

/** Returns the expressions of a rule in the notation of `nft --debug=netlink`, one a line; see {@link formatExpression}. */
export function formatExpressions(expressions: readonly Expression[]): string {
  return expressions.map((each) => `  ${formatExpression(each)}`).join("\n");
}
