// Each expression, written by ours in a rule: the kernel lists what was written, and nft prints it as ours does.

import { firstValueFrom } from "rxjs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  type Expression,
  type ExpressionData,
  expressionName,
  formatExpression,
  normalExpression,
} from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { commit$ } from "../support/nftables/batch.js";
import { load } from "../support/nftables/load.js";
import { printedAsNft } from "../support/nftables/table.js";
import { copyRule, listRules } from "../support/nftables/tables.js";
import { written } from "../support/nftables/written.js";

const setup = [
  "add table ip t",
  "add chain ip t other",
  "add chain ip t filter { type filter hook input priority 0; }",
  "add chain ip t early { type filter hook prerouting priority 0; }",
  "add chain ip t through { type filter hook forward priority 0; }",
  "add chain ip t postnat { type nat hook postrouting priority 0; }",
  "add chain ip t prenat { type nat hook prerouting priority 0; }",
  "add set ip t timed { type ipv4_addr; flags dynamic,timeout; size 100; }",
  "add set ip t counted { type ipv4_addr; flags dynamic; size 100; }",
  "add counter ip t c",
  "add table ip6 t",
  "add chain ip6 t six",
  "add table netdev t",
  "add chain netdev t ingress { type filter hook ingress device lo priority 0; }",
];
const flowtable = "add flowtable ip t ft { hook ingress priority 0; devices = { lo }; }";
const FAMILIES = { six: ["ip6", "ipv6"], ingress: ["netdev", "netdev"] } as const;

/** Errors of a kernel that has no such expression, or not here. */
const [ENOENT, EOPNOTSUPP] = [2, 95];
/** Names of expressions that the kernel of this machine lacks. */
const lacking = new Set<string>();

const nameOf = (data: ExpressionData) => Object.keys(data)[0]!;

describeWith(["nft"], "an expression written", () => {
  test("is in the list, whatever it is", () => {
    const names = new Set(written.map(([data]) => nameOf(data)));
    const blobs = ["match", "target"];
    expect([...names, ...blobs].sort()).toEqual([...expressionName.words].sort());
  });

  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await openKernel();
    expect(load(kernel, setup)).toEqual([]);
    // Not every kernel has flowtables.
    load(kernel, [flowtable]);
  });

  test.each(written.map((it) => [formatExpression({ data: it[0] }), it] as const))("%s", async (_, it) => {
    const [data, before = [], chain = "filter"] = it;
    const [family, proto] = FAMILIES[chain as keyof typeof FAMILIES] ?? (["ip", "ipv4"] as const);
    const expressions: Expression[] = [...before, data].map((each) => ({ data: each }));
    const rule = { family: proto, version: 0, resId: 0, table: "t", chain, expressions };
    const errors = await firstValueFrom(commit$(kernel, [copyRule(rule, "t", new Map())]));
    if (errors.size > 0) {
      expect([ENOENT, EOPNOTSUPP]).toContain(errors.get(0));
      lacking.add(nameOf(data));
      return;
    }
    const [{ expressions: all = [] } = {}] = await listRules(kernel, proto, "t");
    const listed = all.at(-1)!;
    // Has no attributes, so the kernel lists none.
    if (data.notrack !== undefined) expect(listed).toEqual({ name: "notrack" });
    else expect(listed).toMatchObject(normalExpression({ name: nameOf(data), data }));
    // nft 1.0.6 does not know these, and so does not show the rule.
    if (data.inner === undefined && data.tunnel === undefined)
      await printedAsNft(kernel, { family, table: "t" });
  });

  afterEach(() => kernel.run("nft flush table ip t; nft flush table ip6 t; nft flush table netdev t"));

  afterAll(async () => {
    console.log(`expressions that this kernel lacks: ${[...lacking].join(" ") || "none"}`);
    await kernel.close();
  });
});
