import { firstValueFrom, from, lastValueFrom, Subject, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type SetSynced, syncSet } from "#src/nftables/element/sync-set.js";
import { ForeignTableError } from "#src/nftables/transaction/own-table.js";
import { transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { all } from "../support/nftables/copy.js";

const reference = { family: "inet", table: "filter", name: "blocked" } as const;

describeWith(["nft"], "upkeep of nftables", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(
      "nft 'add table inet filter; add set inet filter blocked { type ipv4_addr; flags interval; }'",
    );
  });
  afterEach(() => kernel.close());
  const keys = async () => (await all(kernel.nf.nftables.element.list$(reference))).map(({ key }) => key);

  test("a set follows a stream of lists, by their differences", async () => {
    const lists = [
      ["192.0.2.1", "10.0.0.0/8"],
      ["10.0.0.0/8", "198.51.100.7"],
      ["10.0.0.0/8", "198.51.100.7"],
    ];
    const seen: SetSynced[] = [];
    for (const list of lists)
      seen.push(await lastValueFrom(from([list]).pipe(syncSet(kernel.nf.nftables, reference))));
    expect(seen).toEqual([
      { added: [{ key: "192.0.2.1" }, { key: "10.0.0.0/8" }], removed: [] },
      { added: [{ key: "198.51.100.7" }], removed: [{ key: "192.0.2.1" }] },
      { added: [], removed: [] },
    ]);
    expect(await keys()).toEqual(["10.0.0.0/8", "198.51.100.7"]);
  });

  test("lists that were overtaken are left out; what others did to the set is undone", async () => {
    kernel.run("nft 'add element inet filter blocked { 1.1.1.1 }'");
    const lists$ = new Subject<string[]>();
    const seen = lastValueFrom(lists$.pipe(syncSet(kernel.nf.nftables, reference), toArray()));
    for (const list of [["2.2.2.2"], ["3.3.3.3"], ["4.4.4.4"]]) lists$.next(list);
    lists$.complete();
    expect((await seen).map(({ added }) => added.map(({ key }) => key))).toEqual([["2.2.2.2"], ["4.4.4.4"]]);
    expect(await keys()).toEqual(["4.4.4.4"]);
  });

  test("an element whose comment changes is replaced", async () => {
    const sync = (comment: string) =>
      lastValueFrom(from([[{ key: "1.1.1.1", comment }]]).pipe(syncSet(kernel.nf.nftables, reference)));
    await sync("a");
    expect((await sync("b")).added).toEqual([{ key: "1.1.1.1", comment: "b" }]);
    expect((await sync("b")).added).toEqual([]);
    expect(await all(kernel.nf.nftables.element.list$(reference))).toEqual([
      { key: "1.1.1.1", comment: "b" },
    ]);
  });

  test("a set that is not there is an error", async () => {
    const none = { ...reference, name: "none" };
    await expect(
      lastValueFrom(from([["1.1.1.1"]]).pipe(syncSet(kernel.nf.nftables, none))),
    ).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  test("a table of one's own is made, and replaced as a whole", async () => {
    const own = { family: "inet", name: "mine", owner: "a program", comment: "made by us" } as const;
    const chain = (name: string) => transaction().add("chain", { family: "inet", table: "mine", name });
    const { ensure$ } = kernel.nf.nftables;
    await firstValueFrom(ensure$(own, chain("one")));
    await firstValueFrom(ensure$(own, chain("two")));
    expect(kernel.run("nft list table inet mine")).toBe(
      'table inet mine {\n\tcomment "made by us"\n\tchain two {\n\t}\n}\n',
    );
  });

  test("a table of others is left alone, whoever they are", async () => {
    const { ensure$ } = kernel.nf.nftables;
    const before = kernel.run("nft list ruleset");
    const own = { family: "inet", name: "filter", owner: "x" } as const;
    const refused = await firstValueFrom(ensure$(own, transaction())).catch((error) => error);
    expect(refused).toBeInstanceOf(ForeignTableError);
    await firstValueFrom(ensure$({ ...own, name: "a" }, transaction()));
    const error = await firstValueFrom(ensure$({ ...own, name: "a", owner: "y" }, transaction())).catch(
      (it) => it,
    );
    expect(error).toMatchObject({ name: "ForeignTableError", table: "a", owner: "x" });
    kernel.run("nft delete table inet a");
    expect(kernel.run("nft list ruleset")).toBe(before);
  });

  test("steps about other tables are refused", async () => {
    const { ensure$ } = kernel.nf.nftables;
    const own = { family: "inet", name: "mine", owner: "x" } as const;
    const elsewhere = transaction()
      .add("chain", { family: "inet", table: "mine", name: "c" })
      .add("chain", { family: "inet", table: "filter", name: "c" });
    await expect(firstValueFrom(ensure$(own, elsewhere))).rejects.toMatchObject({ path: "steps[1]" });
    const all = transaction().flush("ruleset", {});
    await expect(firstValueFrom(ensure$(own, all))).rejects.toMatchObject({ path: "steps[0]" });
  });

  test("generations are emitted: the current one, then each new one", async () => {
    const ids: (number | undefined)[] = [];
    const three = new Subject<void>();
    const subscription = kernel.nf.nftables.generation$().subscribe(({ id }) => {
      ids.push(id);
      if (ids.length === 1) kernel.run("nft add table ip a; nft add table ip b");
      if (ids.length === 3) three.next();
    });
    await firstValueFrom(three);
    subscription.unsubscribe();
    expect(ids.map((id) => id! - ids[0]!)).toEqual([0, 1, 2]);
  });
});
