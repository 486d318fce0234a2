import { datagram, type ScriptedSocket } from "@rxnetlink/testing";
import { concat, firstValueFrom, map, NEVER, of } from "rxjs";
import { describe, expect, test } from "vitest";
import { Connection } from "#src/connection/connection.js";
import { FlowControl } from "#src/connection/flow-control.js";
import type { Session } from "#src/connection/session/session.js";
import { ArgumentError, ClosedError, EncodeError, KernelError, SystemError } from "#src/errors/errors.js";
import { NLM_F_ACK, NLMSG_DONE } from "#src/message/nlmsg.js";
import type { Transport } from "#src/transport.js";
import {
  type Answer,
  ack,
  conversation,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  type Item,
  item,
  itemMessage,
  join,
  quiet,
  raw,
  watch,
} from "../../../test/support/kernel.js";

const EPERM = 1;
const ENOENT = 2;
const items = {
  name: "item",
  layout: itemMessage,
  types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
  groups: [],
};
const nobody = { sequence: 0, portId: 0 };
const get = (value: Partial<Item>) => ({ type: ITEM_GET, layout: itemMessage, value });

/** A session, what it has received unasked, and the kernel's side of its socket. */
async function opened(answer: Answer = () => [], options = {}) {
  const { connection, transport, datagrams } = conversation(answer, { permission: "datagram" });
  const sessions: Session<Item>[] = [];
  const end: unknown[] = [];
  let unasked: ReturnType<typeof watch> | undefined;
  const session$ = connection.session$<Item>([items as never], options);
  const subscription = session$.subscribe({
    next: (session) => {
      sessions.push(session);
      unasked = watch(session.notifications$);
    },
    error: (error: unknown) => end.push(error),
    complete: () => end.push("completed"),
  });
  await quiet();
  const [socket] = transport.sockets as Set<ScriptedSocket>;
  const refusals: Error[] = [];
  const send = (value: Partial<Item>) => sessions[0]!.send(get(value), (error) => refusals.push(error));
  return {
    ...{ connection, transport, datagrams, socket: socket!, end, refusals, send },
    ...{ session: sessions[0]!, unasked: unasked!, unsubscribe: () => subscription.unsubscribe() },
  };
}

describe("one socket", () => {
  test("carries requests, replies and what comes unasked", async () => {
    const { session, unasked, socket, datagrams } = await opened((request) => [
      item(nobody, { id: 7 }),
      item(request, { id: 1 }),
    ]);
    const replies = watch(session.request$(get({ id: 1 })));
    await quiet();
    expect(replies).toMatchObject({ values: [{ id: 1 }], ended: true });
    expect(unasked.values).toMatchObject([{ type: "new", value: { id: 7 } }]);
    expect(datagrams[0]).toMatchObject([{ portId: session.portId }]);
    expect(session.portId).toBe(socket.portId);
  });

  test("is opened with the session's options, and is not one for replies only", async () => {
    const { socket } = await opened(undefined, { noEnobufs: true, receiveBuffer: 4096, groups: [3] });
    expect(socket.options).toMatchObject({ noEnobufs: true, receiveBuffer: 4096, groups: [3] });
    expect(socket.options.repliesOnly).toBeUndefined();
  });

  test("is read only while flow control lets it", async () => {
    const flowControl = new FlowControl();
    const { socket, unsubscribe } = await opened(undefined, { flowControl });
    flowControl.pause();
    expect(socket.paused.value).toBe(true);
    flowControl.resume();
    expect(socket.paused.value).toBe(false);
    unsubscribe();
    flowControl.pause();
    expect(socket.paused.value).toBe(false);
  });

  test("acknowledges what is executed, and takes replies from port id 0", async () => {
    const { session } = await opened((request) => [ack({ ...request, portId: 0 })]);
    const acked = watch(session.execute$(get({ id: 1 })));
    await quiet();
    expect(acked).toMatchObject({ values: [{}], ended: true });
  });

  test("takes the end of a datagram for no end of anything", async () => {
    const { unasked, socket } = await opened();
    socket.deliver(datagram(join([item(nobody, { id: 1 }), raw(nobody, NLMSG_DONE, 0, new Uint8Array(4))])));
    socket.deliver(datagram(item(nobody, { id: 2 })));
    expect(unasked.values).toMatchObject([{ value: { id: 1 } }, { value: { id: 2 } }]);
    expect(unasked.ended).toBe(false);
  });

  test("may be there at once", async () => {
    const { transport } = conversation(() => []);
    const socket = await firstValueFrom(transport.socket$({ protocol: 0 }));
    const early: Transport = { socket$: () => concat(of(socket), NEVER), close: async () => {} };
    const session$ = new Connection(early, { protocol: 0 }).session$([]);
    expect(watch(session$.pipe(map(({ portId }) => portId))).values).toEqual([socket.portId]);
  });
});

