import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeElements } from "#src/nftables/element/codec.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { all, copyOf } from "../support/nftables/copy.js";
import { EVERYTHING } from "../support/nftables/everything.js";

type Listed = Readonly<Record<string, { family: string; name: string; table?: string; handle: number }>>;

/** Families by their names in nft. */
const FAMILIES: Readonly<Record<string, string>> = { ip: "ipv4", ip6: "ipv6" };

describeWith(["nft"], "nftables, object by object", () => {
  let kernel: Kernel;
  const set = { family: "inet", table: "every" } as const;
  beforeAll(async () => {
    kernel = await openKernel(
      `ip link add d0 type veth peer name d1; nft -f - <<'END'\n${EVERYTHING}\nEND\n`,
    );
  });
  afterAll(() => kernel.close());

  const objects = () => (kernel.json("nft -j -a list ruleset") as { nftables: Listed[] }).nftables;
  const listed = (kind: string) =>
    objects()
      .flatMap((it) => (it[kind] === undefined ? [] : [it[kind]]))
      .map(({ family, table, name, handle }) => [FAMILIES[family] ?? family, table, name, handle]);
  const text = () => (kernel.run("nft -s list ruleset") as string).replaceAll(/expires \S+/g, "expires …");

  test.each(["table", "chain"] as const)("%s: the same as nft lists", async (kind) => {
    const { table, chain } = kernel.nf.nftables;
    const ours = kind === "table" ? await all(table.list$()) : await all(chain.list$());
    const named = ours.map((it) => [
      it.family,
      "table" in it ? it.table : undefined,
      it.name,
      Number(it.handle),
    ]);
    expect(named.sort()).toEqual(listed(kind).sort());
  });

  test("set: the same as nft lists, with types by name", async () => {
    const ours = await all(kernel.nf.nftables.set.list$({ family: "inet" }));
    const named = ours.filter(({ name }) => !name!.startsWith("__"));
    const theirs = [...listed("set"), ...listed("map")];
    expect(named.map((it) => [it.family, it.table, it.name, Number(it.handle)]).sort()).toEqual(
      theirs.sort(),
    );
    const typeOf = (name: string) => ours.find((it) => it.name === name)?.keyType;
    expect([typeOf("pairsi"), typeOf("ifs")]).toEqual(["ipv4_addr . inet_proto . inet_service", "ifname"]);
  });

  test("rule: the handles and the order of nft", async () => {
    const ours = await all(kernel.nf.nftables.rule.list$({ family: "inet", table: "every", chain: "in" }));
    const theirs = objects().flatMap(({ rule }) =>
      (rule as { chain?: string })?.chain === "in" ? [rule!.handle] : [],
    );
    expect(ours.map(({ handle }) => Number(handle))).toEqual(theirs);
    expect(ours[0]?.userdata).toEqual({ comment: "first" });
  });

  test("object: all kinds, with their settings", async () => {
    const ours = await all(kernel.nf.nftables.object.list$({ table: "every" }));
    const dataOf = (name: string) => ours.find((it) => it.name === name)?.data;
    expect(ours).toHaveLength(9);
    expect(dataOf("c1")).toEqual({ counter: { packets: 7n, bytes: 420n } });
    expect(dataOf("q1")).toMatchObject({ quota: { bytes: 10_485_760n, flags: 1, consumed: 5120n } });
    expect(dataOf("l1")).toMatchObject({ limit: { rate: 400n, unit: 60n, burst: 3 } });
    expect(dataOf("ftp1")).toEqual({ ctHelper: { name: "ftp", l3proto: "ipv4", l4proto: "tcp" } });
    expect(dataOf("t1")).toMatchObject({ ctTimeout: { data: { tcp: { established: 123, close: 4 } } } });
    expect(dataOf("e1")).toMatchObject({
      ctExpect: { l4proto: "tcp", dport: 9876, timeout: 60_000, size: 12 },
    });
    expect(dataOf("y1")).toMatchObject({ synproxy: { mss: 1460, wscale: 7 } });
  });

  test("get$ emits one, by its identity; errors if there is none", async () => {
    const { chain, rule, object } = kernel.nf.nftables;
    const base = await firstValueFrom(chain.get$({ ...set, name: "in" }));
    expect(base).toMatchObject({ type: "filter", hook: { hooknum: "input", priority: 3 }, policy: "drop" });
    const [first] = await all(rule.list$({ ...set, chain: "in" }));
    const { position: _p, resId: _r, ...again } = await firstValueFrom(rule.get$({ ...first } as never));
    expect(first).toMatchObject(again);
    await expect(firstValueFrom(object.get$({ ...set, type: "counter", name: "no" }))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  test.each([
    ["plain", [{ key: "192.0.2.1", comment: "one" }, { key: "192.0.2.2" }]],
    [
      "nets",
      [
        "0.0.0.0/8",
        "10.0.0.0/8",
        { type: "range", from: "192.0.2.5", to: "192.0.2.9" },
        "255.255.255.0/24",
      ].map((key) => ({ key })),
    ],
    [
      "nets6",
      [{ key: { type: "range", from: "::2", to: "::9" } }, { key: "2001:db8::/32" }, { key: "fe80::1" }],
    ],
    ["pairs", [{ key: ["1.2.3.4", 80] }, { key: ["1.2.3.5", 443] }]],
    [
      "pairsi",
      [{ key: ["1.2.3.0/24", "tcp", { type: "range", from: 80, to: 90 }] }, { key: ["1.2.3.4", "udp", 53] }],
    ],
    ["macs", [{ key: ["00:11:22:33:44:55", "1.1.1.1"] }]],
    ["marks", [{ key: 1 }, { key: 0x100 }]],
    ["marksi", [{ key: { type: "range", from: 1, to: 0x100 } }, { key: 0x1000 }]],
    ["ifsw", [{ key: "eth*" }, { key: "lo" }]],
    ["m1", [{ key: "1.1.1.1", data: 5 }, { data: 9 }]],
    ["m2", [{ key: 80, data: ["10.0.0.1", 8080] }]],
    [
      "vm",
      [
        { key: "eth0", verdict: { code: "jump", chain: "other" } },
        { key: "lo", verdict: { code: "accept" } },
      ],
    ],
    ["om", [{ key: "1.1.1.1", object: "c1" }]],
    [
      "mi",
      [
        {
          key: { type: "range", from: 80, to: 90 },
          data: { type: "range", from: "10.0.0.1", to: "10.0.0.9" },
        },
      ],
    ],
  ])("elements of %s are values, ranges and prefixes", async (name, expected) => {
    const { element } = kernel.nf.nftables;
    const ours = await all(element.list$({ ...set, name }));
    const sorted = (list: readonly object[]) => list.map((it) => JSON.stringify(it)).sort();
    expect(sorted(ours)).toEqual(sorted(expected));
  });

  test("timeouts of elements are in milliseconds", async () => {
    const ours = await all(kernel.nf.nftables.element.list$({ ...set, name: "timed" }));
    const own = ours.find(({ key }) => key === 80);
    expect(own?.timeout).toBe(3_600_000n);
    expect(Number(own?.expiration)).toBeGreaterThan(3_000_000);
  });

  test("an element is got by a key, also by one within its interval", async () => {
    const { element } = kernel.nf.nftables;
    expect(await all(element.get$({ ...set, name: "plain" }, "192.0.2.1"))).toEqual([
      { key: "192.0.2.1", comment: "one" },
    ]);
    expect(await all(element.get$({ ...set, name: "nets" }, "10.77.0.1"))).toEqual([{ key: "10.0.0.0/8" }]);
    expect(await all(element.get$({ ...set, name: "pairsi" }, ["1.2.3.77", 6, 85]))).toMatchObject([
      { key: ["1.2.3.0/24", "tcp", { from: 80 }] },
    ]);
    await expect(all(element.get$({ ...set, name: "nets" }, "11.0.0.1"))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  test("halves of intervals are there too, as the kernel has them", async () => {
    const { element } = kernel.nf.nftables;
    const described = await firstValueFrom(kernel.nf.nftables.set.get$({ ...set, name: "nets" }));
    const raw = await all(element.raw$(described));
    expect(raw.length).toBeGreaterThan(4);
    expect(decodeElements(described, raw)).toHaveLength(4);
  });

  test("reading that resets returns the counts and leaves none", async () => {
    const { reset, object } = kernel.nf.nftables;
    const key = { ...set, type: "counter", name: "c1" } as const;
    expect((await firstValueFrom(reset.object.get$(key))).data?.counter?.packets).toBe(7n);
    expect((await firstValueFrom(object.get$(key))).data?.counter?.packets).toBe(0n);
  });

  test("all of it, read and written back by ours, is the same to nft", async () => {
    const before = text();
    const { transaction$ } = kernel.nf.nftables;
    const { results } = await firstValueFrom(transaction$(await copyOf(kernel.nf.nftables)));
    expect(results.length).toBeGreaterThan(80);
    expect(text()).toBe(before);
  });
});
