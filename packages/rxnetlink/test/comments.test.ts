// Checks the comments that an editor shows for every member of every public interface, in the published declarations.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../../", import.meta.url));
/** The declaration files behind all doors of all packages. */
const entries = readdirSync(packages).flatMap((folder) => {
  const { exports } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, "utf8")) as {
    exports: Record<string, { types: string }>;
  };
  return Object.values(exports).map(({ types }) => `${packages}${folder}/${types.slice(2)}`);
});

const program = ts.createProgram(entries, {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: [],
  skipLibCheck: true,
});
const checker = program.getTypeChecker();

/** The interfaces that a package exports. */
function interfacesOf(path: string): ts.Symbol[] {
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)!)!);
  const named = exported.map((one) =>
    one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one,
  );
  return named.filter(({ flags }) => flags & ts.SymbolFlags.Interface);
}

/** The members of an interface, each with its comment. */
function commentsOf(one: ts.Symbol): [member: string, comment: string][] {
  const members = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(one))
    // Those of JavaScript's own symbols, such as that of iterators, have other names here.
    .filter(({ name }) => !name.startsWith("__@"));
  return members.map((member) => [
    `${one.name}.${member.name}`,
    ts.displayPartsToString(member.getDocumentationComment(checker)),
  ]);
}

it("exist", () => {
  const comments = new Map(
    entries
      .flatMap(interfacesOf)
      .filter(({ declarations }) => declarations?.some(({ parent }) => !isLibrary(parent)))
      .flatMap(commentsOf),
  );
  expect(comments.size).toBeGreaterThan(3000);
  expect([...comments].filter(([, comment]) => comment === "").map(([member]) => member)).toEqual([]);
});

/** Whether a declaration is of a package that is not ours. */
function isLibrary(node: ts.Node): boolean {
  return program.isSourceFileFromExternalLibrary(node.getSourceFile());
}
