import { datagram } from "@rxnetlink/testing";
import { BehaviorSubject, EMPTY, NEVER, Subject, throwError } from "rxjs";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { PendingRequest } from "#src/connection/request.js";
import { RequestSocket } from "#src/connection/request-socket.js";
import { SentSequences } from "#src/connection/sent-sequences.js";
import { newStatistics } from "#src/connection/statistics.js";
import {
  ClosedError,
  DecodeError,
  EncodeError,
  KernelError,
  OutcomeUnknownError,
  RequestTimeoutError,
  SystemError,
} from "#src/errors/errors.js";
import { NLM_F_MULTI, NLMSG_ERROR, NLMSG_NOOP, NLMSG_OVERRUN } from "#src/message/nlmsg.js";
import type { Arrival, Socket } from "#src/transport.js";
import {
  type Asked,
  ack,
  badItem,
  cutMessage,
  done,
  ITEM_GET,
  item,
  itemMessage,
  join,
  quiet,
  raw,
  requestsIn,
} from "../../test/support/kernel.js";

const PORT = 1000;

/** A socket whose kernel is the test. */
function setUp() {
  const arrivals$ = new Subject<Arrival>();
  const sent: Asked[][] = [];
  const socket = {
    portId: PORT,
    arrivals$,
    send: (bytes: Uint8Array) => sent.push(requestsIn(bytes, PORT)),
    join: () => 0,
    leave: () => 0,
    pause() {},
    keepAlive: vi.fn<(yes: boolean) => void>(),
  } satisfies Socket;
  const counters = newStatistics();
  const requests = new RequestSocket(new BehaviorSubject(socket), counters, new SentSequences());
  const deliver = (...messages: Uint8Array[]) => arrivals$.next(datagram(join(messages)));
  return { socket, sent, counters, requests, arrivals$, deliver };
}

/** An exchange that records what becomes of it. */
function exchange(changes: Partial<PendingRequest> = {}) {
  const log: unknown[] = [];
  return {
    type: ITEM_GET,
    flags: 1,
    layout: itemMessage,
    value: { id: 1 },
    completesOn: "acknowledgement" as const,
    timeout: 0,
    reply: (_, view, at, end) => void log.push(itemMessage.read(view, at, end)),
    complete: (settled) => void log.push(settled),
    fail: (error) => void log.push(error),
    ...changes,
    log,
  } satisfies PendingRequest & { log: unknown[] };
}

const to = (sequence: number) => ({ sequence, portId: PORT });
const SETTLED = [{}];

describe("sending", () => {
  test("requests of one turn leave in one datagram, those of another in their own", async () => {
    const { requests, sent } = setUp();
    for (const id of [1, 2, 3]) requests.start(exchange({ value: { id } }));
    await quiet();
    requests.start(exchange({ value: { id: 4 } }));
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
    for (let i = 0; i < 7; i++) requests.start(exchange({ value: { name } }));
    await quiet();
    expect(sent.map((datagram) => datagram.length)).toEqual([4, 3]);
  });

  test("what is larger leaves alone: where it is refused, the others of its turn are not", async () => {
    const { requests, sent, arrivals$, deliver } = setUp();
    const [before, large, after] = [{ id: 1 }, { name: "x".repeat(40_000) }, { id: 3 }].map((value) =>
      exchange({ value }),
    );
    for (const one of [before!, large!, after!]) requests.start(one);
    await quiet();
    expect(sent.map((datagram) => datagram.map(({ sequence }) => sequence))).toEqual([[1], [2], [3]]);
    const error = new SystemError("sendto", 90);
    arrivals$.next({ type: "callFailed", ticket: 2, error });
    deliver(ack(to(1)), ack(to(3)));
    expect([before!.log, large!.log, after!.log]).toEqual([SETTLED, [error], SETTLED]);
  });

  test("no more than 64 are in flight; each answer lets another go", async () => {
    const { requests, sent, deliver } = setUp();
    const exchanges = Array.from({ length: 70 }, () => exchange());
    for (const one of exchanges) requests.start(one);
    await quiet();
    expect(sent.flat()).toHaveLength(64);
    deliver(ack(to(1)), ack(to(64)));
    await quiet();
    expect(sent.slice(1).map((datagram) => datagram.map(({ sequence }) => sequence))).toEqual([[65, 66]]);
    deliver(...exchanges.map((_, i) => ack(to(i + 1))));
    await quiet();
    deliver(...exchanges.map((_, i) => ack(to(i + 1))));
    expect(exchanges.map(({ log }) => log)).toEqual(exchanges.map(() => SETTLED));
  });

  test("a value that cannot be encoded fails alone", async () => {
    const { requests, sent, deliver } = setUp();
    const bad = exchange({ value: { id: -1 } });
    const good = exchange();
    requests.start(bad);
    requests.start(good);
    await quiet();
    expect(bad.log).toEqual([expect.any(EncodeError)]);
    expect(sent).toMatchObject([[{ sequence: 2 }]]);
    deliver(ack(to(2)));
    expect(good.log).toEqual(SETTLED);
  });

  test("waits for the socket to open", async () => {
    const { socket, sent } = setUp();
    const socket$ = new Subject<Socket>();
    const requests = new RequestSocket(socket$, newStatistics(), new SentSequences());
    requests.start(exchange());
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
    const cancel = requests.start(exchange());
    requests.start(exchange());
    cancel();
    await quiet();
    expect(sent).toMatchObject([[{ sequence: 2 }]]);
  });

  test("while it is queued keeps it from leaving", async () => {
    const { requests, sent, deliver } = setUp();
    for (let i = 0; i < 64; i++) requests.start(exchange());
    const cancel = requests.start(exchange());
    await quiet();
    cancel();
    deliver(ack(to(1)));
    await quiet();
    expect(sent.flat()).toHaveLength(64);
  });

  test("later makes its answers strays", async () => {
    const { requests, counters, deliver } = setUp();
    const cancelled = exchange();
    const cancel = requests.start(cancelled);
    await quiet();
    cancel();
    deliver(item(to(1), { id: 1 }), ack(to(1)));
    expect(cancelled.log).toEqual([]);
    expect(counters.strays).toBe(2);
  });

  test("makes room in flight for the next", async () => {
    const { requests, sent } = setUp();
    const cancels = Array.from({ length: 65 }, () => requests.start(exchange()));
    await quiet();
    cancels[0]!();
    await quiet();
    expect(sent.flat()).toHaveLength(65);
  });
});

