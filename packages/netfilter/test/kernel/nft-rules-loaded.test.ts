// Rules of ours in the kernel: nft lists each as it lists its own.

import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nfnlType } from "#src/common/subsystem.js";
import {
  type AnonymousSet,
  elementsMessage,
  nftRuleMessage,
  type RuleDraft,
  setMessage,
} from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { FAMILIES, setup } from "../support/nft-rules/setup.js";
import { pairs } from "../support/nft-rules/table.js";
import { type BatchMessage, commit$ } from "../support/nftables/batch.js";
import { FAMILIES as NAMES, type NftFamily } from "../support/nftables/families.js";
import { load } from "../support/nftables/load.js";

const NFTABLES = 10;
const [NEWRULE, NEWSET, NEWSETELEM] = [6, 9, 12].map((number) => nfnlType(NFTABLES, number)) as [
  number,
  number,
  number,
];
const [NLM_F_CREATE, NLM_F_APPEND] = [0x400, 0x800];
/** Errors of a kernel that lacks an expression, a key of it or a kind of link. */
const LACKING = [2, 95];
/** nft, with times of the day in UTC. */
const NFT = "TZ=UTC nft";

function messages(family: NftFamily, draft: RuleDraft): BatchMessage[] {
  const { expressions, sets, comment } = draft.compile(family);
  const at = { family: NAMES[family], table: "t" };
  const ofSet = ({ elements, ...set }: AnonymousSet) => [
    { type: NEWSET, layout: setMessage, value: { ...at, ...set } },
    { type: NEWSETELEM, layout: elementsMessage, value: { ...at, set: set.name, setId: set.id, elements } },
  ];
  const noted = comment === undefined ? {} : { userdata: { comment } };
  const rule = { type: NEWRULE, layout: nftRuleMessage, value: { ...at, chain: "c", expressions, ...noted } };
  return [...sets.flatMap(ofSet), rule].map((message) => ({
    ...message,
    flags: NLM_F_CREATE | NLM_F_APPEND,
  }));
}

/** Returns the rules that nft prints of a chain; the elements of sets in order, since the kernel has none. */
const rulesIn = (listing: string) =>
  listing
    .split("\n")
    .filter((line) => line.startsWith("\t\t"))
    .map((line) =>
      line
        .trim()
        .replaceAll(/\{ (.*?) \}/g, (_, list: string) => `{ ${list.split(", ").sort().join(", ")} }`),
    );

describeWith(["nft"], "a rule of ours in the kernel is one of nft", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await openKernel();
    for (const family of FAMILIES) expect(load(kernel, setup(family))).toEqual([]);
  });

  test.each(pairs.map((pair) => [`${pair[0]} ${pair[1]}`, pair] as const))("%s", async (_, pair) => {
    const [family, nft, draft] = pair;
    const refused = kernel.run(
      `nft flush table ${family} t; ${NFT} 'add rule ${family} t theirs ${nft}' 2>&1 || true`,
    );
    const errors = await firstValueFrom(commit$(kernel, messages(family, draft)));
    if (refused !== "") return expect(LACKING, refused).toContain([...errors.values()][0]);
    expect([...errors]).toEqual([]);
    const list = (chain: string) => rulesIn(kernel.run(`${NFT} list chain ${family} t ${chain}`));
    const rules = list("c");
    expect(rules).toHaveLength(1);
    expect(rules).toEqual(list("theirs"));
  });

  afterAll(() => kernel.close());
});
