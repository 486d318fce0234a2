// Sets that are declared by fields: nft shows the fields, and notes the same for them.

import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Field } from "#src/nftables/build/field/field.js";
import { ct, icmp, ip, ip6, meta, tcp, udp, vlan } from "#src/nftables/build/index.js";
import type { ElementKey } from "#src/nftables/element/element.js";
import { rulesetText } from "#src/nftables/ruleset/text.js";
import { notedFields } from "#src/nftables/set/typeof/fields.js";
import { typeofSet } from "#src/nftables/set/typeof/typeof-set.js";
import { transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { all } from "../support/nftables/copy.js";

const table = { family: "inet", table: "t" } as const;
const named = { ...table, name: "s" } as const;

describeWith(["nft"], "sets by fields", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await openKernel("nft add table inet t");
  });
  afterAll(() => kernel.close());
  const listed = () => kernel.run("nft list table inet t") as string;
  const replaced = () => transaction().flush("ruleset", {}).add("table", { family: "inet", name: "t" });

  /** Fields that nft 1.0.6 does not know, or under another name. */
  const NEWER = /^(meta (ibrhwaddr|broute)|icmpv6 parameter-problem)$/;
  test("every field is noted as nft does", async () => {
    const fields = notedFields().filter(([part]) => !NEWER.test(part.source.words));
    const sets = fields.map(([part], index) => `set s${index} {\ntypeof ${part.source.words}\n}\n`);
    kernel.run(`nft -f - <<'END'\nflush ruleset\ntable inet t {\n${sets.join("")}}\nEND\n`);
    const theirs = await all(kernel.nf.nftables.set.list$(table));
    const notes = new Map(theirs.map(({ name, userdata }) => [name, userdata?.keyTypeof]));
    expect(fields.length).toBeGreaterThan(150);
    for (const [index, [part, note]] of fields.entries())
      expect([part.source.words, notes.get(`s${index}`)]).toEqual([part.source.words, note]);
  });

  type Fields = readonly [Field<never>, ...Field<never>[]];
  const SETS: readonly { text: string; key: Fields; data?: Fields; elements?: readonly ElementKey[] }[] = [
    { text: "ip saddr . tcp dport", key: [ip.saddr, tcp.dport], elements: [["192.0.2.1", 22]] },
    { text: "vlan id", key: [vlan.id], elements: [5, 4000] },
    { text: "meta cpu . ct state", key: [meta.cpu, ct.state], elements: [[3, "established"]] },
    { text: "ip dscp", key: [ip.dscp], elements: ["cs1"] },
    { text: "ip length", key: [ip.length], elements: [1500] },
    { text: "tcp flags . icmp type", key: [tcp.flags, icmp.type] },
    { text: "iifname . ip6 saddr", key: [meta.iifname, ip6.saddr], elements: [["eth0", "fe80::1"]] },
    { text: "ip saddr : meta mark", key: [ip.saddr], data: [meta.mark] },
    { text: "ct zone : meta cpu", key: [ct.zone], data: [meta.cpu] },
    { text: "tcp option maxseg size", key: [tcp.option.maxseg.size], elements: [1360] },
  ];
  test.each(SETS)("typeof $text", async ({ text, key, data, elements = [] }) => {
    for (const interval of [false, true]) {
      const set = typeofSet({ ...named, flags: { interval }, userdata: { comment: "c" } }, key, data);
      const changes = replaced().add("set", set).add("element", { set, elements });
      await firstValueFrom(kernel.nf.nftables.transaction$(changes));
      const ours = listed();
      expect(ours).toContain(`typeof ${text}\n`);
      expect(ours).toContain('comment "c"');
      const { ruleset } = await firstValueFrom(kernel.nf.nftables.ruleset$());
      expect(rulesetText(ruleset)).toBe(ours);
      const back = await all(kernel.nf.nftables.element.list$(named));
      expect(back.map((one) => one.key)).toEqual(elements);
      // nft makes the same set of its text.
      const described = await firstValueFrom(kernel.nf.nftables.set.get$(named));
      kernel.run(`nft -f - <<'END'\nflush ruleset\n${ours}\nEND\n`);
      const {
        handle: _,
        resId: _r,
        type: _t,
        ...theirs
      } = await firstValueFrom(kernel.nf.nftables.set.get$(named));
      expect(described).toMatchObject(theirs);
      expect(listed()).toBe(ours);
    }
  });

  test("fields whose bits were changed cannot declare a set", () => {
    expect(() => typeofSet(named, [udp.dport.and(3) as never])).toThrow(
      "udp.dport: no set can be declared by it",
    );
  });
});
