// Output of tc and decoded values, in a form that can be compared.

import type { TcBench } from "./bench.js";

/** Varying parts of tc's output, with their replacements. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/,"(installed|last_used|first_used|expires)":\d+\s*/g, ""],
  [/ (installed|used|firstused|expires) \d+ sec/g, ""],
  [/"seed":\d+|seed \d+/g, ""],
  [/("index":|index )\d+(,"ref":| ref )\d+(,"bind":| bind )\d+/g, "$1"],
  [
    /("kind":"police","index":|"ref":|"bind":)\d+|police 0x[0-9a-f]+|ref \d+ bind \d+|next packet delay \S+/g,
    "$1",
  ],
  // Times are on lines of their own.
  [/\s+/g, " "],
];

/** Varying members of decoded values: an action outlives its filter for a while and is then found again. */
const VARYING_MEMBERS = new Set(["tm", "prngSeed", "refcnt", "bindcnt", "timeNextDelayedFlow"]);

/** Returns the output of tc, as JSON and as text, without varying parts. */
export async function tcOutput({ tc, text }: TcBench, command: string): Promise<string> {
  const output = `${await tc.run(command)}${await text.run(command)}`;
  return VARYING.reduce((rest, [pattern, replacement]) => rest.replaceAll(pattern, replacement), output);
}

/** Returns a value without varying members, in a form that can be compared. */
export function comparable(value: unknown, varying: readonly string[] = []): unknown {
  const text = JSON.stringify(value, (key, member: unknown) => {
    if (VARYING_MEMBERS.has(key) || varying.includes(key)) return undefined;
    if (member instanceof Uint8Array) return [...member];
    return typeof member === "bigint" ? `${member}n` : member;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/** Returns the paths of members that no layout describes. */
export function unknownPaths(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "unknown" ? [`${path}.${key}`] : unknownPaths(member, `${path}.${key}`),
  );
}