describe("what is sent without an acknowledgement", () => {
  test("leaves in one datagram a turn, in order", async () => {
    const { datagrams, send, refusals } = await opened();
    for (const id of [1, 2, 3]) send({ id });
    await quiet();
    send({ id: 4 });
    await quiet();
    expect(datagrams.map((sent) => sent.map(({ value }) => value.id))).toEqual([[1, 2, 3], [4]]);
    expect(refusals).toEqual([]);
  });

  test("may be refused, each by itself", async () => {
    const { send, refusals, unasked } = await opened((request) =>
      request.value.id === 2 ? [ack(request, ENOENT)] : [],
    );
    for (const id of [1, 2, 3]) send({ id });
    await quiet();
    expect(refusals).toEqual([expect.any(KernelError)]);
    expect(refusals[0]).toMatchObject({ code: "ENOENT", request: { value: { id: 2 } } });
    expect(unasked.values).toEqual([]);
  });

  test("may ask for an acknowledgement, and one in 256 does: what is before it is then forgotten", async () => {
    const asked: unknown[] = [];
    const { session, socket, send, refusals, datagrams } = await opened((request) => {
      if ((request.flags & NLM_F_ACK) === 0) return [];
      asked.push(request.value.id);
      return [ack(request)];
    });
    send({ id: 1 });
    session.send({ ...get({ id: 2 }), flags: NLM_F_ACK }, undefined, () => asked.push("acknowledged"));
    await quiet();
    expect(asked).toEqual([2, "acknowledged"]);
    for (let id = 3; id <= 300; id++) send({ id });
    await quiet();
    expect(asked).toHaveLength(3);
    const late = datagrams.flat().find(({ value }) => value.id === 1);
    socket.deliver(datagram(ack(late!, ENOENT)));
    expect(refusals).toEqual([]);
    socket.deliver(datagram(ack(datagrams.flat().find(({ value }) => value.id === 299)!, ENOENT)));
    expect(refusals).toHaveLength(1);
  });

  test("is all refused by one EPERM, and so is what awaits an acknowledgement beside it", async () => {
    const { session, send, refusals } = await opened((request) =>
      request.value.id === 1 ? [ack(request, EPERM)] : [],
    );
    send({ id: 1 });
    send({ id: 2 });
    const beside = watch(session.execute$(get({ id: 3 })));
    await quiet();
    expect(refusals).toMatchObject([{ code: "EPERM" }, { code: "EPERM" }]);
    expect(beside.error).toMatchObject({ code: "EPERM", request: { value: { id: 3 } } });
  });

  test("is not refused by the EPERM of another datagram", async () => {
    const { session, send, refusals } = await opened((request) =>
      request.value.id === 1 ? [ack(request, EPERM)] : [],
    );
    const first = watch(session.execute$(get({ id: 1 })));
    await quiet();
    expect(first.error).toMatchObject({ code: "EPERM" });
    send({ id: 2 });
    await quiet();
    expect(refusals).toEqual([]);
  });

  test("reports that the system call failed", async () => {
    const { socket, send, refusals } = await opened();
    send({ id: 1 });
    await quiet();
    const error = new SystemError("sendto", 90);
    socket.deliver({ type: "callFailed", ticket: 1, error });
    socket.deliver({ type: "callFailed", ticket: 1, error });
    expect(refusals).toEqual([error]);
  });

  test("throws at once what cannot be sent", async () => {
    const { session, send, datagrams } = await opened();
    expect(() => send({ id: -1 })).toThrow(EncodeError);
    expect(() => session.send({ ...get({}), type: -1 })).toThrow(ArgumentError);
    send({ id: 1 });
    await quiet();
    expect(datagrams).toMatchObject([[{ value: { id: 1 } }]]);
  });
});

describe("the end", () => {
  test("by unsubscribing lets the last words leave before the socket closes", async () => {
    const { session, unasked, datagrams, send, transport, unsubscribe } = await opened();
    session.notifications$.subscribe({ complete: () => send({ id: 2 }) });
    send({ id: 1 });
    unsubscribe();
    expect(transport.sockets.size).toBe(0);
    await quiet();
    expect(unasked.ended).toBe(true);
    expect(datagrams.map((sent) => sent.map(({ value }) => value.id))).toEqual([[1, 2]]);
  });

  test("by closing the connection does so too", async () => {
    const { connection, session, datagrams, send, end } = await opened();
    session.notifications$.subscribe({ complete: () => send({ id: 2 }) });
    connection.close();
    await quiet();
    expect(datagrams.flat()).toMatchObject([{ value: { id: 2 } }]);
    expect(end).toEqual(["completed"]);
    expect(watch(connection.session$([])).error).toBeInstanceOf(ClosedError);
  });

  test("fails what awaits its reply, and later requests", async () => {
    const { socket, session, send, end, refusals, unasked } = await opened();
    const waiting = watch(session.execute$(get({ id: 1 })));
    await quiet();
    const error = new SystemError("recvmsg", 12);
    socket.fail(error);
    expect(waiting.error).toBe(error);
    expect(end).toEqual([error]);
    expect(unasked.ended).toBe(true);
    send({ id: 2 });
    expect(refusals).toEqual([error]);
    expect(watch(session.request$(get({ id: 3 }))).error).toBe(error);
  });

  test("of the namespace is the session's", async () => {
    const { socket, session, end } = await opened();
    const waiting = watch(session.execute$(get({ id: 1 })));
    socket.end();
    expect(end).toEqual(["completed"]);
    expect(waiting.error).toBeInstanceOf(ClosedError);
  });

  test("may come from within", async () => {
    const { session, socket, transport, unsubscribe, datagrams } = await opened();
    session.notifications$.subscribe(() => {
      session.send(get({ id: 9 }));
      unsubscribe();
    });
    socket.deliver(datagram(join([item(nobody, { id: 1 }), item(nobody, { id: 2 })])));
    await quiet();
    expect(transport.sockets.size).toBe(0);
    expect(datagrams.flat()).toMatchObject([{ value: { id: 9 } }]);
  });
});

describe("options", () => {
  test.each([{ noEnobufs: 1 }, { receiveBuffer: -1 }, { groups: 3 }, { portId: 4 }, { flowControl: {} }])(
    "%j is refused in the stream",
    (options) => {
      const { connection } = conversation(() => []);
      expect(watch(connection.session$([], options as never)).error).toBeInstanceOf(ArgumentError);
    },
  );
});
