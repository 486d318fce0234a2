// The code blocks of the documentation, for the tests that compile and run them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("..", import.meta.url));
/** Where snippets are compiled and run: there all packages can be imported by name. */
export const home = join(root, "packages/rxnetlink");

/** A file of the repository. */
export const read = (path) => readFileSync(join(root, path), "utf8");

/** The pages of a folder. */
export const pagesOf = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);

/** The blocks of a text that are in one language. */
const blocksOf = (text, language) =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter((block) => block[1] === language)
    .map((block) => block[2]);

/** The blocks of a page that are in one language. */
export const blocks = (page, language) => blocksOf(read(page), language);

/** Pages on which each block is a program: the front page, and recipes. */
const EACH_BLOCK = /^README\.md$|^docs\/recipes\//;

/** All TypeScript of a page is one program, except where each block is one. */
const programs = (page) => (EACH_BLOCK.test(page) ? blocks(page, "ts") : [blocks(page, "ts").join("\n")]);

/** The parts of a page that have a heading of the second level and a program: its recipes. */
export const recipesOf = (page) =>
  read(page)
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      page,
      title: part.slice(0, part.indexOf("\n")),
      ...Object.fromEntries(
        ["bash", "sh", "ts", "text"].map((language) => [language, blocksOf(part, language).join("")]),
      ),
    }))
    .filter(({ ts }) => ts !== "")
    .map(({ ts, ...recipe }) => ({ ...recipe, program: runnable(ts) }));

const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  skipLibCheck: true,
};

/** The compiler's complaints about the programs of pages, checked together since that takes little longer than one. */
export function diagnostics(pages) {
  const all = pages.flatMap((page) => programs(page).map((text) => ({ page, text })));
  const files = new Map(all.map((program, index) => [join(home, `snippets-${index}.ts`), program]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, target) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name).text, target) : getSourceFile(name, target);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host));
  return found.map(({ messageText, start, file }) => ({
    page: files.get(file?.fileName)?.page,
    at: file?.text.slice(start, start + 40),
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}

/** A program as `node --input-type=module` takes it. */
const runnable = (text) =>
  ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  }).outputText;

/** The programs of a page as `node --input-type=module` takes them. */
export const runnables = (page) => programs(page).map(runnable);
