// Holds CONTRIBUTING's table "One place" against the sources: in a copy of them, a dummy of each kind is added by the edits
// that the table names and no others; then the copy compiles, and a program that uses all dummies runs.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { EDITS, PRINTED, PROGRAM } from "./one-place.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The packages that are copied. */
const PACKAGES = ["core", "netfilter", "route"];
const copy = mkdtempSync(join(tmpdir(), "rxnetlink-one-place-"));
afterAll(() => rmSync(copy, { recursive: true }));

/** The rows of the table: what is new, and the files that it names; the rows that name none are for a reader. */
function table() {
  const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const [, section] = /\n## One place\n(.*?)\n## /s.exec(page);
  const rows = [...section.matchAll(/^\| (?!new|-)(.*?) *\| (.*?) *\|$/gm)];
  return new Map(
    rows.map(([, what, edits]) => [
      what,
      [...edits.matchAll(/`(packages\/[^`]*\.ts)`/g)].map(([, path]) => path),
    ]),
  );
}

/** The sources as they would be with all dummies. */
function addDummies() {
  for (const name of PACKAGES)
    cpSync(join(root, "packages", name, "src"), join(copy, "packages", name, "src"), {
      recursive: true,
      filter: (path) => !path.endsWith(".test.ts"),
    });
  writeFileSync(join(copy, "package.json"), JSON.stringify({ type: "module", sideEffects: false }));
  symlinkSync(join(root, "packages/route/node_modules"), join(copy, "node_modules"));
  const named = (text) => text.replace(/<(kind|object|type|operator)>/g, "dummy-$1");
  for (const edits of Object.values(EDITS))
    for (const [path, edit] of Object.entries(edits)) {
      const file = join(copy, named(path));
      const isNew = path.includes("<");
      mkdirSync(dirname(file), { recursive: true });
      const edited = edit(isNew ? "" : readFileSync(file, "utf8"));
      writeFileSync(file, edited.replace(/ from "\.[^"\n]*"/g, named));
    }
  const program = join(copy, "packages/route/src/program.ts");
  writeFileSync(program, PROGRAM);
  return program;
}

/** The doors of these packages, by what they are imported by, in the copy. */
function doors() {
  return Object.fromEntries(
    PACKAGES.flatMap((name) => {
      const manifest = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
      return Object.entries(manifest.exports).map(([door, { types }]) => [
        manifest.name + door.slice(1),
        join(copy, "packages", name, types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts")),
      ]);
    }),
  );
}

/** Returns the errors that the compiler finds in a program. */
function faults(program) {
  const { options } = ts.convertCompilerOptionsFromJson(
    JSON.parse(readFileSync(join(root, "tsconfig.base.json"), "utf8")).compilerOptions,
    copy,
  );
  const paths = Object.fromEntries(Object.entries(doors()).map(([name, file]) => [name, [file]]));
  const own = { composite: false, incremental: false, declarationMap: false, sourceMap: false, noEmit: true };
  // Node's types are needed by one file of the core.
  const typeRoots = [join(root, "node_modules/@types")];
  const checked = ts.createProgram([program], { ...options, ...own, paths, typeRoots, types: ["node"] });
  return ts.getPreEmitDiagnostics(checked).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName.replace(copy, "")}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

describe("the table “One place”", () => {
  const rows = table();

  it.each(Object.keys(EDITS))("names just the files that a new %s needs", (what) => {
    const files = Object.keys(EDITS[what]);
    // What is one line where its like are needs no path.
    const wanted = ["attribute", "enumeration or flag"].includes(what) ? [] : files;
    expect([...(rows.get(what) ?? ["no such row"])].sort()).toEqual(wanted.sort());
  });

  const program = addDummies();

  it("names all edits that the compiler asks for", () => {
    expect(faults(program)).toEqual([]);
  }, 300_000);

  it("names all edits that make them work", async () => {
    const outfile = join(copy, "program.mjs");
    const how = { bundle: true, platform: "node", format: "esm", logLevel: "error", alias: doors() };
    await build({ ...how, entryPoints: [program], outfile, absWorkingDir: copy });
    const { stdout, stderr } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(PRINTED);
  });
});
