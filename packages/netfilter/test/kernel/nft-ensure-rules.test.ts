// A rule that was made is told to be the one that is wanted: of every statement, though the kernel reports more than it was given.

import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listedRuleText, wantedRuleText } from "#src/nftables/transaction/ensure/rules.js";
import { transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { FAMILIES, setup } from "../support/nft-rules/setup.js";
import { pairs } from "../support/nft-rules/table.js";
import { FAMILIES as NAMES } from "../support/nftables/families.js";
import { load } from "../support/nftables/load.js";

describeWith(["nft"], "a rule as it is wanted and as it is listed", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await openKernel();
    for (const family of FAMILIES) expect(load(kernel, setup(family))).toEqual([]);
  });
  afterAll(() => kernel.close());

  const texts: string[] = [];
  test.each(pairs.map((pair) => [`${pair[0]} ${pair[1]}`, pair] as const))(
    "%s",
    async (_, [family, , draft]) => {
      const { transaction$, ruleset$ } = kernel.nf.nftables;
      const chain = { family: NAMES[family], table: "t", chain: "c" } as const;
      const wanted = draft.in(chain as never);
      const changes = transaction()
        .flush("chain", { ...chain, name: "c" })
        .append(wanted);
      const made = await firstValueFrom(transaction$(changes)).catch(() => undefined);
      // The kernel lacks a module; the tests of compiled rules say which.
      if (made === undefined) return;
      const { ruleset } = await firstValueFrom(ruleset$({ family: NAMES[family], table: "t" }));
      const { chains, sets } = ruleset.tables.get(`${NAMES[family]} t`)!;
      const text = listedRuleText(chains.get("c")!.rules[0]!, sets);
      expect(wantedRuleText(wanted)).toBe(text);
      texts.push(`${family} ${text}`);
    },
  );

  test("texts of different rules differ", () =>
    expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.9));
});
