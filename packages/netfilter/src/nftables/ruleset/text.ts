import { Catalog } from "../build/text/catalog.js";
import { Reader } from "../build/text/reader.js";
import { type PrintableRule, printRule, type RuleTextOptions } from "../build/text/rule-text.js";
import { chainFlags } from "../chain/layout.js";
import { chainLines } from "../chain/text.js";
import { flowtableLines } from "../flowtable/text.js";
import { objectLines } from "../object/text.js";
import { objectWords } from "../object/words.js";
import type { Rule } from "../rule/layout.js";
import { setFlags } from "../set/layout.js";
import { setLines } from "../set/text.js";
import { TypeofCatalog } from "../set/typeof/typeof-catalog.js";
import { familyWord, tableFlagsLine } from "../table/text.js";
import { anonymousSets } from "./anonymous-sets.js";
import type { ChainNode, Ruleset, SetNode, TableNode } from "./nodes.js";
import type { TextContext } from "./text-context.js";

/** Settings of {@link rulesetText}. */
export interface RulesetTextOptions extends RuleTextOptions {
  /** True to print handles, as `nft -a` does. */
  readonly handles?: boolean;
}

const indented = (lines: readonly string[]) => lines.map((line) => `\t${line}`);

/** Prints rulesets. */
class RulesetPrinter {
  readonly #context: TextContext;
  readonly #handles: boolean;

  constructor({ linkName = () => undefined, handles = false }: RulesetTextOptions) {
    this.#context = { catalog: new Catalog(), typeofs: new TypeofCatalog(), linkName };
    this.#handles = handles;
  }

  table(node: TableNode): string {
    const { table, objects, sets, flowtables, chains } = node;
    const { comment } = table.userdata ?? {};
    const flags = tableFlagsLine(table);
    const blocks = [
      ...[...objects.values()].map((object) => this.#object(object)),
      ...[...sets.values()].filter(isNamed).map((one) => this.#set(one)),
      ...[...flowtables.values()].map((one) => this.#block("flowtable", one, flowtableLines(one))),
      ...[...chains.values()].filter(isNamedChain).map((chain) => this.#chain(chain, node)),
    ];
    const head = [
      ...(flags === undefined ? [] : [`\t${flags}`]),
      ...(comment === undefined ? [] : [`\tcomment "${comment}"`]),
    ];
    const gap = flags !== undefined && blocks.length > 0 ? "\n" : "";
    const start = `table ${familyWord(table.family)} ${table.name} {${this.#handle(table)}\n`;
    return `${start}${head.map((line) => `${line}\n`).join("")}${gap}${blocks.join("\n")}}\n`;
  }

  #handle({ handle }: { readonly handle?: bigint }): string {
    return this.#handles && handle !== undefined ? ` # handle ${handle}` : "";
  }

  #block(
    words: string,
    object: { readonly name?: string; readonly handle?: bigint },
    lines: readonly string[],
  ) {
    const start = `\t${words} ${object.name} {${this.#handle(object)}`;
    return `${[start, ...indented(indented(lines)), "\t}"].join("\n")}\n`;
  }

  #object(object: Parameters<typeof objectLines>[0]): string {
    const { type, name } = object;
    const reader = new Reader("inet", [], this.#context.linkName, this.#context.catalog);
    const lines = objectLines(object, reader);
    return lines === undefined
      ? `\t# ${objectWords(type)} ${name}: nft has no words for it\n`
      : this.#block(objectWords(type), object, lines);
  }

  #set({ set, raw }: SetNode): string {
    const isMap = set.dataType !== undefined || set.objType !== undefined;
    return this.#block(isMap ? "map" : "set", set, setLines(set, [...raw.values()], this.#context));
  }

  #chain({ chain, rules }: ChainNode, table: TableNode): string {
    const sets = anonymousSets(table);
    return this.#block("chain", chain, [
      ...chainLines(chain),
      ...rules.map((rule) => `${this.#rule(rule, sets, table)}${this.#handle(rule)}`),
    ]);
  }

  #rule(rule: Rule, sets: NonNullable<PrintableRule["sets"]>, table: TableNode): string {
    const { family, expressions, userdata } = rule;
    const text = printRule({ expressions, sets, comment: userdata?.comment }, family as never, this.#context);
    return this.#withBound(text, sets, table);
  }

  /** Puts chains that belong to a rule where it jumps to them. */
  #withBound(text: string, sets: NonNullable<PrintableRule["sets"]>, table: TableNode): string {
    return text.replaceAll(/(jump|goto) (__chain\d+)/g, (whole, verb: string, name: string) => {
      const bound = table.chains.get(name);
      if (bound === undefined) return whole;
      const lines = bound.rules.map((rule) => `\t\t\t${this.#rule(rule, sets, table)}`);
      return `${verb} {\n${lines.join("\n")}\n\t\t}`;
    });
  }
}

const isNamed = ({ set }: SetNode) => !setFlags.has(set.flags ?? 0, "anonymous");
const isNamedChain = ({ chain }: ChainNode) => !chainFlags.has(chain.flags ?? 0, "binding");

/**
 * Returns a ruleset as `nft list ruleset` prints it, in a form that `nft -f` loads again. What nft cannot say is printed in
 * the notation of `nft --debug=netlink`, or as a comment, so that nothing is hidden.
 *
 * @example
 * nf.nftables.ruleset$().pipe(take(1)).subscribe(({ ruleset }) => console.log(rulesetText(ruleset)));
 */
export function rulesetText({ tables }: Ruleset, options: RulesetTextOptions = {}): string {
  const printer = new RulesetPrinter(options);
  return [...tables.values()].map((table) => printer.table(table)).join("");
}
