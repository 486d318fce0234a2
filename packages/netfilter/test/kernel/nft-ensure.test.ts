import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { accept, counter, drop, ip, quota, rule, tcp } from "#src/nftables/build/index.js";
import type { RuleDraft } from "#src/nftables/build/rule.js";
import { ForeignTableError } from "#src/nftables/transaction/ensure/own-table.js";
import { formatTransaction } from "#src/nftables/transaction/text.js";
import { type Transaction, transaction } from "#src/nftables/transaction/transaction.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { RandomContents } from "../support/nftables/random-contents.js";
import { randomOf } from "../support/random-ruleset.js";

const own = { family: "inet", name: "mine", owner: "a program", comment: "made by us" } as const;
const table = { family: "inet", table: "mine" } as const;
const input = { ...table, chain: "input" } as const;
const hosts = { ...table, name: "hosts", keyType: "ipv4_addr", flags: { interval: true } } as const;
const base = { ...table, name: "input", type: "filter", hook: { hooknum: "input", priority: 0 } } as const;
const hits = { ...table, name: "hits", data: { counter: {} } } as const;

const ports = (...numbers: number[]) => numbers.map((port) => rule(tcp.dport.eq(port), counter()));
const withRules = (all: Transaction, rules: readonly RuleDraft[]) =>
  rules.reduce((some, one) => some.append(one.in(input)), all);
const filled = (elements: readonly string[] = ["10.0.0.0/8", "192.0.2.1"]) =>
  transaction()
    .add("object", hits)
    .add("chain", base)
    .add("set", hosts)
    .add("element", { set: hosts, elements });

/** Contents with a part of each kind. */
const contents = (rules: readonly RuleDraft[] = ports(1, 2, 3)) =>
  withRules(filled(), [rule(ip.saddr.in("@hosts"), counter({ name: "hits" }), drop()), ...rules]);

