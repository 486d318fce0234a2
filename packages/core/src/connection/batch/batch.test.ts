import type { ScriptedSocket } from "@rxnetlink/testing";
import { take, tap } from "rxjs";
import { describe, expect, test } from "vitest";
import type { Request } from "#src/connection/request.js";
import {
  ClosedError,
  EncodeError,
  KernelError,
  OutcomeUnknownError,
  SystemError,
} from "#src/errors/errors.js";
import { NLM_F_ACK } from "#src/message/nlmsg.js";
import type { Type } from "#src/schema/type.js";
import {
  type Answer,
  ack,
  conversation,
  cutMessage,
  ITEM_NEW,
  type Item,
  itemMessage,
  outcome,
  quiet,
  watch,
} from "../../../test/support/kernel.js";

const layout = itemMessage as Type<Item>;

function* adds(count: number, value = (id: number): Partial<Item> => ({ id })): Generator<Request<Item>> {
  for (let id = 0; id < count; id++) yield { type: ITEM_NEW, layout, value: value(id) };
}

/** Behaves like the kernel: reports each failure, and success if requested. */
const kernel =
  (errnoFor: (id: number) => number): Answer =>
  (to) => {
    const errno = errnoFor(to.value.id ?? -1);
    return errno !== 0 || (to.flags & NLM_F_ACK) !== 0
      ? [ack(to, errno, errno === 0 ? {} : { offs: 20 })]
      : [];
  };

