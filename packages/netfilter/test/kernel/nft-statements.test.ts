import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { comment, counter, drop, rule, ruleText, statementsOf, tcp } from "#src/nftables/build/index.js";
import { anonymousSets } from "#src/nftables/ruleset/anonymous-sets.js";
import { transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { pairs } from "../support/nft-rules/table.js";

const input = { family: "inet", table: "t", chain: "c" } as const;

test.each(pairs.map((pair) => [`${pair[0]} ${pair[1]}`, pair] as const))(
  "the statements of %s say and do what it does",
  (_, [family, , draft]) => {
    const { comment: _note, ...compiled } = draft.compile(family);
    const statements = statementsOf(compiled, family);
    expect(statements.map(({ text }) => text).join(" ")).toBe(ruleText(compiled, family));
    expect(rule(...statements).compile(family)).toEqual(compiled);
    expect(statements.flatMap(({ expressions }) => expressions)).toEqual(compiled.expressions);
  },
);

describeWith(["nft"], "the statements of a listed rule", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel("nft 'add table inet t; add chain inet t c'");
  });
  afterEach(() => kernel.close());

  test("are edited, and sent again with their sets", async () => {
    kernel.run(
      'nft \'add rule inet t c ct state new tcp dport { 22, 80-90 } log prefix "x" accept comment "y"\'',
    );
    const { ruleset } = await firstValueFrom(kernel.nf.nftables.ruleset$());
    const table = ruleset.tables.get("inet t")!;
    const [listed] = table.chains.get("c")!.rules;
    const own = anonymousSets(table);
    const statements = statementsOf({ ...listed!, sets: own }, "inet");
    expect(statements.map(({ text }) => text)).toEqual([
      ...["ct state new", "tcp dport { 22, 80-90 }", 'log prefix "x"', "accept"],
    ]);
    const [state, ports] = statements;
    const edited = rule(state!, ports!, counter(), tcp.sport.eq(5), drop(), comment("z"));
    await firstValueFrom(kernel.nf.nftables.transaction$(transaction().replace(listed!, edited.in(input))));
    expect(kernel.run("nft -s list chain inet t c")).toContain(
      'ct state new tcp dport { 22, 80-90 } counter tcp sport 5 drop comment "z"',
    );
  });
});
