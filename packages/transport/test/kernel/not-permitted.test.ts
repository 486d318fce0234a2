import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runProgram } from "../support/child.js";

const folder = mkdtempSync(join(tmpdir(), "rxnetlink-refused-"));
afterAll(() => rmSync(folder, { recursive: true }));

const name = `@koromix/koffi-linux-${process.arch}`;
/** Hides the package of koffi's binary, as if a package manager had omitted optional dependencies. */
const without = join(folder, "without.cjs");
writeFileSync(
  without,
  `const Module = require("node:module");
   const find = Module._resolveFilename;
   Module._resolveFilename = function (request, ...rest) {
     return find.call(this, request.startsWith("@koromix/") ? "no such package" : request, ...rest);
   };`,
);

const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";
const PERMISSION = ["--no-warnings", permission];
const ALL_FILES = ["--allow-fs-read=*", "--allow-fs-write=*"];

/** Conditions that keep a transport from working, and their errors. */
const OBSTACLES: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["--no-addons", ["--no-addons"], /^dlopen: ELIBACC .*start Node without --no-addons/],
  [
    "the permission model without --allow-addons",
    [...PERMISSION, ...ALL_FILES, "--allow-worker", "--allow-child-process"],
    /^dlopen: ELIBACC .*start Node with --allow-addons/,
  ],
  [
    "a missing optional package",
    ["--require", without],
    new RegExp(`^dlopen: ELIBACC .*${name} is not installed`),
  ],
];

describe.each(OBSTACLES)("%s", (_, node, expected) => {
  it("is named in the error", async () => {
    const program = `
      import { directTransport } from ${JSON.stringify(import.meta.resolve("#src/direct-transport.js"))};
      for (const transport of [kernelTransport(), directTransport()]) {
        report((await failure(() => opened(transport, {}))).message);
        await transport.close();
      }
      report((await failure(() => kernelTransport().createNamespace())).message);`;
    const messages = await runProgram<string>(program, { node });
    expect(messages).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(expected)));
  });
});

// With its permission model on, Node 20 never allows native code.
const canAllow = process.allowedNodeEnvironmentFlags.has("--allow-addons");
if (!canAllow) console.log(`skipped: Node ${process.version} has no --allow-addons`);

it.skipIf(!canAllow)("the permission model without --allow-worker is named in the error", async () => {
  const node = [...PERMISSION, ...ALL_FILES, "--allow-addons"];
  const program = "report((await failure(() => opened(kernelTransport(), {}))).message);";
  expect(await runProgram(program, { node })).toEqual([
    expect.stringMatching(/^clone: EACCES .*--allow-worker/),
  ]);
});
