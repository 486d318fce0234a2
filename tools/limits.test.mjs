// The limits that CONTRIBUTING names and that the linter does not check: lengths of files and sizes of folders.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const LINES = 300;
const ENTRIES = 20;
/** Folders that list kinds, or the doors of families: a file each, however many the kernel has. */
const OF_KINDS = /\/kinds$|^packages\/(generic|rxnetlink)\/src$/;

/** Folders of sources, and the files in them that are no tests. */
const folders = readdirSync(join(root, "packages")).flatMap((name) => below(`packages/${name}/src`));

/** A folder and those below it. */
function below(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const own = entries.filter(({ name }) => !name.includes(".test."));
  const inside = entries.filter((entry) => entry.isDirectory());
  return [{ folder, own }, ...inside.flatMap(({ name }) => below(`${folder}/${name}`))];
}

const lines = (path) => readFileSync(join(root, path), "utf8").split("\n").length - 1;

/** The folders of the examples. */
const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["dist", "node_modules"].includes(entry.name))
  .map(({ name }) => `examples/${name}`);

/** The folders of the benchmark. */
const benches = ["bench", ...["page", "run", "rxnetlink", "workloads"].map((name) => `bench/${name}`)];

describe("the limits of the sources", () => {
  it(`no file has more than ${LINES} lines`, () => {
    const files = folders.flatMap(({ folder, own }) =>
      own.filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((path) => lines(path) > LINES)).toEqual([]);
  });

  it(`no folder has more than ${ENTRIES} entries, those that list kinds or doors aside`, () => {
    const large = folders.filter(({ folder, own }) => own.length > ENTRIES && !OF_KINDS.test(folder));
    expect(large.map(({ folder }) => folder)).toEqual([]);
  });

  it("no program of tools, bench or examples is longer", () => {
    const programs = ["tools", ...benches, ...examples, "docs", "docs/theme"].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => /\.(ts|mjs)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(programs.length).toBeGreaterThan(20);
    expect(programs.filter((path) => lines(path) > LINES)).toEqual([]);
  });
});
