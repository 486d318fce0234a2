// Hovers in an editor, from the published declaration files: one program that opens every family.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Transport } from "@rxnetlink/core";
import { scriptedTransport } from "@rxnetlink/testing";
import { boundObjectsOf, editorOf, Hovers, hoverGate, linesOf } from "@rxnetlink/testing/gates";
import { describe } from "vitest";

type Door = Record<string, (options: { readonly transport: Transport }) => object>;

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const doors = Object.keys(manifest.exports as object)
  .filter((door) => door !== ".")
  .map((door) => door.slice("./".length));

/** A family's door, the name of its opener and of a variable with the family, and its objects. */
async function opened(door: string) {
  const opener = door.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const module = (await import(`@rxnetlink/generic/${door}`)) as Door;
  const bound = boundObjectsOf(module[opener]!({ transport: scriptedTransport(() => {}) }));
  return { door, opener, variable: `${opener}Family`, bound };
}

const families = (await Promise.all(doors.map(opened))).filter(({ bound }) => bound.length > 0);

/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../hover.ts", import.meta.url));
const PROGRAM = families
  .map(
    ({ door, opener, variable, bound }) => `
import type { ${opener} } from "@rxnetlink/generic/${door}";
declare const ${variable}: ReturnType<typeof ${opener}>;
${linesOf(variable, bound)}
`,
  )
  .join("");
const hovers = new Hovers(editorOf(FILE, PROGRAM), FILE, PROGRAM);

describe.each(families)("an editor, from the built declarations of $door", ({ variable, bound }) => {
  hoverGate(hovers, variable, bound, 220);
});
