import type { ChainNode, Ruleset, RulesetObjects, SetNode, TableNode } from "@rxnetlink/netfilter/nftables";
import { type AnonymousSets, anonymousSets, isAnonymous } from "./anonymous.js";
import { partText, wordFor } from "./object-text.js";

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** Formats an object as one line: the word for it, its name, and what it is. */
function line<K extends keyof RulesetObjects>(
  kind: K,
  name: string | undefined,
  object: RulesetObjects[K],
): string {
  const parts = [wordFor(kind, object), name, partText(kind, object)];
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

function setLines({ set, elements }: SetNode): string[] {
  return [line("set", set.name, set), ...indented(elements.map((element) => partText("element", element)))];
}

function chainLines({ chain, rules }: ChainNode, sets: AnonymousSets): string[] {
  return [
    line("chain", chain.name, chain),
    ...indented(rules.map((rule) => `rule ${partText("rule", rule, sets)}`)),
  ];
}

function tableLines({ table, objects, flowtables, sets, chains }: TableNode): string[] {
  const own = anonymousSets(sets);
  const below = [
    ...[...objects.values()].map((object) => line("object", object.name, object)),
    ...[...flowtables.values()].map((flowtable) => line("flowtable", flowtable.name, flowtable)),
    ...[...sets.values()].filter((node) => !isAnonymous(node)).flatMap(setLines),
    ...[...chains.values()].flatMap((node) => chainLines(node, own)),
  ];
  return [line("table", `${table.family} ${table.name}`, table), ...indented(below)];
}

/** Formats a ruleset: an object a line, below what holds it, and rules as nft prints them. */
export function rulesetLines({ tables }: Ruleset): string[] {
  return [...tables.values()].flatMap(tableLines);
}
