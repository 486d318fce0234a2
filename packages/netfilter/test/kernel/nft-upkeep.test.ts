import { firstValueFrom, from, lastValueFrom, Subject, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type SetSynced, syncSet } from "#src/nftables/element/sync-set.js";
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

  test("data given as a number is the word that is listed", async () => {
    kernel.run("nft 'add map inet filter kinds { type ipv4_addr : inet_proto; }'");
    const map = { ...reference, name: "kinds" };
    const sync = (data: number) =>
      lastValueFrom(from([[{ key: "1.1.1.1", data }]]).pipe(syncSet(kernel.nf.nftables, map)));
    await sync(6);
    expect(await all(kernel.nf.nftables.element.list$(map))).toEqual([{ key: "1.1.1.1", data: "tcp" }]);
    expect((await sync(6)).added).toEqual([]);
    expect((await sync(17)).added).toEqual([{ key: "1.1.1.1", data: 17 }]);
  });

  test("a set that is not there is an error", async () => {
    const none = { ...reference, name: "none" };
    await expect(
      lastValueFrom(from([["1.1.1.1"]]).pipe(syncSet(kernel.nf.nftables, none))),
    ).rejects.toMatchObject({
      code: "ENOENT",
    });
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
