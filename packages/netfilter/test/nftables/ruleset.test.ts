import { NLM_F_APPEND, NLM_F_CREATE } from "@rxnetlink/core/schema";
import { eventually } from "@rxnetlink/testing/gates";
import type { Subscription } from "rxjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generationMessages } from "#src/nftables/generation/generation.js";
import type { Generation, RulesetEvent, RulesetOptions } from "#src/nftables/index.js";
import { chainMessages, ruleMessages } from "#src/nftables/ruleset/messages.js";
import { type Notice, ScriptedRuleset } from "../support/scripted-ruleset.js";

const table = { name: "t", handle: 1n };
const chain = { table: "t", name: "c", handle: 2n };
const rule = (handle: number) => ({ table: "t", chain: "c", handle: BigInt(handle) });
const added = (handle: number, position?: number): Notice => [
  "rule",
  "new",
  { ...rule(handle), ...(position !== undefined && { position: BigInt(position) }) },
  NLM_F_CREATE | NLM_F_APPEND,
];

describe("ruleset$ over a scripted kernel", () => {
  let kernel: ScriptedRuleset;
  let events: RulesetEvent[];
  let subscription: Subscription;
  const handles = () =>
    events
      .at(-1)!
      .ruleset.tables.get("inet t")
      ?.chains.get("c")
      ?.rules.map(({ handle }) => Number(handle));
  const arrived = (count: number) => eventually(() => expect(events.length).toBe(count));

  function watch(options?: RulesetOptions): void {
    events = [];
    subscription = kernel.nf.nftables.ruleset$(options).subscribe((event) => events.push(event));
  }

  beforeEach(() => {
    kernel = new ScriptedRuleset(5);
    kernel.rows.table = [table];
    kernel.rows.chain = [chain];
    kernel.rows.rule = [rule(3)];
  });
  afterEach(() => subscription.unsubscribe());

  test("lists again until all lists are of one generation", async () => {
    let left = 3;
    kernel.beforeReply = (type) => {
      if (type === chainMessages.types.get && left-- > 0) kernel.generation++;
    };
    watch();
    await arrived(1);
    expect(events[0]).toMatchObject({ type: "synced", ruleset: { generation: 8 } });
    expect(left).toBe(-1);
  });

  test("applies the transactions that came while it listed, once", async () => {
    let once = true;
    kernel.beforeReply = (type) => {
      if (type !== ruleMessages.types.get || !once) return;
      once = false;
      kernel.rows.rule = [rule(3), rule(4)];
      kernel.commit(6, added(4));
    };
    watch();
    await arrived(1);
    expect(events[0]).toMatchObject({ type: "synced", ruleset: { generation: 6 } });
    expect(handles()).toEqual([3, 4]);
    kernel.commit(7, added(5));
    await arrived(2);
    expect(handles()).toEqual([3, 4, 5]);
  });

  test("goes on with generation 1 after the last", async () => {
    kernel.generation = 0xffff_ffff;
    watch();
    await arrived(1);
    kernel.commit(1, added(4));
    await arrived(2);
    expect(events[1]).toMatchObject({ type: "commit", generation: 1, procPid: 7, procName: "test" });
  });

  test("waits for the generation of a transaction that comes in several datagrams", async () => {
    watch();
    await arrived(1);
    kernel.notify(added(4));
    kernel.notify(added(5));
    kernel.commit(6);
    await arrived(2);
    expect(events[1]).toMatchObject({
      type: "commit",
      changes: [{ current: rule(4) }, { current: rule(5) }],
    });
  });

  test("leaves out transactions that change nothing", async () => {
    watch();
    await arrived(1);
    kernel.commit(6);
    kernel.commit(7, added(4));
    await arrived(2);
    expect(events[1]).toMatchObject({ generation: 7 });
  });

  test("resyncs after an overflow, and ignores what came in between", async () => {
    watch();
    await arrived(1);
    kernel.notify(added(8));
    kernel.overflow(12);
    kernel.commit(6, added(9));
    kernel.rows.rule = [rule(4), rule(3)];
    kernel.generation = 7;
    kernel.drain();
    await arrived(2);
    expect(events[1]).toMatchObject({
      type: "resync",
      drops: 12,
      changes: [{ object: "rule", type: "added", current: rule(4) }],
    });
    expect(handles()).toEqual([4, 3]);
  });

  test("resyncs if a generation is missing", async () => {
    watch();
    await arrived(1);
    kernel.rows.rule = [];
    kernel.commit(7);
    await arrived(2);
    expect(events[1]).toMatchObject({
      type: "resync",
      changes: [{ object: "rule", type: "removed", previous: rule(3) }],
      ruleset: { generation: 7 },
    });
  });

  test("takes a table of the same name for another one", async () => {
    watch();
    await arrived(1);
    kernel.rows.table = [{ ...table, handle: 9n }];
    kernel.commit(7);
    await arrived(2);
    const changes = events[1]!.type === "resync" ? events[1]!.changes : [];
    expect(changes.map(({ object, type }) => [object, type])).toEqual([
      ["rule", "removed"],
      ["chain", "removed"],
      ["table", "removed"],
      ["table", "added"],
      ["chain", "added"],
      ["rule", "added"],
    ]);
  });

  test("asks for the order of rules where notifications leave it open, before it emits them", async () => {
    watch();
    await arrived(1);
    // 4 was added after 3, which the same transaction removed, and then 5 at the end.
    kernel.rows.rule = [rule(4), rule(5)];
    kernel.commit(6, ["rule", "delete", rule(3)], added(5), added(4));
    await arrived(2);
    expect(events[1]).toMatchObject({ type: "commit", generation: 6 });
    expect(handles()).toEqual([4, 5]);
  });

  test("lists again what does not fit", async () => {
    watch();
    await arrived(1);
    kernel.rows.table = [table, { name: "u", handle: 7n }];
    kernel.rows.chain = [chain, { ...chain, table: "u" }];
    kernel.commit(6, ["chain", "new", { ...chain, table: "u" }]);
    await arrived(2);
    expect(events[1]).toMatchObject({
      type: "relisted",
      changes: [{ object: "table" }, { object: "chain" }],
    });
  });

  test("leaves a transaction to its notification if a list is faster", async () => {
    watch({ relistEvery: 1 });
    await arrived(1);
    let asked = 0;
    kernel.beforeReply = (type) => {
      if (type !== generationMessages.types.get || ++asked > 2) return;
      kernel.rows.rule = [rule(3), rule(4)];
      kernel.generation = 6;
      if (asked === 2) kernel.commit(6, added(4));
    };
    await arrived(2);
    expect(events[1]).toMatchObject({ type: "commit", generation: 6, procName: "test" });
  });

  test("takes what is listed if the notification does not come", async () => {
    watch({ relistEvery: 1 });
    await arrived(1);
    kernel.rows.rule = [rule(3), rule(4)];
    kernel.generation = 6;
    await arrived(2);
    expect(events[1]).toMatchObject({ type: "relisted", changes: [{ current: rule(4) }] });
  });

  test("emits generations, the current one without a process", async () => {
    const generations: Generation[] = [];
    subscription = kernel.nf.nftables.generation$().subscribe((one) => generations.push(one));
    await eventually(() => expect(generations).toHaveLength(1));
    kernel.commit(6);
    kernel.overflow(1);
    kernel.generation = 9;
    kernel.drain();
    await eventually(() => expect(generations).toHaveLength(3));
    expect(generations.map(({ id, procName }) => [id, procName])).toEqual([
      [5, undefined],
      [6, "test"],
      [9, undefined],
    ]);
  });
});