describe("the process is kept alive", () => {
  const last = (socket: { keepAlive: { mock: { lastCall?: [boolean] | undefined } } }) =>
    socket.keepAlive.mock.lastCall?.[0];

  test("from the start of a request to its answer", async () => {
    const { requests, socket, deliver } = setUp();
    expect(last(socket)).toBe(false);
    requests.start(exchange());
    expect(last(socket)).toBe(true);
    await quiet();
    expect(last(socket)).toBe(true);
    deliver(ack(to(1)));
    expect(last(socket)).toBe(false);
  });

  test("not by one that was cancelled before it left", async () => {
    const { requests, socket } = setUp();
    requests.start(exchange())();
    await quiet();
    expect(last(socket)).toBe(false);
  });

  test("not by one that could not be encoded", async () => {
    const { requests, socket } = setUp();
    requests.start(exchange({ value: { id: -1 } }));
    await quiet();
    expect(last(socket)).toBe(false);
  });
});

describe("answers", () => {
  test("an acknowledgement carries the kernel's warning and cookie", async () => {
    const { requests, deliver } = setUp();
    const one = exchange();
    requests.start(one);
    await quiet();
    deliver(ack(to(1), 0, { msg: "deprecated", cookie: Uint8Array.of(7) }));
    expect(one.log).toEqual([{ warning: "deprecated", cookie: Uint8Array.of(7) }]);
  });

  test.each([
    ["in NLMSG_ERROR", ack(to(1), 34, { msg: "out of range", offs: 20 })],
    ["in NLMSG_DONE", done(to(1), 34, 0, { msg: "out of range", offs: 20 })],
  ])("an error %s says what is wrong and where", async (_, bytes) => {
    const { requests, deliver } = setUp();
    const one = exchange();
    requests.start(one);
    await quiet();
    deliver(bytes);
    expect(one.log).toEqual([expect.any(KernelError)]);
    expect(one.log[0]).toMatchObject({
      code: "ERANGE",
      text: "out of range",
      path: "id",
      request: { type: ITEM_GET, flags: 1, value: { id: 1 } },
    });
  });

  test("the first reply ends a request that waits for a reply", async () => {
    const { requests, counters, deliver } = setUp();
    const one = exchange({ completesOn: "reply" });
    requests.start(one);
    await quiet();
    deliver(item(to(1), { id: 7 }), item(to(1), { id: 8 }));
    expect(one.log).toEqual([{ family: 0, id: 7 }, {}]);
    expect(counters.strays).toBe(1);
  });

  test("several parts are ended by NLMSG_DONE", async () => {
    const { requests, deliver } = setUp();
    const one = exchange({ completesOn: "reply" });
    requests.start(one);
    await quiet();
    deliver(item(to(1), { id: 7 }, NLM_F_MULTI), item(to(1), { id: 8 }, NLM_F_MULTI));
    expect(one.log).toHaveLength(2);
    deliver(done(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 7 }, { family: 0, id: 8 }, {}]);
  });

  test("replies come before the acknowledgement", async () => {
    const { requests, deliver } = setUp();
    const one = exchange();
    requests.start(one);
    await quiet();
    deliver(item(to(1), { id: 7 }), ack(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 7 }, {}]);
  });

  test("a reply that cannot be read does not stop the others; its error comes at the end", async () => {
    const { requests, deliver } = setUp();
    const one = exchange();
    requests.start(one);
    await quiet();
    deliver(badItem(to(1)), item(to(1), { id: 7 }), ack(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 7 }, expect.any(DecodeError)]);
    expect(one.log[1]).toHaveProperty("path", "id");
  });

  test("control messages that say nothing are ignored", async () => {
    const { requests, deliver } = setUp();
    const one = exchange({ completesOn: "reply" });
    requests.start(one);
    await quiet();
    const none = new Uint8Array(0);
    deliver(raw(to(1), NLMSG_NOOP, 0, none), raw(to(1), NLMSG_OVERRUN, 0, none), item(to(1), { id: 7 }));
    expect(one.log).toEqual([{ family: 0, id: 7 }, {}]);
  });

  test("an acknowledgement that is cut fails its request, which would wait for ever", async () => {
    const { requests, deliver } = setUp();
    const [cut, whole] = [exchange(), exchange()];
    requests.start(cut);
    requests.start(whole);
    await quiet();
    deliver(raw(to(1), NLMSG_ERROR, 0, Uint8Array.of(0, 0, 0, 0)), ack(to(2)));
    expect(cut.log).toEqual([expect.any(OutcomeUnknownError)]);
    expect(cut.log[0]).toHaveProperty("cause", expect.any(DecodeError));
    expect(whole.log).toEqual(SETTLED);
  });

  test.each([
    ["another sequence", to(9), 0],
    ["another port id", { sequence: 1, portId: PORT + 1 }, 0],
    ["a sender that is not the kernel", to(1), 4242],
  ])("of %s are strays", async (_, address, sender) => {
    const { requests, counters, arrivals$ } = setUp();
    const one = exchange();
    requests.start(one);
    await quiet();
    arrivals$.next(datagram(ack(address), { portId: sender }));
    expect(one.log).toEqual([]);
    expect(counters.strays).toBe(1);
  });

  test("are counted", async () => {
    const { requests, counters, deliver } = setUp();
    requests.start(exchange());
    await quiet();
    const answers = [item(to(1), { id: 7 }), ack(to(1))];
    deliver(...answers);
    expect(counters).toEqual({
      datagrams: 1,
      bytes: join(answers).length,
      messages: 2,
      strays: 0,
      malformed: 0,
      overruns: 0,
    });
  });
});

