import { datagram, type ScriptedSocket } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import type { MessageSet } from "#src/connection/notification.js";
import { ClosedError, DecodeError } from "#src/errors/errors.js";
import { NLMSG_NOOP } from "#src/message/nlmsg.js";
import { refine } from "#src/schema/refine.js";
import {
  badItem,
  conversation,
  cutMessage,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  item,
  itemMessage,
  join,
  quiet,
  raw,
  watch,
} from "../../test/support/kernel.js";

const items = {
  name: "item",
  layout: itemMessage,
  types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
  groups: [1],
};
const others = { ...items, name: "other", types: { new: 30, delete: 31, get: 32 }, groups: [2] };
const nobody = { sequence: 0, portId: 0 };

/** A subscriber to the notifications of some objects, and the kernel's side of its socket. */
async function listening(objects: readonly MessageSet<{ id?: number }>[] = [items as never]) {
  const { connection, transport } = conversation(() => []);
  const seen = watch(connection.notifications$(objects));
  await quiet();
  const [socket] = transport.sockets as Set<ScriptedSocket>;
  return { connection, transport, seen, socket: socket! };
}

describe("notifications", () => {
  test("arrive in the kernel's order, with their origin", async () => {
    const { seen, socket } = await listening();
    socket.deliver(
      datagram(
        join([
          item(nobody, { id: 1 }),
          item({ sequence: 7, portId: 1000 }, { id: 1, name: "a" }),
          item(nobody, { id: 1 }, 0, ITEM_DELETE),
        ]),
      ),
    );
    const common = { object: "item", flags: 0, ...nobody };
    expect(seen.values).toEqual([
      { ...common, type: "new", value: { family: 0, id: 1 } },
      { ...common, type: "new", value: { family: 0, id: 1, name: "a" }, sequence: 7, portId: 1000 },
      { ...common, type: "delete", value: { family: 0, id: 1 } },
    ]);
  });

  test("may have other types for changes and removals", async () => {
    const object = { ...items, alsoNotifiedBy: [40], alsoRemovedBy: [41] };
    const { seen, socket } = await listening([object as never]);
    socket.deliver(datagram(join([item(nobody, { id: 1 }, 0, 41), item(nobody, { id: 2 }, 0, 40)])));
    expect(seen.values).toMatchObject([
      { type: "delete", value: { id: 1 } },
      { type: "new", value: { id: 2 } },
    ]);
  });

  test("may have layouts of their own by type", async () => {
    const short = refine(itemMessage, { read: () => ({ family: 0, id: 9 }) });
    const object = { ...items, alsoRemovedBy: [41], reports: { 41: short } };
    const { seen, socket } = await listening([object as never]);
    socket.deliver(datagram(join([item(nobody, { id: 1 }, 0, 41), item(nobody, { id: 1 }, 0, ITEM_DELETE)])));
    expect(seen.values).toMatchObject([
      { type: "delete", value: { id: 9 } },
      { type: "delete", value: { id: 1 } },
    ]);
  });

  test("an overrun appears at its place", async () => {
    const { connection, seen, socket } = await listening();
    socket.deliver(datagram(item(nobody, { id: 1 })));
    socket.deliver({ type: "overrun" });
    socket.deliver(datagram(item(nobody, { id: 2 })));
    expect(seen.values).toMatchObject([{ value: { id: 1 } }, { type: "overrun" }, { value: { id: 2 } }]);
    expect(connection.statistics.overruns).toBe(1);
  });

  test("an undecodable one appears with its bytes; the next are unaffected", async () => {
    const { connection, seen, socket } = await listening();
    socket.deliver(datagram(join([badItem(nobody), item(nobody, { id: 2 })])));
    expect(seen.values).toMatchObject([
      { type: "malformed", error: { path: "id" }, bytes: badItem(nobody).subarray(16) },
      { type: "new", value: { id: 2 } },
    ]);
    expect(connection.statistics.malformed).toBe(1);
  });

  test("a malformed datagram appears after its intact messages", async () => {
    const { seen, socket } = await listening();
    const bytes = join([item(nobody, { id: 1 }), cutMessage(nobody)]);
    socket.deliver(datagram(bytes));
    socket.deliver(datagram(item(nobody, { id: 2 })));
    expect(seen.values).toMatchObject([
      { type: "new", value: { id: 1 } },
      { type: "malformed", error: expect.any(DecodeError), bytes },
      { type: "new", value: { id: 2 } },
    ]);
  });

  test("the bytes of a malformed one are a copy", async () => {
    const { seen, socket } = await listening();
    const bytes = badItem(nobody);
    socket.deliver(datagram(bytes));
    bytes.fill(0xee);
    expect(seen.values).toMatchObject([{ bytes: badItem(nobody).subarray(16) }]);
  });

  test("distinguish several objects on one socket in all groups", async () => {
    const { seen, socket } = await listening([items, others] as never);
    socket.deliver(datagram(join([item(nobody, { id: 1 }, 0, 31), item(nobody, { id: 2 })])));
    expect(seen.values).toMatchObject([
      { object: "other", type: "delete" },
      { object: "item", type: "new" },
    ]);
    expect(socket.options.groups).toEqual([1, 2]);
  });

  test("carry the namespace they come from", async () => {
    const { seen, socket } = await listening();
    socket.deliver(datagram(item(nobody, { id: 1 }), { nsid: 5, group: 1 }));
    socket.deliver(datagram(item(nobody, { id: 1 }), { nsid: undefined, group: 1 }));
    expect(seen.values.map((value) => ("nsid" in value ? value.nsid : "absent"))).toEqual([5, "absent"]);
  });

  test("of unknown types, or not from the kernel, are strays; control messages are ignored", async () => {
    const { connection, seen, socket } = await listening();
    socket.deliver(datagram(item(nobody, { id: 1 }, 0, 99)));
    socket.deliver(datagram(item(nobody, { id: 1 }), { portId: 4242 }));
    socket.deliver(datagram(raw(nobody, NLMSG_NOOP, 0, new Uint8Array(0))));
    socket.deliver({ type: "callFailed", ticket: 1, error: new Error("nothing was asked for") });
    expect(seen).toMatchObject({ values: [], ended: false });
    expect(connection.statistics).toMatchObject({ strays: 2, messages: 2, datagrams: 2 });
  });
});

describe("a subscription", () => {
  test("has its own socket, which unsubscribing closes", async () => {
    const { connection, transport, seen } = await listening();
    const other = watch(connection.notifications$([items]));
    await quiet();
    expect(transport.sockets.size).toBe(2);
    seen.unsubscribe();
    expect(transport.sockets.size).toBe(1);
    [...transport.sockets][0]!.deliver(datagram(item(nobody, { id: 1 })));
    expect([seen.values.length, other.values.length]).toEqual([0, 1]);
  });

  test("reports when the groups are joined", async () => {
    const { connection, transport } = conversation(() => []);
    const calls: number[] = [];
    watch(connection.notifications$([items], { listening: () => calls.push(transport.sockets.size) }));
    expect(calls).toEqual([]);
    await quiet();
    expect(calls).toEqual([1]);
  });

  test("errors if its socket does", async () => {
    const { seen, socket } = await listening();
    const error = new ClosedError("the thread");
    socket.fail(error);
    expect(seen.error).toBe(error);
  });
});
