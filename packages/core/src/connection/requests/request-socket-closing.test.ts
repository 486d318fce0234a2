import { BehaviorSubject, EMPTY, NEVER, throwError } from "rxjs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { RequestSocket } from "#src/connection/requests/request-socket.js";
import { ClosedError, RequestTimeoutError, SystemError } from "#src/errors/errors.js";
import { NLM_F_MULTI } from "#src/message/nlmsg.js";
import type { Socket } from "#src/transport.js";
import { ack, done, ITEM_GET, item, quiet } from "../../../test/support/kernel.js";

import { aContext, pendingRequest, setUp, to } from "../../../test/support/request-socket.js";

describe("the timeout", () => {
  afterEach(() => void vi.useRealTimers());

  async function sentWith(timeout: number) {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const all = setUp();
    const one = pendingRequest({ timeout });
    const cancel = all.requests.start(one);
    await quiet();
    return { ...all, one, cancel };
  }

  test("fails a request without a reply", async () => {
    const { one } = await sentWith(50);
    vi.advanceTimersByTime(49);
    expect(one.log).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(one.log).toEqual([expect.any(RequestTimeoutError)]);
    expect(one.log[0]).toMatchObject({ timeout: 50, request: { type: ITEM_GET } });
  });

  test("restarts with each reply", async () => {
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
    const exchanges = Array.from({ length: 70 }, () => pendingRequest());
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
    const one = pendingRequest();
    requests.start(one);
    requests.close();
    await quiet();
    expect(one.log).toEqual([expect.any(ClosedError)]);
    expect(sent).toEqual([]);
  });

  test("unsubscribes the socket", () => {
    const socket$ = new BehaviorSubject<Socket>(setUp().socket);
    new RequestSocket(socket$, aContext()).close();
    expect(socket$.observed).toBe(false);
  });

  test("later requests fail with the reason", () => {
    const { requests } = setUp();
    const reason = new SystemError("socket", 24);
    requests.close(reason);
    const one = pendingRequest();
    requests.start(one)();
    expect(requests.closed).toBe(true);
    expect(one.log).toEqual([reason]);
  });

  test.each([
    ["the socket does not open", throwError(() => new SystemError("socket", 93)), SystemError],
    ["there is no socket", EMPTY, ClosedError],
  ])("happens where %s", (_, socket$, Kind) => {
    const requests = new RequestSocket(socket$, aContext());
    const one = pendingRequest();
    requests.start(one);
    expect(one.log).toEqual([expect.any(Kind)]);
  });

  test("happens if the arrivals error", async () => {
    const { requests, arrivals$ } = setUp();
    const one = pendingRequest();
    requests.start(one);
    await quiet();
    const error = new ClosedError("the transport");
    arrivals$.error(error);
    expect(one.log).toEqual([error]);
  });

  test("happens if the arrivals complete", async () => {
    const { requests, arrivals$ } = setUp();
    const one = pendingRequest();
    requests.start(one);
    arrivals$.complete();
    expect(one.log).toEqual([expect.any(ClosedError)]);
  });

  test("fails requests that wait for a socket that never opens", () => {
    const requests = new RequestSocket(NEVER, aContext());
    const one = pendingRequest();
    requests.start(one);
    requests.close();
    expect(one.log).toEqual([expect.any(ClosedError)]);
  });
});