describe("losses", () => {
  test("an overrun leaves those that were sent in doubt; those still queued go when the queue is empty", async () => {
    const { requests, sent, counters, arrivals$, deliver } = setUp();
    const exchanges = Array.from({ length: 65 }, () => exchange());
    for (const one of exchanges) requests.start(one);
    await quiet();
    const late = exchange();
    requests.start(late);
    arrivals$.next({ type: "overrun" });
    expect(exchanges.slice(0, 64).map(({ log }) => log)).toEqual(
      Array.from({ length: 64 }, () => [expect.any(OutcomeUnknownError)]),
    );
    await quiet();
    // The kernel would drop their answers.
    expect(sent).toHaveLength(1);
    arrivals$.next({ type: "drained" });
    await quiet();
    expect(sent[1]).toMatchObject([{ sequence: 65 }, { sequence: 66 }]);
    deliver(ack(to(65)), ack(to(66)));
    expect([exchanges[64]!.log, late.log]).toEqual([SETTLED, SETTLED]);
    expect(counters.overruns).toBe(1);
  });

  test("a datagram whose messages do not fit leaves those that were sent in doubt", async () => {
    const { requests, counters, deliver } = setUp();
    const answered = exchange();
    const lost = exchange();
    requests.start(answered);
    requests.start(lost);
    await quiet();
    deliver(ack(to(1)), cutMessage(to(2)));
    expect(answered.log).toEqual(SETTLED);
    expect(lost.log).toEqual([expect.any(OutcomeUnknownError)]);
    expect(lost.log[0]).toHaveProperty("cause", expect.any(DecodeError));
    expect(counters.malformed).toBe(1);
  });

  test("a datagram that could not be sent fails just its requests", async () => {
    const { requests, arrivals$, deliver } = setUp();
    const [first, second, other] = [exchange(), exchange(), exchange()];
    requests.start(first);
    requests.start(second);
    await quiet();
    requests.start(other);
    await quiet();
    const error = new SystemError("sendto", 90);
    arrivals$.next({ type: "callFailed", ticket: 1, error });
    deliver(ack(to(3)));
    expect([first.log, second.log, other.log]).toEqual([[error], [error], SETTLED]);
  });
});

