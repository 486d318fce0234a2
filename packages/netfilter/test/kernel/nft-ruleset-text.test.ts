// The text of a ruleset is what nft lists of it, and nft makes the same of it again.

import { isRecord } from "@rxnetlink/core/internal";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rulesetText } from "#src/nftables/ruleset/text.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { nftCases } from "../support/nftables/cases.js";
import { EVERY_TYPE } from "../support/nftables/every-type.js";
import { EVERYTHING } from "../support/nftables/everything.js";
import { load } from "../support/nftables/load.js";

/** Returns JSON without handles and times, and with the elements of sets in order. */
function withoutOrder(json: unknown): unknown {
  if (Array.isArray(json)) {
    const all = json.map(withoutOrder);
    return all.map((one) => JSON.stringify(one)).sort();
  }
  if (!isRecord(json)) return json;
  const entries = Object.entries(json).filter(([key]) => key !== "handle" && key !== "expires");
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutOrder(value)]));
}

const LINKS = "ip link add d0 type veth peer name d1";

describeWith(["nft"], "the text of a ruleset", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(LINKS);
  });
  afterEach(() => kernel.close());

  const make = (text: string) => kernel.run(`TZ=UTC nft -f - <<'END'\n${text}\nEND\n`);
  const ours = async (options = {}) => {
    const { ruleset } = await firstValueFrom(kernel.nf.nftables.ruleset$());
    const names: Readonly<Record<number, string>> = { 1: "lo", ...Object.fromEntries(links) };
    return rulesetText(ruleset, { linkName: (index) => names[index], ...options });
  };
  let links: (readonly [string, string])[] = [];
  const plain = (text: string) => text.replaceAll(/expires [0-9a-z]+/g, "expires …");
  const listed = (options = "") => kernel.run(`TZ=UTC nft ${options} list ruleset`) as string;

  test.each([
    ["every object", EVERYTHING],
    ["every type", EVERY_TYPE],
  ])("%s: as nft lists it", async (_, text) => {
    const all = kernel.json("ip -j link") as { ifindex: number; ifname: string }[];
    links = all.map(({ ifindex, ifname }) => [`${ifindex}`, ifname]);
    make(text);
    expect(plain(await ours())).toBe(plain(listed()));
    expect(plain(await ours({ handles: true }))).toBe(plain(listed("-a")));
    const json = () => withoutOrder(kernel.json("nft -j list ruleset 2>/dev/null"));
    const [saved, before] = [await ours(), json()];
    kernel.run("nft flush ruleset");
    make(saved.replaceAll(/ expires \w+/g, ""));
    expect(json()).toEqual(before);
  });
});

const found = nftCases(import.meta.url);
/** A file of the test data is tried in the first of its families. */
const cases =
  typeof found === "string"
    ? []
    : found.filter(
        (one, at) => one.rules.length > 0 && found.findIndex(({ file }) => file === one.file) === at,
      );
if (typeof found === "string") console.log(`texts of nftables' test data skipped: ${found}`);

/** Lines of nft 1.0.6 for which ours has others, which mean the same. */
const OTHERS: readonly RegExp[] = [
  // Names of all protocols are in a file of the machine.
  /xns-idp|eigrp/,
  // nft takes a mask of a number for a prefix.
  /^meta mark 0xffffff00\/24$/,
  // Longer than a number of ours.
  /^@ll,0,128 /,
  // The old name of a set that packets fill.
  /^meter /,
  // One of two texts of the same rule.
  /^ip protocol tcp redirect to|^meta mark 0x80000000 reject with tcp reset$/,
];

describeWith(["nft"], "the text of nftables' test data", () => {
  test.skipIf(cases.length === 0).each(cases)("$file in $family", async (one) => {
    const kernel = await openKernel();
    try {
      const at = `${one.family} ${one.table}`;
      const rules = one.chains.flatMap((chain) =>
        one.rules.map(({ rule }) => `add rule ${at} ${chain} ${rule}`),
      );
      load(kernel, [...one.setup(one.table), ...one.sets]);
      load(kernel, rules);
      const { ruleset } = await firstValueFrom(kernel.nf.nftables.ruleset$());
      const ours = rulesetText(ruleset, { linkName: (index) => (index === 1 ? "lo" : undefined) }).split(
        "\n",
      );
      const theirs = (kernel.run(`TZ=UTC nft list ruleset`) as string).split("\n");
      const isOther = (line: string) => OTHERS.some((pattern) => pattern.test(line.trim()));
      expect(theirs.length).toBe(ours.length);
      expect(ours.filter((_, index) => !isOther(theirs[index]!))).toEqual(
        theirs.filter((line) => !isOther(line)),
      );
    } finally {
      await kernel.close();
    }
  });
});
