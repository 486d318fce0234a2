// Every rule of nftables' own test data: nft loads it, ours lists it and prints the expressions as nft does; then ours makes it
// again in another table, where nft shows the same.

import { afterAll, describe, expect, test } from "vitest";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { nftCases, type RuleCase, type TableCase } from "../support/nftables/cases.js";
import { asListed, unnumbered } from "../support/nftables/compare.js";
import { load } from "../support/nftables/load.js";
import { printedAsNft, rebuiltAlike } from "../support/nftables/table.js";

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

if (typeof found === "string") console.log(`rules of nftables' test data skipped: ${found}`);

describeWith(["nft"], "rules of nftables' test data", () => {
  describe.skipIf(cases.length === 0)("are read and written as nft does", () => {
    test.each(cases)("$file in $family", async (one) => {
      const kernel = await openKernel();
      try {
        const loaded = loadRules(kernel, one);
        const printed = await printedAsNft(kernel, one);
        expect(printed.length).toBe(loaded.length);
        counts.asListed += printed.length;
        for (const [index, { rule, expected }] of loaded.entries()) {
          if (expected === undefined) continue;
          expect(printed[index]!.lines.map(unnumbered), rule).toEqual(expected.map(asListed));
          counts.asSent++;
        }
        await rebuiltAlike(
          kernel,
          one,
          printed.map(({ rule }) => rule),
          one.setup,
        );
        counts.rebuilt += printed.length;
      } finally {
        await kernel.close();
      }
    });

    afterAll(() => {
      const { rules, refused, asListed, asSent, rebuilt } = counts;
      console.log(
        `${rules} rules in ${cases.length} tables: ${refused} refused by the kernel, ${asListed} printed as nft lists them, ` +
          `${asSent} of these as its test data have them, ${rebuilt} rebuilt alike`,
      );
    });
  });
});
