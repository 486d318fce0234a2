// The text of a rule is what nft lists of it: of one that was compiled, and of one that the kernel lists.

import { afterAll, beforeAll, expect, test } from "vitest";
import { type PrintableRule, ruleText } from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { inOrder } from "../support/nft-rules/listed.js";
import { FAMILIES, setup } from "../support/nft-rules/setup.js";
import { pairs } from "../support/nft-rules/table.js";
import { FAMILIES as NAMES, type NftFamily } from "../support/nftables/families.js";
import { load } from "../support/nftables/load.js";
import { listRules } from "../support/nftables/tables.js";

/** Texts of ours where nft 1.0.6 has another one for the same expressions. */
const OURS: Readonly<Record<string, string>> = {
  // Addresses are addresses.
  "igmp group 3758096385": "igmp group 224.0.0.1",
  "ip option rr addr 3221225985": "ip option rr addr 192.0.2.1",
  // The shift is that of the field.
  "ip dscp >> 2 . ip saddr { cs1 . 192.0.2.1 }": "ip dscp . ip saddr { cs1 . 192.0.2.1 }",
  // Names of all protocols are in a file of the machine.
  "meta l4proto xns-idp": "meta l4proto 22",
  // nft joins the two, and then does not print their names.
  'iifname { ""-"" }': 'iifname { "a"-"b" }',
  // One of two texts of the same rule.
  "meta mark 0x80000000 reject with tcp reset": "meta l4proto tcp meta mark 0x80000000 reject with tcp reset",
  "ip protocol tcp redirect to :tcp dport map { 22 : 8000, 80 : 8080 }":
    "redirect to :tcp dport map { 22 : 8000, 80 : 8080 }",
  // Parts of a header that have no selector of ours are shown as expressions.
  "sctp chunk init num-inbound-streams 5": "[ exthdr load 2b @ 1 + 14 => reg 1 ] [ cmp eq reg 1 0x00000500 ]",
  "srh sid[1] 2001:db8::1":
    "[ exthdr load ipv6 16b @ 43 + 8 => reg 1 ] [ cmp eq reg 1 0xb80d0120 0x00000000 0x00000000 0x01000000 ]",
};

const linkName = (index: number) => (index === 1 ? "lo" : undefined);
const print = (rule: PrintableRule, family: NftFamily) => inOrder(ruleText(rule, family, { linkName }));

describeWith(["nft"], "the text of a rule", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await openKernel();
    for (const family of FAMILIES) expect(load(kernel, setup(family))).toEqual([]);
  });

  test.each(pairs.map((pair) => [`${pair[0]} ${pair[1]}`, pair] as const))(
    "%s",
    async (_, [family, nft, draft]) => {
      const run = (command: string) => kernel.run(`TZ=UTC nft ${command} 2>&1 || true`);
      const refused = run(`flush table ${family} t; nft 'add rule ${family} t c ${nft}'`);
      const compiled = draft.compile(family);
      const text = print(compiled, family);
      if (refused !== "") return expect(text).not.toContain("[ ");
      const listed = inOrder(run(`list chain ${family} t c`).split("\n")[2]!);
      const expected = OURS[listed] ?? listed;
      expect(text).toBe(expected);
      const [{ expressions = [] } = {}] = await listRules(kernel, NAMES[family], "t");
      const { comment } = compiled;
      if (compiled.sets.length === 0) expect(print({ expressions, comment }, family)).toBe(expected);
    },
  );

  afterAll(() => kernel.close());
});