describeWith(["nft"], "a table of one's own", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel("nft add table inet filter");
  });
  afterEach(() => kernel.close());

  const ensure = (changes: Transaction, one: Parameters<typeof kernel.nf.nftables.ensure$>[0] = own) =>
    firstValueFrom(kernel.nf.nftables.ensure$(one, changes));
  const failed = (changes: Transaction, one: Parameters<typeof ensure>[1] = own) =>
    ensure(changes, one).then(
      () => expect.fail("it was applied"),
      (error) => error,
    );
  const listed = (options = "") => kernel.run(`nft ${options} list table inet mine`) as string;
  const handles = () =>
    Object.fromEntries(
      [...listed("-a").matchAll(/tcp dport (\d+).* # handle (\d+)/g)].map(([, port, handle]) => [
        port,
        handle,
      ]),
    );
  const edited = async (changes: Transaction) => {
    const { type, changes: made } = await ensure(changes);
    return [
      type,
      ...formatTransaction(made)
        .replaceAll(/handle \d+/g, "handle n")
        .split("\n"),
    ];
  };

  test("is made, and then left as it is", async () => {
    const made = await ensure(contents());
    expect(made.type).toBe("replaced");
    const before = listed("-a");
    expect(before).toContain('comment "made by us"');
    const again = await ensure(contents());
    expect(again).toMatchObject({ type: "unchanged", generation: made.generation, messages: 0 });
    expect(again.changes.steps).toEqual([]);
    expect(listed("-a")).toBe(before);
  });

  test("counters and handles of rules that stay survive changes around them", async () => {
    await ensure(contents(ports(1, 2, 3, 4)));
    kernel.run(
      "for i in 1 2; do (echo >/dev/tcp/127.0.0.1/2) 2>/dev/null; bash -c 'echo >/dev/tcp/127.0.0.1/2' 2>/dev/null; done; true",
    );
    const counted = listed().match(/tcp dport 2 counter packets (\d+)/)?.[1];
    expect(Number(counted)).toBeGreaterThan(0);
    const before = handles();
    const { type } = await ensure(contents(ports(9, 2, 5, 6, 4, 7)));
    expect(type).toBe("edited");
    const after = handles();
    expect(Object.keys(after).length).toBe(6);
    expect([after[2], after[4]]).toEqual([before[2], before[4]]);
    expect([...listed().matchAll(/tcp dport (\d)/g)].map(([, port]) => port).join("")).toBe("925647");
    expect(listed()).toContain(`tcp dport 2 counter packets ${counted} `);
  });

  test("each change is the smallest that does it", async () => {
    await ensure(contents());
    expect(await edited(contents(ports(1, 3)))).toEqual([
      "edited",
      expect.stringMatching(/^delete rule .* handle n/),
    ]);
    expect(await edited(contents(ports(1, 2, 3)))).toEqual([
      "edited",
      expect.stringMatching(/^before rule .* handle n/),
    ]);
    expect(await edited(contents(ports(1, 2, 3, 4)))).toEqual([
      "edited",
      expect.stringMatching(/^append rule /),
    ]);
    const without = withRules(filled(["10.0.0.0/8", "192.0.2.2"]), [rule(ip.saddr.in("@hosts"), accept())]);
    expect((await edited(without)).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      ...["edited", "delete rule", "delete rule", "delete rule", "delete rule", "delete rule"],
      ...["delete element", "add element", "append rule"],
    ]);
    const policy = transaction(
      [...without.steps].map((step) =>
        step.value === base ? { ...step, value: { ...base, policy: "drop" } } : step,
      ) as never,
    );
    expect(await edited(policy)).toEqual(["edited", expect.stringContaining("add chain inet mine input")]);
    expect(listed()).toContain("policy drop;");
    expect(await edited(filled())).toEqual(expect.arrayContaining(["edited"]));
    expect(listed()).toContain("policy accept;");
  });

  test("what is not wanted any more is removed, in the order that the kernel takes", async () => {
    const web = { ...table, name: "web" } as const;
    const ways = { ...table, name: "ways", keyType: "inet_service", dataType: "verdict" } as const;
    const to = { code: "jump", chain: "web" } as const;
    const more = transaction(contents().steps)
      .add("chain", web)
      .add("set", ways)
      .add("element", { set: ways, elements: [{ key: 80, verdict: to }] })
      .append(rule(tcp.dport.vmap("@ways")).in(input))
      .append(rule(counter({ name: "hits" })).in({ ...table, chain: "web" }));
    await ensure(contents());
    const before = listed();
    expect((await ensure(more)).type).toBe("edited");
    expect((await ensure(more)).type).toBe("unchanged");
    expect((await ensure(contents())).type).toBe("edited");
    expect(listed()).toBe(before);
    expect((await ensure(transaction())).type).toBe("edited");
    expect(listed()).toBe('table inet mine {\n\tcomment "made by us"\n}\n');
  });

  test.each<[string, object, object]>([
    ["the hook of a chain", base, { ...base, hook: { hooknum: "input", priority: 9 } }],
    ["the comment of a chain", base, { ...base, userdata: { comment: "x" } }],
    ["the type of a set", hosts, { ...hosts, timeout: 5000n }],
    [
      "the settings of an object",
      { ...hits, data: { quota: { bytes: 5n } } },
      { ...hits, data: { quota: { bytes: 6n } } },
    ],
  ])("%s cannot be changed, so the table is made again", async (_, before, after) => {
    const kind = "hook" in before ? "chain" : "data" in before ? "object" : "set";
    const rest = transaction().add("chain", { ...table, name: "other" });
    await ensure(rest.add(kind, before as never));
    const { type } = await ensure(rest.add(kind, after as never));
    expect(type).toBe("replaced");
    expect((await ensure(rest.add(kind, after as never))).type).toBe("unchanged");
  });

  test("elements that packets add stay, and what was given of them is there", async () => {
    const seen = {
      ...table,
      name: "seen",
      keyType: "ipv4_addr",
      flags: { eval: true },
      desc: { size: 10 },
    } as const;
    const all = transaction()
      .add("set", seen)
      .add("element", { set: seen, elements: ["10.0.0.1"] });
    await ensure(all);
    kernel.run("nft 'add element inet mine seen { 10.0.0.2 }; delete element inet mine seen { 10.0.0.1 }'");
    expect((await ensure(all)).type).toBe("edited");
    expect((await ensure(all)).type).toBe("unchanged");
    expect(listed()).toMatch(/10\.0\.0\.1.*10\.0\.0\.2|10\.0\.0\.2.*10\.0\.0\.1/);
  });

  test("what others did to it is undone; its state is not", async () => {
    await ensure(contents(ports(1, 2)));
    const before = listed();
    kernel.run(
      "nft 'add rule inet mine input drop; add chain inet mine x; delete element inet mine hosts { 192.0.2.1 }'",
    );
    expect((await ensure(contents(ports(1, 2)))).type).toBe("edited");
    expect(listed()).toBe(before);
  });

  test("steps that remove something have the table made again each time", async () => {
    const odd = transaction(contents().steps).delete("element", { set: hosts, elements: ["192.0.2.1"] });
    await ensure(odd);
    expect((await ensure(odd)).type).toBe("replaced");
    expect(listed()).not.toContain("192.0.2.1");
  });

  test("steps that the kernel refuses are refused at their place", async () => {
    await ensure(contents());
    const before = listed("-a");
    const error = await failed(
      transaction(contents().steps).append(rule(quota(5)).in({ ...table, chain: "none" })),
    );
    expect(error).toMatchObject({ name: "TransactionError" });
    expect(listed("-a")).toBe(before);
  });

  test("is read again if others change the ruleset meanwhile", async () => {
    await ensure(contents());
    const racing = ensure(contents(ports(5)));
    kernel.run("nft 'add rule inet mine input drop'");
    expect((await racing).type).toBe("edited");
    expect(listed()).not.toMatch(/^\s*drop$/m);
  });

  test("a table of others is left alone, whoever they are", async () => {
    const before = kernel.run("nft list ruleset");
    expect(await failed(transaction(), { ...own, name: "filter" })).toBeInstanceOf(ForeignTableError);
    await ensure(transaction(), { ...own, name: "a", owner: "x" });
    expect(await failed(transaction(), { ...own, name: "a", owner: "y" })).toMatchObject({
      ...{ name: "ForeignTableError", table: "a", owner: "x" },
    });
    kernel.run("nft delete table inet a");
    expect(kernel.run("nft list ruleset")).toBe(before);
  });

  test("steps about other tables are refused", async () => {
    const chain = { family: "inet", table: "mine", name: "c" } as const;
    const elsewhere = transaction()
      .add("chain", chain)
      .add("chain", { ...chain, table: "filter" });
    expect(await failed(elsewhere)).toMatchObject({ path: "steps[1]" });
    expect(await failed(transaction().flush("ruleset", {}))).toMatchObject({ path: "steps[0]" });
    expect(await failed([] as never)).toMatchObject({ path: "contents" });
    expect(await failed(elsewhere, "t" as never)).toMatchObject({ message: '"t" is not a table' });
  });

  /** What nft lists of the table, without handles; only rules have an order. */
  const plain = () => {
    const { nftables } = kernel.json("nft -j list table inet mine") as {
      nftables: Record<string, { handle?: number; elem?: unknown[] }>[];
    };
    const texts = nftables.map((one) => {
      for (const value of Object.values(one)) {
        delete value.handle;
        value.elem?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      }
      return JSON.stringify(one).replaceAll(/"expires":\d+/g, "");
    });
    const rules = texts.filter((text) => text.startsWith('{"rule"'));
    const chainOf = (text: string) => /"chain":"(\w+)"/.exec(text)?.[1] ?? "";
    rules.sort((a, b) => (chainOf(a) < chainOf(b) ? -1 : chainOf(a) > chainOf(b) ? 1 : 0));
    return [rules, texts.filter((text) => !rules.includes(text)).sort()];
  };

  test("random contents, one after another, are what they are in a fresh table", {
    timeout: 120_000,
  }, async () => {
    const types = { unchanged: 0, edited: 0, replaced: 0 };
    const random = new RandomContents(randomOf(7));
    for (let round = 0; round < 60; round++) {
      const changes = random.next();
      const { type } = await ensure(changes);
      types[type]++;
      expect((await ensure(changes)).type).toBe("unchanged");
      const after = plain();
      if (type === "replaced") continue;
      kernel.run("nft delete table inet mine");
      await ensure(changes);
      expect(after).toEqual(plain());
    }
    expect(types.edited).toBeGreaterThan(20);
    expect(types.replaced).toBeGreaterThan(3);
  });
});
