import { readdirSync, readFileSync } from "node:fs";
import type { Exported } from "@rxnetlink/testing/gates";

const sources = new URL("../../../src/", import.meta.url);

/** Constants that modules keep to themselves: `const NFQNL_MSG_VERDICT = 1;`, and errnos: `4096: { code: "…"`. */
function privateConstants(): [name: string, value: number][] {
  const texts = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(new URL(path, sources), "utf8"));
  const found = texts.flatMap((text) => [
    ...Array.from(text.matchAll(/^const ([A-Z][A-Z\d_]+) = (0x[\da-f_]+|[\d_]+);$/gm), ([, ...it]) => it),
    ...Array.from(text.matchAll(/^ +(\d+): \{\s*code: "(\w+)"/gm), ([, number, name]) => [name, number]),
  ]);
  return found.map(([name, digits]) => [name!, Number(digits!.replaceAll("_", ""))]);
}

/** Numbers in tables by name: `IPSET_CMD = { create: … }`. */
function tabled({ name, value }: Exported): [name: string, value: number][] {
  if (typeof value !== "object" || value === null || !/^[A-Z][A-Z_]+$/.test(name)) return [];
  const words = (key: string) => key.replace(/[A-Z]/g, "_$&").toUpperCase();
  return Object.entries(value)
    .filter(([, one]) => typeof one === "number")
    .map(([key, one]) => [`${name}_${words(key)}`, one]);
}

/** Everything that a package declares; constants of inner modules only if they have a name of the kernel. */
export function declarations(
  exported: readonly Exported[],
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const all = exported
    .filter(({ name, value, isPublic }) => isPublic || typeof value !== "number" || known.has(name))
    .map(({ name, value }, i): [string, unknown] => [
      typeof value === "number" ? name : `${name} ${i}`,
      value,
    ]);
  const numbers = [...privateConstants(), ...exported.flatMap(tabled)].filter(([name]) => known.has(name));
  return Object.fromEntries([...all, ...numbers]);
}
