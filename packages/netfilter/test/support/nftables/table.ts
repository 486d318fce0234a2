// A table that nft made, as ours and nft see it, and a copy of it that ours makes.

import { firstValueFrom } from "rxjs";
import { expect } from "vitest";
import { formatExpression, type NftRule } from "#src/nftables/index.js";
import type { Kernel } from "../kernel.js";
import { commit$ } from "./batch.js";
import { rulesOfDebug, rulesOfJson } from "./compare.js";
import { FAMILIES, type NftFamily } from "./families.js";
import { load, NFT } from "./load.js";
import { copyRule, copySets, listRules, setsIn } from "./tables.js";

const COPY = "rxnetlink";
/** Rules of a transaction, which then fits into the send buffer. */
const AT_ONCE = 100;

/** A table. */
export interface NftTable {
  readonly family: NftFamily;
  readonly table: string;
}

/** Returns the rules of a table, each with its expressions in nft's notation, which are those that nft prints. */
export async function printedAsNft(kernel: Kernel, { family, table }: NftTable) {
  const listed = await listRules(kernel, FAMILIES[family], table);
  const debug = rulesOfDebug(kernel.run(`${NFT} --debug=netlink list table ${family} ${table}`));
  expect(debug.size).toBe(listed.length);
  return listed.map((rule) => {
    const lines = (rule.expressions ?? []).map(formatExpression);
    expect(lines).toEqual(debug.get(`${rule.handle}`));
    return { rule, lines };
  });
}

/** Makes the rules of a table again in another one, which `setup` makes, with their sets. */
export async function rebuild(
  kernel: Kernel,
  { family, table }: NftTable,
  rules: readonly NftRule[],
  setup: (table: string) => readonly string[],
): Promise<void> {
  expect(load(kernel, setup(COPY))).toEqual([]);
  const sets = await copySets(kernel, FAMILIES[family], rules, table, COPY);
  const made = new Set<string>();
  for (let from = 0; from < rules.length; from += AT_ONCE) {
    const part = rules.slice(from, from + AT_ONCE);
    const needed = part.flatMap(setsIn).filter((name) => !made.has(name) && made.add(name));
    const messages = [
      ...needed.flatMap((name) => sets.get(name)!.messages),
      ...part.map((rule) => copyRule(rule, COPY, sets)),
    ];
    const errors = await firstValueFrom(commit$(kernel, messages));
    expect([...errors].map(([index, errno]) => [errno, messages[index]?.value])).toEqual([]);
  }
}

/** Makes the rules again, and expects nft to show the same. */
export async function rebuiltAlike(
  kernel: Kernel,
  one: NftTable,
  rules: readonly NftRule[],
  setup: (table: string) => readonly string[],
): Promise<void> {
  await rebuild(kernel, one, rules, setup);
  const rulesOf = (table: string) => rulesOfJson(kernel.json(`${NFT} -j list table ${one.family} ${table}`));
  const copied = rulesOf(COPY);
  expect(copied).toEqual(rulesOf(one.table));
  expect(copied.length).toBe(rules.length);
}
