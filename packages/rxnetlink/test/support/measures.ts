// What an editor shows and a compiler says of every verb and member of rxnetlink, as installed in a folder.
import { join } from "node:path";
import ts from "typescript";

/** The aid in `tools/editor.mjs`. */
interface Editor {
  editorOf(file: string, program: string): ts.LanguageService;
}

const tool = new URL("../../../../../tools/editor.mjs", import.meta.url);
const { editorOf } = (await import(tool.href)) as Editor;

const HEAD = `
import { rtnetlink } from "rxnetlink";
import type { Observable } from "rxjs";
const nl = rtnetlink();
type Row<O> = O extends { list$: (...given: never) => Observable<infer T> } ? T : never;
`;

/** An object of `nl`: its verbs, each with the members of its first argument, and the members of what it lists. */
interface Described {
  readonly name: string;
  readonly verbs: readonly { readonly verb: string; readonly given: readonly string[] }[];
  readonly members: readonly string[];
}

/** The type of a variable that a program declares. */
function typeOf(checker: ts.TypeChecker, source: ts.SourceFile, name: string): ts.Type {
  const variables = checker.getSymbolsInScope(source.endOfFileToken, ts.SymbolFlags.Variable);
  return checker.getTypeOfSymbol(variables.find((symbol) => symbol.name === name)!);
}

/** The members that the first argument of a method may have. */
function givenTo(checker: ts.TypeChecker, method: ts.Symbol): string[] {
  const [signature] = checker.getSignaturesOfType(checker.getTypeOfSymbol(method), ts.SignatureKind.Call);
  const [first] = signature?.parameters ?? [];
  if (first === undefined) return [];
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(first));
  const objects = (type.isUnion() ? type.types : [type]).filter(({ flags }) => flags & ts.TypeFlags.Object);
  return objects.flatMap((one) => checker.getPropertiesOfType(one)).map(({ name }) => name);
}

/** Describes all objects of `nl`, with what a first look at the types finds. */
function describeObjects(file: string): Described[] {
  const service = editorOf(file, HEAD);
  const checker = service.getProgram()!.getTypeChecker();
  const nl = typeOf(checker, service.getProgram()!.getSourceFile(file)!, "nl");
  const objects = checker.getPropertiesOfType(nl).map((symbol) => {
    const methods = checker.getPropertiesOfType(checker.getTypeOfSymbol(symbol));
    const verbs = methods.filter(({ name }) => name.endsWith("$"));
    return { name: symbol.name, methods: verbs };
  });
  return objects
    .filter(({ name, methods }) => methods.length > 0 && !["connection", "transport"].includes(name))
    .map(({ name, methods }) => {
      const list = methods.find((method) => method.name === "list$");
      return {
        name,
        verbs: methods.map((method) => ({ verb: method.name, given: givenTo(checker, method) })),
        members: list === undefined ? [] : givenTo(checker, list),
      };
    });
}

/** What was measured. */
export interface Measures {
  /** What an editor shows of each verb, `link.list$`. */
  readonly verbs: ReadonlyMap<string, string>;
  /** What an editor shows of each member of what is listed, `link.mtu`. */
  readonly members: ReadonlyMap<string, string>;
  /** What the compiler says of a key that lacks a letter, by verb. */
  readonly misspelt: ReadonlyMap<string, string>;
}

/** The key that is to be misspelt: long enough that no other is as near. */
const longest = (keys: readonly string[]) => [...keys].sort((a, b) => b.length - a.length)[0];

/** Measures rxnetlink as it is installed in a folder. */
export function measure(folder: string): Measures {
  const file = join(folder, "measured.ts");
  const objects = describeObjects(file);
  const verbs = objects.flatMap(({ name, verbs }) => verbs.map(({ verb }) => `nl.${name}.${verb}`));
  const rows = objects.flatMap(({ name, members }) => members.map((member) => [name, member] as const));
  const wrong = objects.flatMap(({ name, verbs }) =>
    verbs
      .filter(({ given, verb }) => given.length > 0 && verb !== "batch$" && verb !== "notifications$")
      .map(({ verb, given }) => [`${name}.${verb}`, longest(given)!] as const),
  );
  const lines = [
    ...objects.map(({ name }) => `declare const row_${name}: Required<Row<typeof nl.${name}>>;`),
    ...verbs.map((expression) => `${expression};`),
    ...rows.map(([name, member]) => `row_${name}.${member};`),
    ...wrong.map(([verb, key]) => `nl.${verb}({ ${key.slice(0, -2)}${key.slice(-1)}: 0 as never });`),
  ];
  const program = `${HEAD}${lines.join("\n")}\n`;
  const service = editorOf(file, program);
  const hover = (expression: string) => {
    const at = program.indexOf(`\n${expression};`) + expression.length;
    return ts.displayPartsToString(service.getQuickInfoAtPosition(file, at)?.displayParts);
  };
  const faults = new Map(
    service.getSemanticDiagnostics(file).map(({ start, messageText }) => {
      const line = program.slice(program.lastIndexOf("\n", start) + 1, program.indexOf("\n", start));
      return [line, ts.flattenDiagnosticMessageText(messageText, "\n")];
    }),
  );
  const said = (verb: string) => [...faults].find(([line]) => line.startsWith(`nl.${verb}(`))?.[1] ?? "";
  return {
    verbs: new Map(verbs.map((expression) => [expression, hover(expression)])),
    members: new Map(rows.map(([name, member]) => [`${name}.${member}`, hover(`row_${name}.${member}`)])),
    misspelt: new Map(wrong.map(([verb]) => [verb, said(verb)])),
  };
}
