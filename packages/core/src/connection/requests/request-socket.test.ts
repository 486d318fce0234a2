import { Subject } from "rxjs";
import { describe, expect, test } from "vitest";
import { RequestSocket } from "#src/connection/requests/request-socket.js";
import { EncodeError, SystemError } from "#src/errors/errors.js";
import type { Socket } from "#src/transport.js";
import { ack, item, quiet } from "../../../test/support/kernel.js";

import { aContext, COMPLETED, pendingRequest, setUp, to } from "../../../test/support/request-socket.js";

describe("sending", () => {
  test("requests of one turn leave in one datagram", async () => {
    const { requests, sent } = setUp();
    for (const id of [1, 2, 3]) requests.start(pendingRequest({ value: { id } }));
    await quiet();
    requests.start(pendingRequest({ value: { id: 4 } }));
    await quiet();
    expect(sent.map((datagram) => datagram.map(({ value, sequence }) => [value.id, sequence]))).toEqual([
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      [[4, 4]],
    ]);
  });

  test("a datagram is not packed far beyond 32 KiB", async () => {
    const { requests, sent } = setUp();
    const name = "x".repeat(10_000);
    for (let i = 0; i < 7; i++) requests.start(pendingRequest({ value: { name } }));
    await quiet();
    expect(sent.map((datagram) => datagram.length)).toEqual([4, 3]);
  });

  test("a larger request leaves alone, so that no other of its turn fails with it", async () => {
    const { requests, sent, arrivals$, deliver } = setUp();
    const [before, large, after] = [{ id: 1 }, { name: "x".repeat(40_000) }, { id: 3 }].map((value) =>
      pendingRequest({ value }),
    );
    for (const one of [before!, large!, after!]) requests.start(one);
    await quiet();
    expect(sent.map((datagram) => datagram.map(({ sequence }) => sequence))).toEqual([[1], [2], [3]]);
    const error = new SystemError("sendto", 90);
    arrivals$.next({ type: "callFailed", ticket: 2, error });
    deliver(ack(to(1)), ack(to(3)));
    expect([before!.log, large!.log, after!.log]).toEqual([COMPLETED, [error], COMPLETED]);
  });

  test("at most 64 are in flight; each reply admits another", async () => {
    const { requests, sent, deliver } = setUp();
    const exchanges = Array.from({ length: 70 }, () => pendingRequest());
    for (const one of exchanges) requests.start(one);
    await quiet();
    expect(sent.flat()).toHaveLength(64);
    deliver(ack(to(1)), ack(to(64)));
    await quiet();
    expect(sent.slice(1).map((datagram) => datagram.map(({ sequence }) => sequence))).toEqual([[65, 66]]);
    deliver(...exchanges.map((_, i) => ack(to(i + 1))));
    await quiet();
    deliver(...exchanges.map((_, i) => ack(to(i + 1))));
    expect(exchanges.map(({ log }) => log)).toEqual(exchanges.map(() => COMPLETED));
  });

  test("a value that cannot be encoded fails alone", async () => {
    const { requests, sent, deliver } = setUp();
    const bad = pendingRequest({ value: { id: -1 } });
    const good = pendingRequest();
    requests.start(bad);
    requests.start(good);
    await quiet();
    expect(bad.log).toEqual([expect.any(EncodeError)]);
    expect(sent).toMatchObject([[{ sequence: 2 }]]);
    deliver(ack(to(2)));
    expect(good.log).toEqual(COMPLETED);
  });

  test("waits for the socket to open", async () => {
    const { socket, sent } = setUp();
    const socket$ = new Subject<Socket>();
    const requests = new RequestSocket(socket$, aContext());
    requests.start(pendingRequest());
    await quiet();
    expect(sent).toEqual([]);
    socket$.next(socket);
    await quiet();
    expect(sent).toHaveLength(1);
  });
});

describe("cancelling", () => {
  test("before the end of the turn keeps the request from leaving", async () => {
    const { requests, sent } = setUp();
    const cancel = requests.start(pendingRequest());
    requests.start(pendingRequest());
    cancel();
    await quiet();
    expect(sent).toMatchObject([[{ sequence: 2 }]]);
  });

  test("while it is queued keeps it from leaving", async () => {
    const { requests, sent, deliver } = setUp();
    for (let i = 0; i < 64; i++) requests.start(pendingRequest());
    const cancel = requests.start(pendingRequest());
    await quiet();
    cancel();
    deliver(ack(to(1)));
    await quiet();
    expect(sent.flat()).toHaveLength(64);
  });

  test("afterwards turns its replies into strays", async () => {
    const { requests, statistics, deliver } = setUp();
    const cancelled = pendingRequest();
    const cancel = requests.start(cancelled);
    await quiet();
    cancel();
    deliver(item(to(1), { id: 1 }), ack(to(1)));
    expect(cancelled.log).toEqual([]);
    expect(statistics.strays).toBe(2);
  });

  test("makes room in flight for the next", async () => {
    const { requests, sent } = setUp();
    const cancels = Array.from({ length: 65 }, () => requests.start(pendingRequest()));
    await quiet();
    cancels[0]!();
    await quiet();
    expect(sent.flat()).toHaveLength(65);
  });
});

describe("a request that leaves alone", () => {
  test("shares its datagram neither with those before nor with those after", async () => {
    const { requests, sent } = setUp();
    for (const alone of [undefined, undefined, true, true, undefined] as const)
      requests.start(pendingRequest({ alone }));
    await quiet();
    expect(sent.map((datagram) => datagram.map(({ sequence }) => sequence))).toEqual([[1, 2], [3], [4], [5]]);
  });
});

describe("the process is kept alive", () => {
  const last = (socket: { keepAlive: { mock: { lastCall?: [boolean] | undefined } } }) =>
    socket.keepAlive.mock.lastCall?.[0];

  test("from the start of a request to its reply", async () => {
    const { requests, socket, deliver } = setUp();
    expect(last(socket)).toBe(false);
    requests.start(pendingRequest());
    expect(last(socket)).toBe(true);
    await quiet();
    expect(last(socket)).toBe(true);
    deliver(ack(to(1)));
    expect(last(socket)).toBe(false);
  });

  test("not by one that was cancelled before it left", async () => {
    const { requests, socket } = setUp();
    requests.start(pendingRequest())();
    await quiet();
    expect(last(socket)).toBe(false);
  });

  test("not by one that could not be encoded", async () => {
    const { requests, socket } = setUp();
    requests.start(pendingRequest({ value: { id: -1 } }));
    await quiet();
    expect(last(socket)).toBe(false);
  });
});
