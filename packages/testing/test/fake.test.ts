import {
  bindObject,
  Connection,
  KernelError,
  type NetlinkNotification,
  OutcomeUnknownError,
} from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import { expect, test } from "vitest";
import { FakeNetlink, type FakeObject, type FaultRule, reject, scriptedFaults } from "#src/fake/index.js";
import { type Item, itemObject, quiet } from "./support/items.js";

const PROTOCOL = 7;

/** The table of a family with items. */
class Items implements FakeObject<Item> {
  readonly definition = itemObject;
  readonly filters = [];
  generation = 0;
  readonly #rows = new Map<number, Item>();
  readonly #netlink: FakeNetlink;

  constructor(netlink: FakeNetlink) {
    this.#netlink = netlink;
  }

  put(item: Item): void {
    if (this.#rows.has(item.id)) reject("EEXIST", "the item exists already");
    this.#rows.set(item.id, item);
    this.#netlink.notify(itemObject, "new", item);
  }

  remove({ id }: Item): void {
    const item = this.#rows.get(id) ?? reject("ENOENT");
    this.#rows.delete(id);
    this.#netlink.notify(itemObject, "delete", item);
  }

  get({ id }: Item): Item {
    return this.#rows.get(id) ?? reject("ENOENT");
  }

  list(): Iterable<Item> {
    return this.#rows.values();
  }
}

function open(faults: readonly FaultRule[] = []) {
  const netlink = new FakeNetlink({
    protocol: PROTOCOL,
    receiveQueue: 16,
    dumpSize: 64,
    privileged: true,
    faults: scriptedFaults(faults),
  });
  netlink.serve([new Items(netlink)]);
  return bindObject(new Connection(netlink.transport, { protocol: PROTOCOL }), itemObject);
}

test("serves the objects of any family", async () => {
  const items = open();
  const events: NetlinkNotification<Item>[] = [];
  items.notifications$().subscribe((event) => events.push(event));
  await quiet();
  for (let id = 1; id < 6; id++) await done(items.add$({ id, name: `item ${id}` }));
  expect(await one(items.get$({ id: 2 }))).toEqual({ id: 2, name: "item 2" });
  expect((await all(items.list$())).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  await expect(done(items.add$({ id: 1 }))).rejects.toMatchObject({
    name: KernelError.name,
    code: "EEXIST",
    text: "the item exists already",
  });
  await done(items.delete$({ id: 3 }));
  await quiet();
  expect(events.map(({ type }) => type)).toEqual([...Array(5).fill("new"), "delete"]);
});

test("injects faults into any family", async () => {
  const items = open([{ on: "request", object: "item", fault: "lostAck" }]);
  await expect(done(items.add$({ id: 1 }))).rejects.toBeInstanceOf(OutcomeUnknownError);
  expect(await all(items.list$())).toMatchObject([{ id: 1 }]);
});
