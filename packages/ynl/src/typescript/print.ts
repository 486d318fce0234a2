import type { Expression, Member } from "../declare/expression.js";
import { documented } from "./comment.js";

type Print<K extends Expression["kind"]> = (
  expression: Extract<Expression, { kind: K }>,
  indent: string,
) => string;

const printKey = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));

function printLiteral(value: string | number | bigint | true): string {
  return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}

const printMember = ({ key, value, doc }: Member, indent: string) =>
  `${documented(doc, indent)}${indent}${printKey(key)}: ${print(value, indent)},\n`;

/** Longest object that stays on one line. */
const SHORT = 60;

function printObject(members: readonly Member[], indent: string): string {
  if (members.length === 0) return "{}";
  if (members.every(({ doc, value }) => doc === undefined && value.kind === "literal")) {
    const line = members.map(({ key, value }) => `${printKey(key)}: ${print(value, "")}`).join(", ");
    if (line.length < SHORT) return `{ ${line} }`;
  }
  const inner = `${indent}  `;
  return `{\n${members.map((member) => printMember(member, inner)).join("")}${indent}}`;
}

const PRINT: { readonly [K in Expression["kind"]]: Print<K> } = {
  literal: ({ value }) => printLiteral(value),
  word: ({ word }) => word,
  declared: ({ name }) => name,
  later: ({ name, type }) => `refine(lazy((): Type<${type}> => ${name}), { nested: true })`,
  call: ({ word, given }, indent) => `${word}(${given.map((one) => print(one, indent)).join(", ")})`,
  nest: ({ of, type }, indent) => `nest<${type}>(${print(of, indent)})`,
  list: ({ items }, indent) => `[${items.map((item) => print(item, indent)).join(", ")}]`,
  object: ({ members }, indent) => printObject(members, indent),
};

/** Returns an expression as TypeScript. */
export function print(expression: Expression, indent = ""): string {
  return (PRINT[expression.kind] as Print<Expression["kind"]>)(expression as never, indent);
}
