import { dashed } from "./dashed.js";
import type { DescribedDefinition, DescribedEntry } from "./described.js";

/** Returns the position of a bit; `undefined` if a number has several or none. */
function positionOf(bit: number): number | undefined {
  const position = Math.log2(bit >>> 0);
  return Number.isInteger(position) ? position : undefined;
}

/** Returns the names of numbers; those of flags that are no single bit are left out. */
export function describeNames(
  kind: "enum" | "flags",
  prefix: string,
  names: Readonly<Record<string, number>>,
  docOf: (layout: string, key: string) => string | undefined,
): Omit<DescribedDefinition, "name"> {
  const entries = Object.entries(names).flatMap(([key, number]): DescribedEntry[] => {
    const value = kind === "flags" ? positionOf(number) : number;
    const doc = docOf(prefix, key);
    return value === undefined ? [] : [{ name: dashed(key), value, ...(doc !== undefined && { doc }) }];
  });
  return { type: kind, "name-prefix": dashed(prefix), entries };
}
