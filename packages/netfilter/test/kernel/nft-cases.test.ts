// Every rule of nftables' own test data: nft loads it, ours lists it and prints the expressions as nft does; then ours makes it
// again in another table, where nft shows the same.

import { firstValueFrom } from "rxjs";
import { afterAll, describe, expect, test } from "vitest";
import { formatExpression } from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { commit$ } from "../support/nftables/batch.js";
import { nftCases, type RuleCase, type TableCase } from "../support/nftables/cases.js";
import { asListed, rulesOfDebug, rulesOfJson, unnumbered } from "../support/nftables/compare.js";
import { load, NFT } from "../support/nftables/load.js";
import { copyRule, copySets, type ListedRule, listRules, setsIn } from "../support/nftables/tables.js";

const COPY = "rxnetlink";
/** Rules of a transaction, which then fits into the send buffer. */
const AT_ONCE = 100;
const FAMILIES = {
  ip: "ipv4",
  ip6: "ipv6",
  inet: "inet",
  arp: "arp",
  bridge: "bridge",
  netdev: "netdev",
} as const;
const familyOf = ({ family }: TableCase) => FAMILIES[family as keyof typeof FAMILIES];

const found = nftCases(import.meta.url);
const cases = typeof found === "string" ? [] : found.filter(({ rules }) => rules.length > 0);
const counts = { rules: 0, refused: 0, asListed: 0, asSent: 0, rebuilt: 0 };

/** Loads the rules of a table, and returns those that are there, by their order. */
function loadRules(kernel: Kernel, one: TableCase): RuleCase[] {
  const at = `${one.family} ${one.table}`;
  expect(load(kernel, [...one.setup(one.table), ...one.sets])).toEqual([]);
  const typed = one.chains.flatMap((chain) =>
    one.rules.map((rule) => ({ ...rule, command: `add rule ${at} ${chain} ${rule.rule}` })),
  );
  const refused = load(
    kernel,
    typed.map(({ command }) => command),
  );
  // What nft itself refuses would be a mistake of the test.
  for (const { error } of refused) expect(error).toContain("Could not process rule");
  counts.rules += typed.length;
  counts.refused += refused.length;
  return typed.filter(({ command }) => !refused.some((it) => it.command === command));
}

/** Makes rules again in another table, with their sets. */
async function rebuild(kernel: Kernel, one: TableCase, rules: readonly ListedRule[]): Promise<void> {
  expect(load(kernel, one.setup(COPY))).toEqual([]);
  const sets = await copySets(kernel, familyOf(one), rules, one.table, COPY);
  const made = new Set<string>();
  for (let from = 0; from < rules.length; from += AT_ONCE) {
    const part = rules.slice(from, from + AT_ONCE);
    const needed = part.flatMap(setsIn).filter((name) => !made.has(name) && made.add(name));
    const messages = [
      ...needed.flatMap((name) => sets.get(name)!.messages),
      ...part.map((rule) => copyRule(rule, COPY, sets)),
    ];
    const errors = await firstValueFrom(commit$(kernel, messages));
    expect([...errors].map(([index, errno]) => [errno, messages[index]])).toEqual([]);
  }
}

if (typeof found === "string") console.log(`rules of nftables' test data skipped: ${found}`);

describeWith(["nft"], "rules of nftables' test data", () => {
  describe.skipIf(cases.length === 0)("are read and written as nft does", () => {
    test.each(cases)("$file in $family", async (one) => {
      const kernel = await openKernel();
      try {
        const loaded = loadRules(kernel, one);
        const listed = await listRules(kernel, familyOf(one), one.table);
        expect(listed.length).toBe(loaded.length);

        const at = `${one.family} ${one.table}`;
        const debug = rulesOfDebug(kernel.run(`nft --debug=netlink list table ${at}`));
        for (const [index, { expressions = [], handle }] of listed.entries()) {
          const ours = expressions.map(formatExpression);
          expect(ours).toEqual(debug.get(`${handle}`));
          counts.asListed++;
          const { rule, expected } = loaded[index]!;
          if (expected === undefined) continue;
          expect(ours.map(unnumbered), rule).toEqual(expected.map(asListed));
          counts.asSent++;
        }

        await rebuild(kernel, one, listed);
        const rulesOf = (table: string) =>
          rulesOfJson(kernel.json(`${NFT} -j list table ${one.family} ${table}`));
        const copied = rulesOf(COPY);
        expect(copied).toEqual(rulesOf(one.table));
        expect(copied.length).toBe(listed.length);
        counts.rebuilt += copied.length;
      } finally {
        await kernel.close();
      }
    });

    afterAll(() => {
      const { rules, refused, asListed, asSent, rebuilt } = counts;
      console.log(
        `${rules} rules in ${cases.length} tables: ${refused} refused by the kernel, ${asListed} printed as nft lists them, ` +
          `${asSent} of these as its test data have them, ${rebuilt} rebuilt alike, 0 different`,
      );
    });
  });
});
