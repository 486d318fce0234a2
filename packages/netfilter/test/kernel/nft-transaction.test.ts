import { EncodeError } from "@rxnetlink/core";
import { defer, filter, firstValueFrom, from, mergeMap, repeat, Subject, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { accept, comment, counter, drop, range, rule, tcp, udp } from "#src/nftables/build/index.js";
import { NFT_MSG_GETGEN } from "#src/nftables/common/nft-msg.js";
import type { Expression } from "#src/nftables/expr/expression.js";
import { generationMessage } from "#src/nftables/generation/layout.js";
import { TransactionError } from "#src/nftables/transaction/error.js";
import { retryStale } from "#src/nftables/transaction/retry-stale.js";
import { type Transaction, transaction } from "#src/nftables/transaction/transaction.js";
import type { TableOwner } from "#src/nftables/transaction/transactions.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { all } from "../support/nftables/copy.js";

const table = { family: "inet", table: "filter" } as const;
const chain = { ...table, chain: "input" };
const set = { ...table, name: "nets", keyType: "ipv4_addr", flags: { interval: true } } as const;
const counting = (comment: string) => ({
  ...chain,
  comment,
  expressions: [{ name: "counter", data: { counter: {} } }] as Expression[],
});

describeWith(["nft"], "transactions of nftables", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel("nft 'add table inet filter; add chain inet filter input'");
  });
  afterEach(() => kernel.close());

  const commit = (changes: Transaction, options = {}) =>
    firstValueFrom(kernel.nf.nftables.transaction$(changes, options));
  const failed = (changes: Transaction, options = {}): Promise<TransactionError> =>
    commit(changes, options).then(
      () => expect.fail("it was applied"),
      (error) => error,
    );
  const text = () => kernel.run("nft -s list ruleset") as string;
  const comments = () => [...text().matchAll(/comment "(.*?)"/g)].map(([, comment]) => comment);
  const generation = async () => {
    const request = { type: NFT_MSG_GETGEN, layout: generationMessage, value: {} };
    return (await firstValueFrom(kernel.nf.connection.request$(request))).id!;
  };

  test("is applied whole, in one generation, and returns what it made", async () => {
    const before = await generation();
    const changes = transaction()
      .add("chain", { ...table, name: "other", userdata: { comment: "c" } })
      .append(counting("a"))
      .add("set", set)
      .add("element", { set, elements: ["192.0.2.0/24"] });
    const applied = await commit(changes);
    expect(applied).toMatchObject({
      generation: before + 1,
      messages: 4,
      results: [{ name: "other" }, { userdata: { comment: "a" } }, { name: "nets" }, undefined],
    });
    const [rule] = await all(kernel.nf.nftables.rule.list$());
    expect((applied.results[1] as typeof rule)?.handle).toBe(rule?.handle);
  });

  test("has the errors of all steps at their place, and then nothing is applied", async () => {
    const before = [text(), await generation()];
    const changes = transaction()
      .add("set", set)
      .add("element", { set, elements: ["1.1.1.1", "2.2.2.0/24", { key: "2.2.2.5" }] })
      .create("chain", { ...table, name: "input" })
      .append({ ...counting("x"), chain: "nope" })
      .append(counting("fine"))
      .delete("set", { ...table, name: "none" });
    const error = await failed(changes);
    expect(error).toBeInstanceOf(TransactionError);
    expect(
      error.errors.map(({ index, error: one }) => [
        index,
        (one as { code?: string }).code,
        (one as { path?: string }).path,
      ]),
    ).toEqual([
      [1, "EEXIST", "elements[2]"],
      [2, "EEXIST", "name"],
      [3, "ENOENT", "chain"],
      [5, "ENOENT", "name"],
    ]);
    expect(error.errors[0]?.step).toBe(changes.steps[1]);
    expect([text(), await generation()]).toEqual(before);
  });

  test("is not sent if steps cannot be encoded; all of them are named", async () => {
    const before = await generation();
    const error = await failed(
      transaction()
        .add("element", { set, elements: ["1.1.1.1", "x"] })
        .delete("rule", chain)
        .delete("table", { family: "inet" })
        .add("set", { ...table, name: "s", keyType: "ipv4_add" })
        .before(counting("nowhere"), counting("x")),
    );
    expect(error.errors.map(({ index, error: one }) => [index, (one as EncodeError).path])).toEqual([
      [0, "elements[1]"],
      [1, "handle"],
      [2, "name"],
      [3, "keyType"],
      [4, "there"],
    ]);
    expect(error.errors[3]?.error.message).toContain("did you mean ipv4_addr?");
    expect(error.errors.every(({ error: one }) => one instanceof EncodeError)).toBe(true);
    expect(await generation()).toBe(before);
  });

  test("is the same value for a check, which changes nothing", async () => {
    const before = [text(), await generation()];
    const changes = transaction().append(counting("a"));
    const { check$ } = kernel.nf.nftables;
    expect(await firstValueFrom(check$(changes))).toMatchObject({ messages: 1 });
    expect([text(), await generation()]).toEqual(before);
    await commit(changes);
    expect(comments()).toEqual(["a"]);
    const wrong = changes.create("chain", { ...table, name: "input" });
    await expect(firstValueFrom(check$(wrong))).rejects.toBeInstanceOf(TransactionError);
  });

  test("puts rules where they were said to be, beside listed ones and those of the same transaction", async () => {
    const b = counting("b");
    await commit(transaction().append(b).append(counting("d")));
    const [, d] = await all(kernel.nf.nftables.rule.list$());
    const f = counting("f");
    await commit(
      transaction()
        .prepend(counting("a"))
        .before(d!, counting("c"))
        .after(d!, counting("e"))
        .append(f)
        .after(f, counting("g"))
        .before(f, counting("e2"))
        .replace(d!, counting("D")),
    );
    expect(comments()).toEqual(["a", "b", "c", "D", "e", "e2", "f", "g"]);
    const [first] = await all(kernel.nf.nftables.rule.list$());
    await commit(
      transaction()
        .delete("rule", first!)
        .flush("chain", { ...table, name: "none" }),
    ).catch(() => {});
    expect(comments()).toHaveLength(8);
    await commit(transaction().delete("rule", first!));
    expect(comments()).toHaveLength(7);
    await commit(transaction().flush("chain", { ...table, name: "input" }));
    expect(comments()).toEqual([]);
  });

  test("makes the sets that rules bring along, each its own", async () => {
    const withSet = (port: number) => ({
      ...chain,
      expressions: [
        { data: { payload: { dreg: 1, base: "transport", offset: 2, len: 2 } } },
        { data: { lookup: { set: "__set%d", setId: 1, sreg: 1 } } },
      ] as Expression[],
      sets: [
        {
          id: 1,
          name: "__set%d",
          flags: { anonymous: true, constant: true },
          keyType: "inet_service",
          keyLen: 2,
          elements: [{ key: { value: Uint8Array.of(0, port) } }],
        },
      ],
    });
    await commit(transaction().append(withSet(22)).append(withSet(80)) as Transaction);
    const sets = await all(kernel.nf.nftables.set.list$());
    const elements = await Promise.all(sets.map((one) => all(kernel.nf.nftables.element.list$(one))));
    expect(elements).toEqual([[{ key: 22 }], [{ key: 80 }]]);
    const [first] = await all(kernel.nf.nftables.rule.list$());
    expect(first?.expressions?.[1]?.data?.lookup?.set).toBe(sets[0]?.name);
  });

  test("takes rules as they are written, with their sets", async () => {
    const written = rule(tcp.dport.in(22, 80, range(8000, 8100)), counter(), accept(), comment("doors"));
    const other = rule(udp.dport.in(53, 123), drop());
    await commit(transaction().append(written.in(chain)).append(other.in(chain)));
    expect(text()).toContain('tcp dport { 22, 80, 8000-8100 } counter accept comment "doors"');
    expect(text()).toContain("udp dport { 53, 123 } drop");
  });

  test("is rejected if the ruleset has changed since, and can be retried", async () => {
    const seen = await generation();
    kernel.run("nft add table ip other");
    const changes = transaction().append(counting("a"));
    const stale = await failed(changes, { generation: seen });
    expect([stale.stale, stale.errors[0]?.index, comments()]).toEqual([true, undefined, []]);
    let attempts = 0;
    const retried$ = defer(() => {
      const known = attempts++ === 0 ? Promise.resolve(seen) : generation();
      return from(known).pipe(
        mergeMap((current) => kernel.nf.nftables.transaction$(changes, { generation: current })),
      );
    }).pipe(retryStale());
    await firstValueFrom(retried$);
    expect([attempts, comments()]).toEqual([2, ["a"]]);
    const forever$ = defer(() => kernel.nf.nftables.transaction$(changes, { generation: seen })).pipe(
      retryStale(3),
    );
    await expect(firstValueFrom(forever$)).rejects.toMatchObject({ stale: true });
  });

  test("adds many elements in one commit, over several messages, and tells how far it is", async () => {
    const elements = Array.from({ length: 20_000 }, (_, i) => `10.${i >> 8}.${i & 255}.0/25`);
    const progress = new Subject<{ type: string; messages: number }>();
    const stages: string[] = [];
    progress.subscribe(({ type }) => stages.push(type));
    const before = await generation();
    const changes = transaction().add("set", set).add("element", { set, elements });
    const applied = await commit(changes, { progress });
    expect(applied.generation).toBe(before + 1);
    expect(applied.messages).toBeGreaterThan(10);
    expect(stages.at(-1)).toBe("sending");
    const listed = await all(kernel.nf.nftables.element.list$(set));
    expect(new Set(listed.map(({ key }) => key))).toEqual(new Set(elements));
    const last = { key: elements.at(-1)!, comment: "again" };
    const error = await failed(
      transaction().add("element", { set, elements: [...elements.slice(0, -1), "10.77.255.0/20"] }),
    );
    expect(error.errors[0]?.error).toMatchObject({ code: "EEXIST", path: "elements[19999]" });
    await commit(
      transaction()
        .delete("element", { set, elements })
        .add("element", { set, elements: [last] }),
    );
    expect(await all(kernel.nf.nftables.element.list$(set))).toEqual([last]);
  });

  test("returns thousands of handles", async () => {
    const steps = Array.from({ length: 3000 }, () => transaction().append(counting("x")).steps[0]!);
    const { results } = await commit(transaction(steps));
    expect(new Set(results.map((rule) => (rule as { handle: bigint }).handle)).size).toBe(3000);
  });

  test("flushes a set, a table, a family", async () => {
    await commit(
      transaction()
        .add("set", set)
        .add("element", { set, elements: ["1.1.1.1"] })
        .append(counting("a"))
        .add("table", { family: "ipv6", name: "six" }),
    );
    await commit(transaction().flush("set", set).flush("table", { family: "inet", name: "filter" }));
    expect([await all(kernel.nf.nftables.element.list$(set)), comments()]).toEqual([[], []]);
    await commit(transaction().flush("ruleset", { family: "inet" }));
    expect(text()).toBe("table ip6 six {\n}\n");
    await commit(
      transaction()
        .destroy("table", { family: "ipv6", name: "six" })
        .destroy("table", { family: "ipv6", name: "six" }),
    );
    expect(text()).toBe("");
  });

  test("has tables of its own, which no other socket may change, and which end with it", async () => {
    const opened = new Subject<TableOwner>();
    const next = firstValueFrom(opened);
    const subscription = kernel.nf.nftables.owner$().subscribe(opened);
    const owner = await next;
    const mine = { family: "inet", name: "mine", flags: { owner: true } } as const;
    await firstValueFrom(owner.transaction$(transaction().add("table", mine)));
    await firstValueFrom(
      owner.transaction$(transaction().add("chain", { family: "inet", table: "mine", name: "c" })),
    );
    const [listed] = await all(kernel.nf.nftables.table.list$({ name: "mine" }));
    expect(listed?.owner).toBe(owner.portId);
    const error = await failed(transaction().add("chain", { family: "inet", table: "mine", name: "d" }));
    expect(error.errors[0]?.error).toMatchObject({ code: "EPERM", hint: expect.stringContaining("owns") });
    subscription.unsubscribe();
    // The kernel announces nothing when a table ends with its socket.
    const names$ = defer(() => kernel.nf.nftables.table.list$().pipe(toArray()));
    const left$ = names$.pipe(
      repeat(),
      filter((tables) => tables.every(({ name }) => name !== "mine")),
    );
    await firstValueFrom(left$);
    expect(text()).toContain("table inet filter");
  });

  test("is refused as a whole without a table, by its first step", async () => {
    kernel.run("nft flush ruleset");
    const error = await failed(transaction().append(counting("a")).append(counting("b")));
    expect(error.errors.map(({ index }) => index)).toEqual([0, 1]);
  });

  test("steps that are no steps, and options that do not exist, are errors", async () => {
    const wrong = transaction([{ type: "frob", kind: "table", value: {} } as never, null as never]);
    const { errors } = await failed(wrong);
    expect(errors.map(({ error }) => error.name)).toEqual(["EncodeError", "EncodeError"]);
    const { transaction$ } = kernel.nf.nftables;
    await expect(firstValueFrom(transaction$({} as never))).rejects.toMatchObject({ name: "ArgumentError" });
    await expect(firstValueFrom(transaction$(transaction(), { foo: 1 } as never))).rejects.toMatchObject({
      path: "foo",
    });
  });
});
