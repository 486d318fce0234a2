import { firstValueFrom } from "rxjs";
import { describe, expect, test } from "vitest";
import {
  type Asked,
  ack,
  badItem,
  conversation,
  done,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  type Item,
  item,
  itemMessage,
  join,
  quiet,
  watch,
} from "../kernel.test.util.js";
import { NetlinkObject } from "../netlink-object.js";
import { NLM_F_DUMP_INTR, NLM_F_MULTI, NLM_F_REPLACE } from "../nlmsg.js";
import type { ObjectLayout } from "../notifications.js";
import { datagram } from "../scripted-transport.js";
import { identityBy } from "./identity.js";
import type { StateDeclaration } from "./state-declaration.js";
import type { WatchEvent } from "./watch.js";

const KERNEL = { sequence: 0, portId: 0 };
const OTHER: ObjectLayout<Item> = {
  name: "other",
  layout: itemMessage,
  types: { new: 30, delete: 31 },
  groups: [2],
};

/** A kernel with items; lists are answered when `answer` is called, so that tests decide what comes in between. */
function setUp(changes: Partial<StateDeclaration<Item>> = {}) {
  const dumps: Asked[] = [];
  const answers = new Map<Asked, (bytes: Uint8Array[]) => void>();
  const { connection, transport } = conversation((request, socket) => {
    if (request.type !== ITEM_GET) return [ack(request)];
    dumps.push(request);
    answers.set(request, (messages) => socket.deliver(datagram(join(messages))));
    return [];
  });
  const state = { identityOf: (one: Item) => one.id, ...changes };
  const items = new NetlinkObject<Item>(connection, {
    name: "item",
    layout: itemMessage,
    types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
    groups: [1],
    filters: [],
    changeFlags: 0,
    state,
  });
  const multicast = () => [...transport.sockets].find(({ options }) => options.groups !== undefined);
  return {
    items,
    transport,
    /** Answers the oldest list that is open. */
    async answer(rows: Partial<Item>[], flags = 0): Promise<void> {
      await quiet();
      const dump = dumps.shift() as Asked;
      const messages = rows.map((row) => item(dump, row, NLM_F_MULTI | flags));
      answers.get(dump)?.([...messages, done(dump, 0, flags)]);
      await quiet();
    },
    open: () => dumps.length,
    told: (value: Partial<Item>, type = ITEM_NEW, flags = 0, from = KERNEL) =>
      multicast()?.deliver(datagram(item(from, value, flags, type), { group: 1 })),
    overrun: (drops: number) => multicast()?.deliver({ kind: "overrun", drops }),
    drained: () => multicast()?.deliver({ kind: "drained" }),
  };
}

const a = { family: 0, id: 1, name: "a" };
const b = { family: 0, id: 2, name: "b" };
/** What tests mostly look at. */
const brief = (events: readonly WatchEvent<Item>[]) =>
  events.map((event) => {
    if (event.type === "synced") return `synced ${event.size}`;
    if (event.type === "resync") return `resync ${event.changes}`;
    const { type, current, previous, inferred } = event;
    return `${type} ${[previous?.name, current?.name].filter(Boolean).join(">")}${inferred ? " inferred" : ""}`;
  });

