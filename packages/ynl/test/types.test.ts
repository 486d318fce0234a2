// The printed declarations of every description, compiled as users do, beside those at run time.

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { deepEqual } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSpec } from "#src/load-spec.js";
import type { Spec } from "#src/spec.js";
import { typesOf } from "#src/typescript/types-of.js";
import { arbitrary } from "./support/arbitrary.js";
import { decode, encode } from "./support/codec.js";
import { smallSpec } from "./support/small-spec.js";
import { specNames, specText, whyNoSpecs } from "./support/specs.js";

/** A module of printed declarations. */
type Printed = Readonly<Record<string, AnyType>> & { readonly family: Spec };

/** Below the package, so that its dependencies are found. */
const folder = fileURLToPath(new URL("../types/", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const modules = { schema: "@rxnetlink/core/schema", ynl: "@rxnetlink/ynl" };
const texts = new Map([["small", smallSpec], ...specNames.map((name) => [name, specText(name)] as const)]);
const LONG = 120_000;
const RUNS = 10;
const NONE: ReadonlySet<string> = new Set();

/** A program of a user, whose faults the compiler has to find. */
const USAGE = `
import type { Ack, Transport } from "@rxnetlink/core";
import { ynl } from "@rxnetlink/ynl";
import { family } from "./small.js";

declare const transport: Transport;
export function use(): void {
  const small = ynl(family, { transport });
  small.do$("get", { name: "x", colours: { darkRed: true } }).subscribe(({ count, kind, data, level }) => {
    const typed: [number | undefined, string | undefined, number | undefined] = [count, kind, data?.circle?.radius];
    const word: "darkRed" | "green" | "blue" | number | undefined = level;
    console.log(typed, word);
  });
  small.do$("set", { level: "green" }).subscribe((ack: Ack) => console.log(ack));
  small.dump$("list", { headIndex: 1 }).subscribe(({ index }) => console.log(index));
  // @ts-expect-error: no such operation
  small.do$("gett");
  // @ts-expect-error: a notification
  small.do$("get-ntf");
  // @ts-expect-error: no list
  small.dump$("set");
  // @ts-expect-error: no such member
  small.do$("get", { nam: "x" });
  // @ts-expect-error: no such word
  small.do$("set", { level: "red" });
}
`;

const settings = {
  extends: "../../../../tsconfig.base.json",
  compilerOptions: { rootDir: ".", outDir: "out", lib: ["ES2023", "DOM"] },
  include: ["*.ts"],
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, text] of texts) writeFileSync(`${folder}${name}.ts`, typesOf(text, modules));
  writeFileSync(`${folder}usage.ts`, USAGE);
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(settings));
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
}, LONG);

/** Returns the numbers of operations, without layouts. */
const numbersOf = ({ operations, ...family }: Spec) => ({
  ...family,
  operations: Object.entries(operations).map(([name, { layout, ...numbers }]) => [
    name,
    layout.name,
    numbers,
  ]),
});

if (whyNoSpecs !== undefined) test.skip(`other descriptions (skipped: ${whyNoSpecs})`, () => {});

describe.each([...texts])("the types of %s", (name, text) => {
  const { layouts, ...family } = loadSpec(text);

  test("declare what is declared at run time", async () => {
    const { family: printed, ...declared } = (await import(`${folder}out/${name}.js`)) as Printed;
    expect(numbersOf(printed)).toEqual(numbersOf(family));
    expect(Object.keys(declared).sort()).toEqual([...layouts.keys()].sort());
  });

  test("read and write the same", async () => {
    const printed = (await import(`${folder}out/${name}.js`)) as Printed;
    for (const [key, layout] of layouts) {
      // What a sibling selects is tested as its part.
      if (layout.choice !== undefined) continue;
      const same = (value: unknown) => {
        const bytes = encode(layout, value);
        const other = printed[key]!;
        return (
          Buffer.compare(encode(other, value), bytes) === 0 &&
          deepEqual(decode(other, bytes), decode(layout, bytes), NONE)
        );
      };
      fc.assert(fc.property(arbitrary(layout), same), { numRuns: RUNS });
    }
  });
});