describe("the timeout", () => {
  afterEach(() => void vi.useRealTimers());

  async function sentWith(timeout: number) {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const all = setUp();
    const one = exchange({ timeout });
    const cancel = all.requests.start(one);
    await quiet();
    return { ...all, one, cancel };
  }

  test("fails a request without an answer", async () => {
    const { one } = await sentWith(50);
    vi.advanceTimersByTime(49);
    expect(one.log).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(one.log).toEqual([expect.any(RequestTimeoutError)]);
    expect(one.log[0]).toMatchObject({ timeout: 50, request: { type: ITEM_GET } });
  });

  test("starts again with each reply", async () => {
    const { one, deliver } = await sentWith(50);
    vi.advanceTimersByTime(40);
    deliver(item(to(1), { id: 1 }, NLM_F_MULTI));
    vi.advanceTimersByTime(40);
    deliver(done(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 1 }, {}]);
  });

  test("of 0 is none", async () => {
    await sentWith(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ["an answer", ({ deliver }: Awaited<ReturnType<typeof sentWith>>) => deliver(ack(to(1)))],
    ["cancelling", ({ cancel }: Awaited<ReturnType<typeof sentWith>>) => cancel()],
    ["closing", ({ requests }: Awaited<ReturnType<typeof sentWith>>) => requests.close()],
  ])("fails nothing later, after %s, and leaves no timer behind in the end", async (_, end) => {
    const all = await sentWith(50);
    expect(vi.getTimerCount()).toBe(1);
    end(all);
    const log = [...all.one.log];
    vi.advanceTimersByTime(50);
    expect(all.one.log).toEqual(log);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("closing", () => {
  test("fails all and sends nothing more", async () => {
    const { requests, sent } = setUp();
    const exchanges = Array.from({ length: 70 }, () => exchange());
    for (const one of exchanges) requests.start(one);
    await quiet();
    requests.close();
    requests.close();
    await quiet();
    expect(sent.flat()).toHaveLength(64);
    expect(exchanges.map(({ log }) => log)).toEqual(exchanges.map(() => [expect.any(ClosedError)]));
  });

  test("in the turn of a request keeps it from leaving", async () => {
    const { requests, sent } = setUp();
    const one = exchange();
    requests.start(one);
    requests.close();
    await quiet();
    expect(one.log).toEqual([expect.any(ClosedError)]);
    expect(sent).toEqual([]);
  });

  test("unsubscribes the socket", () => {
    const socket$ = new BehaviorSubject<Socket>(setUp().socket);
    new RequestSocket(socket$, newStatistics(), new SentSequences()).close();
    expect(socket$.observed).toBe(false);
  });

  test("later requests fail with the reason", () => {
    const { requests } = setUp();
    const reason = new SystemError("socket", 24);
    requests.close(reason);
    const one = exchange();
    requests.start(one)();
    expect(requests.closed).toBe(true);
    expect(one.log).toEqual([reason]);
  });

  test.each([
    ["the socket does not open", throwError(() => new SystemError("socket", 93)), SystemError],
    ["there is no socket", EMPTY, ClosedError],
  ])("happens where %s", (_, socket$, Kind) => {
    const requests = new RequestSocket(socket$, newStatistics(), new SentSequences());
    const one = exchange();
    requests.start(one);
    expect(one.log).toEqual([expect.any(Kind)]);
  });

  test("happens where what arrives ends with an error", async () => {
    const { requests, arrivals$ } = setUp();
    const one = exchange();
    requests.start(one);
    await quiet();
    const error = new ClosedError("the transport");
    arrivals$.error(error);
    expect(one.log).toEqual([error]);
  });

  test("happens where what arrives completes", async () => {
    const { requests, arrivals$ } = setUp();
    const one = exchange();
    requests.start(one);
    arrivals$.complete();
    expect(one.log).toEqual([expect.any(ClosedError)]);
  });

  test("fails what waits for a socket that never opens", () => {
    const requests = new RequestSocket(NEVER, newStatistics(), new SentSequences());
    const one = exchange();
    requests.start(one);
    requests.close();
    expect(one.log).toEqual([expect.any(ClosedError)]);
  });
});
