import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { range } from "#src/nftables/build/index.js";
import type { Element, ElementKey } from "#src/nftables/element/element.js";
import { OverlapError } from "#src/nftables/element/overlap.js";
import type { SetGiven } from "#src/nftables/set/given.js";
import { type Transaction, transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { all } from "../support/nftables/copy.js";

const table = { family: "inet", table: "t" } as const;
const nets = { ...table, name: "nets", keyType: "ipv4_addr", flags: { interval: true } } as const;
const merging = { ...nets, userdata: { mergeElements: 1 } } as const;
const doors = {
  ...table,
  name: "doors",
  keyType: "ipv4_addr . inet_service",
  flags: { interval: true },
} as const;

describeWith(["nft"], "ranges that overlap", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel("nft add table inet t");
  });
  afterEach(() => kernel.close());

  const commit = (changes: Transaction) => firstValueFrom(kernel.nf.nftables.transaction$(changes));
  const filled = (set: SetGiven, ...elements: (Element | ElementKey)[]) =>
    transaction().add("set", set).add("element", { set, elements });
  const refused = (changes: Transaction): Promise<OverlapError> =>
    commit(changes).then(
      () => expect.fail("it was applied"),
      ({ errors }) => errors[0].error,
    );
  const keys = async (set: SetGiven) =>
    (await all(kernel.nf.nftables.element.list$(set))).map(({ key }) => key);

  test.each<[SetGiven, ElementKey, ElementKey, string]>([
    [nets, "10.0.0.0/8", "10.1.0.0/16", "10.1.0.0/16 overlaps 10.0.0.0/8"],
    [nets, "10.1.0.0/16", "10.0.0.0/8", "10.0.0.0/8 overlaps 10.1.0.0/16"],
    [nets, "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/16 overlaps 10.0.0.0/8"],
    [nets, "10.0.0.0/8", "10.255.0.0/16", "10.255.0.0/16 overlaps 10.0.0.0/8"],
    [
      nets,
      range("10.0.0.1", "10.0.0.9"),
      range("10.0.0.5", "10.0.0.20"),
      "10.0.0.5-10.0.0.20 overlaps 10.0.0.1-10.0.0.9",
    ],
    [nets, "10.0.0.0/8", "10.0.0.1", "10.0.0.1 overlaps 10.0.0.0/8"],
    [doors, ["10.0.0.0/8", range(1, 9)], ["10.0.0.1", 5], "10.0.0.1 . 5 overlaps 10.0.0.0/8 . 1-9"],
  ])("of $name are refused, and both are named: %#", async (set, one, other, text) => {
    const error = await refused(
      filled(set, "name" in set && set === doors ? ["1.1.1.1", 1] : "1.1.1.1", one, other),
    );
    expect(error).toBeInstanceOf(OverlapError);
    expect(error).toMatchObject({ code: "EEXIST", range: other, other: one, path: "elements[2]" });
    expect(error.message).toContain(text);
  });

  test("with one that the set has are refused, and it is said so", async () => {
    await commit(filled(nets, "10.0.0.0/8"));
    const error = await refused(filled(nets, "10.1.0.0/16"));
    expect(error).toMatchObject({ name: "OverlapError", range: "10.1.0.0/16", other: undefined });
  });

  test("that are the same, or only touch, are taken", async () => {
    await commit(filled(nets, "10.0.0.0/25", "10.0.0.128/25", "10.0.0.0/25"));
    expect(await keys(nets)).toEqual(["10.0.0.0/25", "10.0.0.128/25"]);
  });

  test("are joined by a set with auto-merge, as by nft", async () => {
    const elements = [
      "10.0.0.0/8",
      "10.1.0.0/16",
      "11.0.0.0/8",
      "192.0.2.1",
      "192.0.2.2",
      "255.255.255.0/24",
    ];
    await commit(
      filled(merging, ...elements, { key: "1.1.1.1", comment: "x" }, range("192.0.2.2", "192.0.2.7")),
    );
    const listed = () => kernel.run("nft list set inet t nets");
    const ours = listed();
    expect(await keys(nets)).toEqual([
      ...["1.1.1.1", "10.0.0.0/7", range("192.0.2.1", "192.0.2.7"), "255.255.255.0/24"],
    ]);
    kernel.run(
      `nft 'flush set inet t nets; add element inet t nets { ${elements.join(", ")}, 1.1.1.1 comment "x", 192.0.2.2-192.0.2.7 }'`,
    );
    expect(listed()).toBe(ours);
  });

  test("are joined by ensure$ too, which then finds nothing to do", async () => {
    const own = { family: "inet", name: "t", owner: "x" } as const;
    kernel.run("nft delete table inet t");
    const ensure = () =>
      firstValueFrom(kernel.nf.nftables.ensure$(own, filled(merging, "10.0.0.0/8", "10.1.0.0/16")));
    expect((await ensure()).type).toBe("replaced");
    expect((await ensure()).type).toBe("unchanged");
  });

  test("an error of a joined range has the place of the first one in it", async () => {
    const error = await refused(
      filled(nets, "10.0.0.0/8").add("element", {
        set: merging,
        elements: ["9.0.0.1", "10.1.0.0/16", "10.2.0.0/16"],
      }),
    );
    expect(error).toMatchObject({ path: "elements[1]" });
  });
});