describe("watch$", () => {
  test("emits a snapshot, a mark, and then changes", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    told(b);
    told({ ...b, name: "c" });
    told(a, ITEM_DELETE);
    expect(seen.values).toEqual([
      { type: "added", current: a, revision: 0, origin: "other", inferred: false },
      { type: "synced", revision: 0, size: 1 },
      { type: "added", current: b, revision: 1, origin: "other", inferred: false },
      {
        type: "changed",
        previous: b,
        current: { ...b, name: "c" },
        revision: 2,
        origin: "other",
        inferred: false,
      },
      { type: "removed", previous: a, told: a, revision: 3, origin: "other", inferred: false },
    ]);
  });

  test("takes what is told while the list is read for newer than the list", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$());
    await quiet();
    told({ ...a, name: "newer" });
    told(b, ITEM_DELETE);
    await answer([a, b]);
    expect(brief(seen.values)).toEqual(["added newer", "synced 1"]);
  });

  test("believes that one is gone, unless there may be several that are alike", async () => {
    const { items, answer, told, open } = setUp({ mayRepeat: ({ id }) => id !== b.id });
    const seen = watch(items.watch$());
    await answer([a, a, b]);
    told(b);
    told(b, ITEM_DELETE);
    expect(open()).toBe(0);
    told(a, ITEM_DELETE);
    await answer([a]);
    told(a);
    told(a, ITEM_DELETE);
    await answer([a]);
    told(a, ITEM_DELETE);
    await quiet();
    expect(open()).toBe(0);
    expect(brief(seen.values)).toEqual(["added a", "added b", "synced 2", "removed b", "removed a"]);
  });

  test("knows which changes its own connection asked for", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$());
    await answer([]);
    const { values } = watch(items.add$(a));
    await quiet();
    expect(values).toHaveLength(1);
    told(a, ITEM_NEW, 0, { portId: 1003, sequence: 1 });
    told(b, ITEM_NEW, 0, { portId: 1003, sequence: 2 });
    const origins = seen.values.flatMap((event) => ("origin" in event ? [event.origin] : []));
    expect(origins).toEqual(["self", "other"]);
  });

  test("says nothing of what has not changed, nor of members that change by themselves", async () => {
    const { items, answer, told } = setUp({ volatile: ["family"] });
    const seen = watch(items.watch$());
    await answer([a]);
    told(a);
    told({ ...a, family: 5 });
    told(b, ITEM_DELETE);
    expect(brief(seen.values)).toEqual(["added a", "synced 1"]);
  });

  test("shares one socket and one list; late subscribers begin with what is known", async () => {
    const { items, answer, told, transport, open } = setUp();
    const early = watch(items.watch$());
    await answer([a]);
    told(b);
    const late = watch(items.watch$());
    await quiet();
    told(a, ITEM_DELETE);
    expect(brief(late.values)).toEqual(["added a", "added b", "synced 2", "removed a"]);
    expect(late.values.map(({ revision }) => revision)).toEqual([1, 1, 1, 2]);
    expect(brief(early.values)).toEqual(["added a", "synced 1", "added b", "removed a"]);
    expect(open()).toBe(0);
    early.unsubscribe();
    late.unsubscribe();
    expect([...transport.sockets].filter(({ options }) => options.groups !== undefined)).toEqual([]);
  });

  test("begins anew after all have unsubscribed", async () => {
    const { items, answer } = setUp();
    const first = watch(items.watch$());
    await answer([a]);
    first.unsubscribe();
    const second = watch(items.watch$());
    await answer([b]);
    expect(brief(second.values)).toEqual(["added b", "synced 1"]);
  });

  test("of a part adds what begins to match and removes what ceases to", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$({ name: "a" }));
    await answer([a, b]);
    told({ ...b, name: "a" });
    told({ ...a, name: "x" });
    told({ ...b, name: "a", family: 3 });
    expect(brief(seen.values)).toEqual(["added a", "synced 1", "added a", "removed a", "changed a>a"]);
  });

  test("after an overflow ignores what is out of date, lists, and emits just the differences", async () => {
    const { items, answer, told, overrun, drained, open } = setUp();
    const seen = watch(items.watch$());
    await answer([a, b]);
    overrun(7);
    told({ ...a, name: "stale" });
    await quiet();
    expect(open()).toBe(0);
    drained();
    await quiet();
    told({ ...b, name: "fresh" });
    await answer([{ family: 0, id: 3, name: "c" }, b]);
    expect(brief(seen.values).slice(3)).toEqual([
      "changed b>fresh",
      "added c inferred",
      "removed a inferred",
      "resync 2",
    ]);
    expect(seen.values.at(-1)).toEqual({ type: "resync", revision: 3, changes: 2, drops: 7 });
  });

  test("begins its list anew where another overflow comes meanwhile", async () => {
    const { items, answer, overrun, drained, open } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    for (const drops of [1, 2]) {
      overrun(drops);
      drained();
      await quiet();
    }
    expect(open()).toBe(2);
    await answer([b]);
    expect(brief(seen.values).slice(2)).toEqual([]);
    await answer([a]);
    expect(brief(seen.values).slice(2)).toEqual(["resync 0"]);
  });

  test("survives an overflow before its first list", async () => {
    const { items, answer, overrun, drained } = setUp();
    const seen = watch(items.watch$());
    await quiet();
    overrun(1);
    drained();
    await answer([b]);
    await answer([a]);
    expect(brief(seen.values)).toEqual(["added a", "synced 1"]);
  });

  test("lists again, for ever if need be, where the kernel marks the list as interrupted", async () => {
    const { items, answer } = setUp();
    const seen = watch(items.watch$());
    for (let times = 0; times < 30; times++) await answer([a, b], NLM_F_DUMP_INTR);
    await answer([b]);
    expect(brief(seen.values)).toEqual(["added b", "synced 1"]);
  });

  test("lists again where a message leaves open what there is", async () => {
    const { items, answer, told } = setUp({ leavesOpen: ({ flags }) => (flags & NLM_F_REPLACE) !== 0 });
    const seen = watch(items.watch$());
    await answer([a]);
    told(b, ITEM_NEW, NLM_F_REPLACE);
    await answer([b]);
    expect(brief(seen.values).slice(2)).toEqual(["added b", "removed a inferred"]);
  });

  test("keeps what messages hold apart, where they hold several", async () => {
    const { items, answer, told } = setUp({
      partsOf: ({ id, ...rest }) =>
        id === undefined ? [] : [id, id + 10].map((part) => ({ ...rest, id: part })),
    });
    const seen = watch(items.watch$());
    await answer([a]);
    told(b);
    told(a, ITEM_DELETE);
    told({ name: "no part" });
    expect(brief(seen.values)).toEqual([
      "added a",
      "added a",
      "synced 2",
      "added b",
      "added b",
      "removed a",
      "removed a",
    ]);
    expect([...(await firstValueFrom(items.state$())).keys()]).toEqual([2, 12]);
  });

  test("keeps members that are not told again, and lists what is new", async () => {
    const { items, answer, told, open } = setUp({ partial: true });
    const seen = watch(items.watch$());
    await answer([a]);
    told({ id: 1, family: 3 });
    await quiet();
    expect(open()).toBe(0);
    told({ id: 2 });
    await answer([{ ...a, family: 3 }, b]);
    expect(seen.values.slice(2)).toMatchObject([
      { type: "changed", current: { ...a, family: 3 } },
      { type: "added", current: { id: 2 }, inferred: false },
      { type: "changed", current: b, inferred: true },
    ]);
  });

  test("lists again when another object takes some of these along", async () => {
    const { items, answer, told, open } = setUp({
      follows: [{ object: OTHER, identityOf: () => 1, takes: ({ event }) => event === "delete" }],
    });
    const seen = watch(items.watch$());
    await answer([a, b]);
    told(a, 30);
    await quiet();
    expect(open()).toBe(0);
    told(a, 31);
    await answer([b]);
    expect(brief(seen.values).slice(3)).toEqual(["removed a inferred"]);
  });

  test("forgets what it had heard of the other object when messages were lost", async () => {
    const takes = ({ value }: { value: Item }, previous: Item | undefined) => previous?.name !== value.name;
    const follows = [{ object: OTHER, identityOf: ({ id }: Item) => id, takes }];
    const { items, answer, told, overrun, drained, open } = setUp({ follows } as never);
    watch(items.watch$());
    await answer([a]);
    told(b, 30);
    await answer([a]);
    told(b, 30);
    await quiet();
    expect(open()).toBe(0);
    overrun(1);
    drained();
    await answer([a]);
    told(b, 30);
    await quiet();
    expect(open()).toBe(1);
  });

  test("lists again after a message that cannot be read", async () => {
    const { items, answer, transport } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    const [socket] = [...transport.sockets].filter(({ options }) => options.groups !== undefined);
    socket?.deliver(datagram(badItem(KERNEL), { group: 1 }));
    await answer([]);
    expect(brief(seen.values).slice(2)).toEqual(["removed a inferred"]);
  });

  test("errors with the socket", async () => {
    const { items, answer, transport } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    for (const socket of transport.sockets) socket.fail(new Error("gone"));
    expect(seen.error).toEqual(new Error("gone"));
  });

  test("of an object whose state cannot be kept says so", () => {
    const { items } = setUp();
    const { state: _, ...declaration } = items.declaration;
    const { connection } = conversation(() => []);
    const seen = watch(new NetlinkObject<Item>(connection, declaration).watch$());
    expect(seen.error).toEqual(new TypeError("the kernel does not say enough to keep the state of item"));
  });
});

