import type { AnyType } from "@rxnetlink/core/schema";
import type { Declaration, Expression } from "./declare/expression.js";
import { vocabulary } from "./declare/vocabulary.js";

type Made = Map<string, unknown>;
type Evaluate<K extends Expression["kind"]> = (
  expression: Extract<Expression, { kind: K }>,
  made: Made,
) => unknown;

const words = vocabulary as unknown as Readonly<Record<string, unknown>>;

const EVALUATE: { readonly [K in Expression["kind"]]: Evaluate<K> } = {
  literal: ({ value }) => value,
  word: ({ word }) => words[word],
  declared: ({ name }, made) => made.get(name),
  later: ({ name }, made) =>
    vocabulary.refine(
      vocabulary.lazy(() => made.get(name) as AnyType),
      { nested: true },
    ),
  call: ({ word, given }, made) =>
    (words[word] as (...given: unknown[]) => unknown)(...given.map((one) => evaluated(one, made))),
  nest: ({ of }, made) => evaluated(of, made),
  list: ({ items }, made) => items.map((item) => evaluated(item, made)),
  object: ({ members }, made) =>
    Object.fromEntries(members.map(({ key, value }) => [key, evaluated(value, made)])),
};

function evaluated(expression: Expression, made: Made): unknown {
  return (EVALUATE[expression.kind] as Evaluate<Expression["kind"]>)(expression as never, made);
}

/** Evaluates declarations in order; returns what they declare by name. */
export function evaluate(declarations: readonly Declaration[]): Map<string, unknown> {
  const made: Made = new Map();
  for (const { name, value } of declarations) made.set(name, evaluated(value, made));
  return made;
}
