// Many elements in few messages: outcomes of each, and what a refusal in the middle leaves behind.

import { all, done, one } from "@rxnetlink/core/promises";
import { take, tap } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ElementOf, IpSets } from "#src/ipset/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const ips = { setname: "ips", typename: "hash:ip", data: { maxelem: 200_000 } } as const;
type Ip = ElementOf<"hash:ip">;
const nth = (i: number): Ip => ({ ip: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}` });
const many = (count: number) => Array.from({ length: count }, (_, i) => nth(i + 1));

describeWith(["ipset"], "many elements", () => {
  let on: Kernel;
  let ipset: IpSets;
  beforeEach(async () => {
    on = await openKernel();
    ipset = on.nf.ipset;
    await done(ipset.create$(ips));
  });
  afterEach(() => on?.close());

  const size = async () => (await one(ipset.headers$(ips).pipe(take(1)))).data.elements;

  it("are added and deleted, in order, over many messages", async () => {
    const elements = many(100_000);
    const outcomes = await all(ipset.batch$("add", ips, elements));
    expect(outcomes.map(({ index }) => index)).toEqual(elements.map((_, i) => i));
    expect(outcomes.every(({ type, value, index }) => type === "applied" && value === elements[index])).toBe(
      true,
    );
    expect(on.run("ipset list ips -t | grep entries").trim()).toBe("Number of entries: 100000");
    const listed = await one(ipset.get$(ips));
    expect(new Set(listed.elements?.map(({ ip }) => ip)).size).toBe(100_000);
    expect(await all(ipset.elements$(ips))).toHaveLength(100_000);
    await done(ipset.batch$("delete", ips, elements));
    expect(await size()).toBe(0);
  });

  it("are all looked at, though some are refused", async () => {
    await done(ipset.batch$("add", ips, [nth(3), nth(5000)]));
    const elements = many(6000);
    elements[9] = { ip: "nonsense" };
    const outcomes = await all(ipset.batch$("add", ips, elements));
    const rejected = outcomes.filter(({ type }) => type !== "applied");
    expect(outcomes).toHaveLength(6000);
    expect(rejected).toMatchObject([
      { index: 2, type: "rejected", value: nth(3), error: { code: "IPSET_ERR_EXIST", path: "[2]" } },
      { index: 9, type: "rejected", error: { name: "EncodeError", path: "[9].ip" } },
      { index: 4999, type: "rejected", value: nth(5000), error: { code: "IPSET_ERR_EXIST" } },
    ]);
    expect(await size()).toBe(5999);
  });

  it.for([1, 2, 2600, 5000])("stop at the first that is refused, number %i", async (number) => {
    await done(ipset.add$(ips, nth(number)));
    const outcomes = await all(ipset.batch$("add", ips, many(6000), { stop: true }));
    expect(outcomes).toHaveLength(number);
    expect(outcomes.findIndex(({ type }) => type !== "applied")).toBe(number - 1);
    expect(outcomes.at(-1)).toMatchObject({
      error: {
        code: "IPSET_ERR_EXIST",
        path: `[${number - 1}]`,
        message: expect.stringContaining("add ipset setname=ips"),
      },
    });
    expect(await size()).toBe(number);
  });

  it("stop at the first that cannot be encoded", async () => {
    const elements = many(10);
    elements[4] = { ip: "nonsense" };
    const outcomes = await all(ipset.batch$("add", ips, elements, { stop: true }));
    expect(outcomes.map(({ type }) => type)).toEqual([...Array(4).fill("applied"), "rejected"]);
    expect(await size()).toBe(4);
  });

  it("exist already without an error, with the option", async () => {
    await done(ipset.batch$("add", ips, many(10)));
    const again = await all(ipset.batch$("add", ips, many(20), { exist: true }));
    expect(again.filter(({ type }) => type !== "applied")).toEqual([]);
    const gone = await all(ipset.batch$("delete", ips, many(30), { exist: true }));
    expect(gone.filter(({ type }) => type !== "applied")).toEqual([]);
    expect(await size()).toBe(0);
  });

  it("are all refused if there is no set", async () => {
    const outcomes = await all(ipset.batch$("add", { ...ips, setname: "none" }, many(3)));
    expect(outcomes).toMatchObject(
      Array.from({ length: 3 }, (_, index) => ({ index, type: "rejected", error: { code: "ENOENT" } })),
    );
  });

  it("are taken no faster than they are applied, and no further than is wanted", async () => {
    let [taken, ended] = [0, false];
    function* endless(): Generator<Ip> {
      try {
        for (;;) yield nth(++taken);
      } finally {
        ended = true;
      }
    }
    let most = 0;
    const first = ipset.batch$("add", ips, endless()).pipe(
      tap(({ index }) => {
        most = Math.max(most, taken - index);
      }),
      take(5000),
    );
    expect(await all(first)).toHaveLength(5000);
    expect(ended).toBe(true);
    expect(most).toBeLessThan(3000);
    expect(taken).toBeLessThan(10_000);
  });
});
