// What an editor knows of a program, for the tests of hovers, suggestions and errors.
import ts from "typescript";

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  // The types of rxjs need those of the DOM.
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
  skipLibCheck: true,
};

/** Returns the language service of an editor for one program, in a file that exists only in memory. */
export function editorOf(file, program) {
  const files = ts.createCompilerHost(OPTIONS);
  return ts.createLanguageService({
    getCompilationSettings: () => OPTIONS,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot(name) {
      const text = name === file ? program : files.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => files.getCurrentDirectory(),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === file || files.fileExists(name),
    readFile: (name) => (name === file ? program : files.readFile(name)),
  });
}