describe("a batch", () => {
  test("leaves in few datagrams with one acknowledgement each, and reports each outcome in order", async () => {
    const { connection, datagrams } = conversation(kernel(() => 0));
    const { values } = await outcome(connection.batch$(adds(300)));
    expect(values).toEqual(
      Array.from({ length: 300 }, (_, id) => ({ index: id, value: { id }, type: "applied" })),
    );
    expect(datagrams.map((requests) => requests.length)).toEqual([128, 128, 44]);
    for (const requests of datagrams)
      expect(requests.map(({ flags }) => flags & NLM_F_ACK).lastIndexOf(0)).toBe(requests.length - 2);
  });

  test("continues after rejected requests, also the last of a datagram", async () => {
    const refused = new Set([0, 5, 127, 128, 199]);
    const { connection } = conversation(kernel((id) => (refused.has(id) ? 17 : 0)));
    const { values } = await outcome(connection.batch$(adds(200)));
    expect(values.filter(({ type: status }) => status === "rejected").map(({ index }) => index)).toEqual([
      ...refused,
    ]);
    expect(values[5]!.error).toBeInstanceOf(KernelError);
    expect(values[5]!.error).toMatchObject({ code: "EEXIST", path: "id", request: { value: { id: 5 } } });
    expect(values).toHaveLength(200);
  });

  test("does not send values that do not fit their layout", async () => {
    const { connection, datagrams } = conversation(kernel(() => 0));
    const { values } = await outcome(connection.batch$(adds(3, (id) => ({ id: id === 2 ? -1 : id }))));
    expect(values.map(({ type: status }) => status)).toEqual(["applied", "applied", "rejected"]);
    expect(values[2]!.error).toBeInstanceOf(EncodeError);
    expect(datagrams.flat()).toHaveLength(2);
    const none = await outcome(connection.batch$(adds(2, () => ({ id: -1 }))));
    expect(none.values.map(({ type: status }) => status)).toEqual(["rejected", "rejected"]);
  });

  test("leaves in datagrams that the socket accepts; a request too large for it fails alone", async () => {
    const sizes = [1, 60_000, 1, 1, 20_000, 20_000, 1, 50_000, 50_000];
    const { connection, datagrams, transport } = conversation(kernel(() => 0));
    const send = transport.socket$.bind(transport);
    const tooLarge = new SystemError("sendto", 90);
    transport.socket$ = (options) =>
      send(options).pipe(
        tap((socket) => {
          const [{ deliver }] = transport.sockets as unknown as [ScriptedSocket];
          const { send } = socket;
          socket.send = (bytes, portId) => {
            if (bytes.length < 60_000) return send(bytes, portId);
            queueMicrotask(() => deliver({ type: "callFailed", ticket: 4711, error: tooLarge }));
            return 4711;
          };
        }),
      );
    const named = adds(sizes.length, (id) => ({ id, name: "x".repeat(sizes[id]!) }));
    const { values } = await outcome(connection.batch$(named));
    expect(values.map(({ index, type: status }) => [index, status])).toEqual(
      sizes.map((size, index) => [index, size === 60_000 ? "rejected" : "applied"]),
    );
    expect(values[1]!.error).toBe(tooLarge);
    expect(datagrams.map((requests) => requests.map(({ value }) => value.id))).toEqual([
      [0],
      [2, 3, 4, 5],
      [6],
      [7],
      [8],
    ]);
  });

  test("of no requests completes", async () => {
    expect(await outcome(conversation(kernel(() => 0)).connection.batch$(adds(0)))).toEqual({ values: [] });
  });

  test("reports unknown outcomes only for requests whose replies were lost", async () => {
    const { connection } = conversation((to, socket) => {
      if (to.value.id === 130) {
        socket.deliver({ type: "overrun" });
        socket.deliver({ type: "drained" });
      }
      return kernel((id) => (id === 129 ? 17 : 0))(to, socket);
    });
    const { values } = await outcome(connection.batch$(adds(1000)));
    const known = values.filter(({ type: status }) => status === "applied").map(({ index }) => index);
    expect(known).toEqual([...Array(128).keys(), ...Array.from({ length: 360 }, (_, i) => 640 + i)]);
    expect(values[300]).toMatchObject({ type: "unknown", error: expect.any(OutcomeUnknownError) });
    expect(values).toHaveLength(1000);
  });

  test("sends nothing from an overrun until the queue is empty, since the kernel drops replies", async () => {
    const { connection, datagrams, transport } = conversation(() => []);
    const seen = watch(connection.batch$(adds(1000)));
    await quiet();
    const [socket] = transport.sockets;
    socket!.deliver({ type: "overrun" });
    await quiet();
    expect(datagrams).toHaveLength(4);
    socket!.deliver({ type: "drained" });
    await quiet();
    expect(datagrams).toHaveLength(8);
    seen.unsubscribe();
  });

  test("reports an unknown outcome for an unreadable reply, and continues", async () => {
    const { connection } = conversation((to, socket) =>
      to.value.id === 5 ? [cutMessage(to)] : kernel(() => 0)(to, socket),
    );
    const { values } = await outcome(connection.batch$(adds(1000)));
    expect(values).toHaveLength(1000);
    expect(values[5]).toMatchObject({ type: "unknown", error: expect.any(OutcomeUnknownError) });
    expect(values[999]).toMatchObject({ type: "applied" });
    expect(connection.statistics.malformed).toBe(1);
  });

  test("takes no more from the caller than is in flight", async () => {
    let asked = 0;
    const counted = adds(100_000, (id) => {
      asked = id;
      return { id };
    });
    const { connection } = conversation(() => []);
    const seen = watch(connection.batch$(counted));
    await quiet();
    expect(asked).toBe(4 * 128 - 1);
    seen.unsubscribe();
  });

  test("ends with its subscriber, and ends the caller's iteration", async () => {
    let ended = false;
    function* endless(): Generator<Request<Item>> {
      try {
        for (;;) yield* adds(1);
      } finally {
        ended = true;
      }
    }
    const { connection, transport } = conversation(kernel(() => 0));
    const { values } = await outcome(connection.batch$(endless()).pipe(take(3)));
    expect(values).toHaveLength(3);
    expect(ended).toBe(true);
    expect(transport.sockets.size).toBe(0);
  });

  test("errors when the connection is closed", async () => {
    const { connection } = conversation(() => []);
    const seen = watch(connection.batch$(adds(10)));
    await quiet();
    connection.close();
    expect(seen.error).toBeInstanceOf(ClosedError);
  });

  test("rejects values that are not requests, and continues", async () => {
    const { connection, datagrams } = conversation(kernel(() => 0));
    const request = { type: ITEM_NEW, layout, value: { id: 1 } };
    const hostile = Object.defineProperty({ ...request }, "layout", {
      get() {
        throw new Error("mine");
      },
    });
    const list = [request, undefined, null, 5, {}, hostile, request] as Request<Item>[];
    const { values } = await outcome(connection.batch$(list));
    expect(values.map(({ type: status }) => status).join(" ")).toBe(
      `applied ${"rejected ".repeat(5)}applied`,
    );
    for (const { error } of values.slice(1, -1)) expect(error).toBeInstanceOf(EncodeError);
    expect(datagrams.flat()).toHaveLength(2);
  });

  test("errors with the iterable's exception, after all outcomes", async () => {
    function* failing(): Generator<Request<Item>> {
      yield* adds(200);
      throw new RangeError("mine");
    }
    const { connection } = conversation(kernel((id) => (id === 7 ? 17 : 0)));
    const { values, error } = await outcome(connection.batch$(failing()));
    expect(error).toEqual(new RangeError("mine"));
    expect(values).toHaveLength(200);
    expect(values[7]).toMatchObject({ type: "rejected" });
  });

  test.each([undefined, null, 5, {}])("of %o is an error in the stream", async (list) => {
    const { connection, datagrams } = conversation(kernel(() => 0));
    const { error } = await outcome(connection.batch$(list as unknown as Request<Item>[]));
    expect(error).toBeInstanceOf(EncodeError);
    expect(datagrams).toEqual([]);
  });

  test("ignores an iterator whose return() throws", async () => {
    function* clinging(): Generator<Request<Item>> {
      try {
        yield* adds(1000);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: that is what is tested
        throw new Error("mine");
      }
    }
    const { connection } = conversation(kernel(() => 0));
    expect((await outcome(connection.batch$(clinging()).pipe(take(3)))).values).toHaveLength(3);
  });
});
