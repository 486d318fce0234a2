import ts from "typescript";

/** Type and comment of a name, as an editor shows them. */
export interface Hover {
  /** Declaration, as shown. */
  readonly type: string;
  /** Comment, as shown. */
  readonly comment: string;
}

/** The views that an editor gives of a program that exists only in memory. */
export class Hovers {
  readonly #service: ts.LanguageService;
  readonly #file: string;
  readonly #text: string;

  constructor(service: ts.LanguageService, file: string, text: string) {
    this.#service = service;
    this.#file = file;
    this.#text = text;
  }

  /** Returns the errors in the program. */
  problems(): string[] {
    const found = [
      ...this.#service.getSyntacticDiagnostics(this.#file),
      ...this.#service.getSemanticDiagnostics(this.#file),
    ];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  /** Returns the names of the files that the program needs. */
  files(): string[] {
    return this.#service
      .getProgram()!
      .getSourceFiles()
      .map(({ fileName }) => fileName);
  }

  /** Returns the type and comment of the last name of an expression that is a line of the program. */
  hover(expression: string): Hover {
    const at = this.#text.indexOf(`\n${expression};`) + expression.length;
    const info = this.#service.getQuickInfoAtPosition(this.#file, at);
    return {
      type: ts.displayPartsToString(info?.displayParts),
      comment: ts.displayPartsToString(info?.documentation),
    };
  }

  /** Returns the members of the type of a variable, each with its comment. */
  members(variable: string): Map<string, string> {
    const checker = this.#service.getProgram()!.getTypeChecker();
    const source = this.#service.getProgram()!.getSourceFile(this.#file)!;
    const symbol = checker
      .getSymbolsInScope(source.endOfFileToken, ts.SymbolFlags.Variable)
      .find(({ name }) => name === variable)!;
    const properties = checker.getTypeOfSymbolAtLocation(symbol, source).getProperties();
    const comment = (property: ts.Symbol) =>
      ts.displayPartsToString(property.getDocumentationComment(checker));
    return new Map(properties.map((property) => [property.name, comment(property)]));
  }

  /** Returns what the editor suggests after the first occurrence of a text. */
  suggestions(after: string): string[] {
    const at = this.#text.indexOf(after) + after.length;
    const entries = this.#service.getCompletionsAtPosition(this.#file, at, {})?.entries ?? [];
    return entries.map(({ name }) => name).sort();
  }
}
