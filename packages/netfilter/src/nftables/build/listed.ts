import type { Expression } from "../expr/expression.js";
import type { AnonymousSet, Family } from "./compile/compiled.js";
import type { Compiler } from "./compile/compiler.js";
import type { Statement } from "./compile/statement.js";
import { Catalog } from "./text/catalog.js";
import {
  type PrintableRule,
  type RuleTextOptions,
  type StatementText,
  statementTexts,
} from "./text/rule-text.js";

/** Settings of an expression that names a set. */
type Naming = Readonly<Record<string, unknown>>;

/** Members that name a set, by expression. */
const SET_NAMES: Readonly<Record<string, string>> = { lookup: "set", objref: "setName", dynset: "setName" };

/** A statement of a rule that exists: its text, and a part of another rule that does the same. */
export class ListedStatement implements Statement {
  readonly needs = [];
  /** The statement as `nft` prints it: `"tcp dport 22"`. */
  readonly text: string;
  /** Its expressions, those of matches that it depends on first. */
  readonly expressions: readonly Expression[];
  readonly #sets: readonly AnonymousSet[];

  /** @internal */
  constructor({ text, expressions }: StatementText, sets: readonly AnonymousSet[]) {
    this.text = text;
    this.expressions = expressions;
    this.#sets = sets;
  }

  /** Place in errors. */
  get place(): string {
    return this.text;
  }

  /** @internal */
  compile(compiler: Compiler): void {
    for (const expression of this.expressions) compiler.expressions.push(this.#withSet(expression, compiler));
  }

  /** Brings the set along that belongs to an expression. */
  #withSet(expression: Expression, { sets, nextSetId }: Compiler): Expression {
    const [type = "", data] = Object.entries(expression.data ?? {})[0] ?? [];
    const [member, settings] = [SET_NAMES[type], data as Naming | undefined];
    const name = member && settings?.[member];
    // Compiled sets share a name that the kernel completes.
    const known = this.#sets.find(
      (set) => set.name === name && (!name.endsWith("%d") || set.id === settings?.setId),
    );
    if (member === undefined || known === undefined) return expression;
    const { handle: _, ...set } = known;
    const placeholder = set.name.replace(/\d+$/, "%d");
    const id = nextSetId();
    sets.push({ ...set, name: placeholder, id });
    return {
      ...expression,
      data: { [type]: { ...settings, [member]: placeholder, setId: id } },
    } as Expression;
  }
}

/**
 * Returns the statements of a rule that was listed or compiled, to be printed one by one, or edited: as parts of another rule
 * they do what they did.
 *
 * @param rule - The rule; with the sets that belong to it, if it has any.
 * @param family - Family of its table.
 *
 * @example
 * const [match, ...others] = statementsOf(listed, "inet");
 * transaction().replace(listed, rule(match, counter(), ...others).in(input));
 */
export function statementsOf(
  rule: PrintableRule,
  family: Family,
  options: RuleTextOptions = {},
): ListedStatement[] {
  const printing = { linkName: () => undefined, ...options, catalog: new Catalog() };
  return statementTexts(rule, family, printing).map((one) => new ListedStatement(one, rule.sets ?? []));
}
