// Declarations in the vocabulary of the schema, as data: evaluated they are layouts, printed they are TypeScript.

/** A member of an object. */
export interface Member {
  readonly key: string;
  readonly value: Expression;
  readonly doc?: string | undefined;
}

/** Part of a declaration. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | bigint | true }
  /** A name of the vocabulary. */
  | { readonly kind: "word"; readonly word: string }
  /** What was declared before. */
  | { readonly kind: "declared"; readonly name: string }
  /** A layout that is declared later, or contains this one; `type` is that of its values. */
  | { readonly kind: "later"; readonly name: string; readonly type: string }
  | { readonly kind: "call"; readonly word: string; readonly given: readonly Expression[] }
  /** A layout whose values have a named type. */
  | { readonly kind: "nest"; readonly of: Expression; readonly type: string }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly members: readonly Member[] };

/** A named declaration. */
export interface Declaration {
  readonly name: string;
  readonly value: Expression;
  readonly doc?: string | undefined;
  /** Name of the type of its values, if it has one. */
  readonly type?: string;
}

export const literal = (value: string | number | bigint | true): Expression => ({ kind: "literal", value });
export const word = (name: string): Expression => ({ kind: "word", word: name });
export const call = (name: string, ...given: Expression[]): Expression => ({
  kind: "call",
  word: name,
  given,
});
export const list = (...items: Expression[]): Expression => ({ kind: "list", items });
export const object = (members: readonly Member[]): Expression => ({ kind: "object", members });

/** Returns an object of plain values, without those that are absent. */
export function plain(
  values: Readonly<Record<string, string | number | bigint | true | undefined>>,
): Expression {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return object(given.map(([key, value]) => ({ key, value: literal(value!) })));
}
