import { readdirSync, readFileSync } from "node:fs";
import type { Exported } from "@rxnetlink/testing/gates";

const sources = new URL("../../../src/", import.meta.url);

/** Constants that modules keep to themselves: `const TCP_MD5SIG_MAXKEYLEN = 80;`. */
function privateConstants(): [name: string, value: number][] {
  const texts = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(new URL(path, sources), "utf8"));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/^(?:export )?const ([A-Z][A-Z\d_]+) = (0x[\da-f_]+|[\d_]+);$/gm),
  ]);
  return found.map(([, name, digits]) => [name!, Number(digits!.replaceAll("_", ""))]);
}

/** Everything that a package declares; constants of inner modules only if they have a name of the kernel. */
export function declarations(
  exported: readonly Exported[],
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const all = exported
    .filter(({ value }) => typeof value !== "number")
    .map(({ name, value }, i): [string, unknown] => [`${name} ${i}`, value]);
  const numbers = privateConstants().filter(([name]) => known.has(name));
  return Object.fromEntries([...all, ...numbers]);
}
