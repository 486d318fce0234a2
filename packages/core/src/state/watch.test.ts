import { firstValueFrom, type Observable } from "rxjs";
import { describe, expect, test, vi } from "vitest";
import { ArgumentError, UnsupportedError } from "#src/errors/errors.js";
import { bindObject, definitionOf } from "#src/object/bind-object.js";
import { a, b, brief, setUp } from "../../test/support/items.js";
import { conversation, ITEM_DELETE, ITEM_NEW, type Item, quiet, watch } from "../../test/support/kernel.js";

describe("watch$", () => {
  test("emits a snapshot, a marker, and then changes", async () => {
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
      { type: "removed", previous: a, lastMessage: a, revision: 3, origin: "other", inferred: false },
    ]);
  });

  test("prefers notifications that arrive during a list over the list", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$());
    await quiet();
    told({ ...a, name: "newer" });
    told(b, ITEM_DELETE);
    await answer([a, b]);
    expect(brief(seen.values)).toEqual(["added newer", "synced 1"]);
  });

  test("removes a deleted object, unless several may be identical", async () => {
    const { items, answer, told, open } = setUp({ mayDuplicate: ({ id }) => id !== b.id });
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

  test("recognizes changes requested by its own connection", async () => {
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

  test("ignores unchanged objects and volatile members", async () => {
    const { items, answer, told } = setUp({ volatile: ["family"] });
    const seen = watch(items.watch$());
    await answer([a]);
    told(a);
    told({ ...a, family: 5 });
    told(b, ITEM_DELETE);
    expect(brief(seen.values)).toEqual(["added a", "synced 1"]);
  });

  test("shares one socket and one list; late subscribers start with the current state", async () => {
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

  test("starts over after all have unsubscribed", async () => {
    const { items, answer } = setUp();
    const first = watch(items.watch$());
    await answer([a]);
    first.unsubscribe();
    const second = watch(items.watch$());
    await answer([b]);
    expect(brief(second.values)).toEqual(["added b", "synced 1"]);
  });

  test("of a match adds objects that begin to match and removes those that cease to", async () => {
    const { items, answer, told } = setUp();
    const seen = watch(items.watch$({ name: "a" }));
    await answer([a, b]);
    told({ ...b, name: "a" });
    told({ ...a, name: "x" });
    told({ ...b, name: "a", family: 3 });
    expect(brief(seen.values)).toEqual(["added a", "synced 1", "added a", "removed a", "changed a>a"]);
  });

  test("separates the objects in a message that holds several", async () => {
    const { items, answer, told } = setUp({
      split: ({ id, ...rest }) =>
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

  test("keeps members absent from notifications, and lists new objects", async () => {
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

  test("errors with the socket", async () => {
    const { items, answer, transport } = setUp();
    const seen = watch(items.watch$());
    await answer([a]);
    for (const socket of transport.sockets) socket.fail(new Error("gone"));
    expect(seen.error).toEqual(new Error("gone"));
  });

  test("errors for an object whose state cannot be tracked", () => {
    const { items } = setUp();
    const { state: _, ...definition } = definitionOf(items);
    const { connection } = conversation(() => []);
    const seen = watch(bindObject<Item>(connection, definition).watch$());
    expect(seen.error).toEqual(
      new UnsupportedError("the kernel does not say enough to keep the state of item", "item"),
    );
  });

  test("calls back once no change can be missed, for the first subscriber and later ones", async () => {
    const { items, answer, told } = setUp();
    const order: string[] = [];
    const listening = (who: string) => () => order.push(`${who} listens`);
    const first = items.watch$({}, { listening: listening("first") });
    const subscription = first.subscribe(({ type }) => order.push(type));
    await quiet();
    told(b);
    expect(order).toEqual(["first listens"]);
    await answer([a]);
    watch(items.watch$({}, { listening: listening("second") }));
    watch(items.state$({ listening: listening("third") }));
    expect(order).toEqual(["first listens", "added", "added", "synced", "second listens", "third listens"]);
    subscription.unsubscribe();
  });

  test("lists again at the requested interval, and emits differences as inferred", async () => {
    const { items, answer, open } = setUp();
    const seen = watch(items.watch$({}, { relistEvery: 1 }));
    await answer([a, b]);
    await vi.waitFor(() => expect(open()).toBe(1));
    await answer([{ ...a, name: "c" }]);
    expect(brief(seen.values).slice(3)).toEqual(["changed a>c inferred", "removed b inferred"]);
    seen.unsubscribe();
  });

  test("errors for unknown options", async () => {
    const { items } = setUp();
    const wrong = [{ relistEvry: 5 }, { relistEvery: 0 }, { relistEvery: 2 ** 31 }, { listening: 1 }];
    for (const options of wrong as object[])
      for (const stream$ of [items.watch$({}, options), items.state$(options)])
        expect(watch(stream$ as Observable<unknown>).error).toBeInstanceOf(ArgumentError);
  });
});