describe("state$", () => {
  test("emits a map when it is known, and one for each turn in which something changed", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.state$());
    await answer([a]);
    told(b);
    told(a, ITEM_DELETE);
    await quiet();
    told({ ...b, name: "c" });
    await quiet();
    expect(seen.values.map((map) => [...map])).toEqual([[[1, a]], [[2, b]], [[2, { ...b, name: "c" }]]]);
  });

  test("gives a late subscriber the newest map, which is that of the others", async () => {
    const { items, answer, told } = setUp();
    const early = watch(items.state$());
    await answer([a]);
    told(b);
    await quiet();
    const late = watch(items.state$());
    expect(late.values).toHaveLength(1);
    expect(late.values[0]).toBe(early.values[1]);
  });

  test("is true of what watch$ tells while both are subscribed", async () => {
    const { items, answer, told } = setUp();
    const watched = watch(items.watch$());
    await answer([a]);
    const state = watch(items.state$());
    await quiet();
    told(b);
    await quiet();
    expect([...(state.values.at(-1)?.values() ?? [])]).toEqual([a, b]);
    expect(brief(watched.values).at(-1)).toBe("added b");
  });
});

test("identityBy joins members, absent ones too", () => {
  const identity = identityBy<Item>("family", "id", "name");
  expect(identity({ family: 2, name: "x" })).toBe("2  x");
});
