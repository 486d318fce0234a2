// The examples: their lengths, and that each is tested, listed and linked from the documentation.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const namesIn = (folder) => readdirSync(join(root, folder));

/** Folders of small examples, and those of larger programs, which have a README of their own. */
const folders = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && !["dist", "node_modules", "starter", "support"].includes(entry.name),
  )
  .map(({ name }) => `examples/${name}`);
const [programs, subjects] = [true, false].map((has) =>
  folders.filter((folder) => namesIn(folder).includes("README.md") === has),
);

const files = subjects.flatMap((folder) => namesIn(folder).map((name) => `${folder}/${name}`));
const examples = files.filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
const tests = files.filter((path) => path.endsWith(".test.ts")).map(read);
const docs = ["docs", "docs/objects"].flatMap((folder) =>
  namesIn(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => read(`${folder}/${name}`)),
);

it("there are at least 25, of 10 to 60 lines", () => {
  expect(examples.length).toBeGreaterThanOrEqual(25);
  const lengths = examples.map((path) => [path, read(path).split("\n").length - 1]);
  expect(lengths.filter(([, length]) => length < 10 || length > 60)).toEqual([]);
});

it("each begins with a comment that shows how it is run", () => {
  const name = (path) => path.replace("examples/", "dist/").replace(".ts", ".js");
  const shown = (path) => read(path).startsWith("// ") && read(path).includes(`node ${name(path)}`);
  expect(examples.filter((path) => !shown(path))).toEqual(["examples/testing/uplink.ts"]);
});

it("each is run by a test", () => {
  const name = (path) => path.slice("examples/".length, -".ts".length);
  // By its name, or its file.
  const run = (path) =>
    tests.some(
      (test) => test.includes(`"${name(path)}"`) || test.includes(`${name(path).split("/")[1]}.js"`),
    );
  expect(examples.filter((path) => !run(path))).toEqual([]);
});

it("each is listed in their README, and linked from a page of the documentation", () => {
  const list = read("examples/README.md");
  const listed = [
    ...examples.map((path) => path.slice("examples/".length)),
    ...programs.map((path) => `${path.slice("examples/".length)}/README.md`),
  ];
  expect(listed.filter((path) => !list.includes(`](${path})`))).toEqual([]);
  expect(listed.filter((path) => !docs.some((page) => page.includes(`../examples/${path})`)))).toEqual([]);
});
