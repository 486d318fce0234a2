import type { Declaration, Expression } from "../declare/expression.js";
import { declare } from "../declare/family.js";
import { sourceOf } from "../load-spec.js";
import { comment, documented } from "./comment.js";
import { print } from "./print.js";

/** Modules that the printed declarations import from. */
export interface TypesOptions {
  /** Module with the schema; `"rxnetlink/schema"` by default. */
  readonly schema?: string;
  /** Module with the type {@link Spec}; `"rxnetlink/ynl"` by default. */
  readonly ynl?: string;
}

/** Adds the words that an expression uses. */
function collect(expression: Expression, values: Set<string>, types: Set<string>): void {
  const inside = (one: Expression) => collect(one, values, types);
  switch (expression.kind) {
    case "word":
      values.add(expression.word);
      break;
    case "later":
      for (const used of ["refine", "lazy"]) values.add(used);
      types.add("Type");
      break;
    case "call":
      values.add(expression.word);
      expression.given.forEach(inside);
      break;
    case "nest":
      values.add("nest");
      inside(expression.of);
      break;
    case "list":
      expression.items.forEach(inside);
      break;
    case "object":
      for (const { value } of expression.members) inside(value);
      break;
  }
}

function importsOf(all: readonly Declaration[], schema: string): string {
  const [values, types] = [new Set<string>(), new Set<string>()];
  for (const { value, type } of all) {
    collect(value, values, types);
    if (type !== undefined) types.add("Infer");
  }
  const names = [...[...types].map((name) => `type ${name}`), ...values];
  const byName = (one: string, other: string) =>
    one.replace("type ", "").localeCompare(other.replace("type ", ""));
  return `import { ${names.sort(byName).join(", ")} } from ${JSON.stringify(schema)};\n`;
}

function printed({ name, value, doc, type }: Declaration): string {
  const declared = `${documented(doc)}export const ${name} = ${print(value)};\n`;
  if (type === undefined) return declared;
  const about = documented(doc) || comment(`Values of {@link ${name}}.`);
  return `${declared}${about}export interface ${type} extends Infer<typeof ${name}> {}\n`;
}

/**
 * Returns a description of a family as TypeScript: declarations in our schema, with the documentation as comments, and the
 * family for {@link ynl}, which then checks operations and members at compile time.
 *
 * @param description - The text in YAML, or what was parsed from it.
 * @throws SpecError with the place, if it cannot be understood.
 */
export function typesOf(description: unknown, options: TypesOptions = {}): string {
  const { schema = "rxnetlink/schema", ynl = "rxnetlink/ynl" } = options;
  const source = sourceOf(description);
  const { layouts, family } = declare(source);
  return [
    `// Made from the description of the family ${source.name} by \`rxnl ynl --types\`; change that instead.\n`,
    `${importsOf([...layouts, family], schema)}import type { Spec } from ${JSON.stringify(ynl)};\n`,
    ...layouts.map(printed),
    `${documented(family.doc)}export const ${family.name} = ${print(family.value)} as const satisfies Spec;\n`,
  ].join("\n");
}
