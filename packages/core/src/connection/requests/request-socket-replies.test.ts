import { datagram } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import { DecodeError, KernelError, OutcomeUnknownError, SystemError } from "#src/errors/errors.js";
import { NLM_F_MULTI, NLMSG_ERROR, NLMSG_NOOP, NLMSG_OVERRUN } from "#src/message/nlmsg.js";
import {
  ack,
  badItem,
  cutMessage,
  done,
  ITEM_GET,
  item,
  join,
  quiet,
  raw,
} from "../../../test/support/kernel.js";

import { COMPLETED, PORT, pendingRequest, setUp, to } from "../../../test/support/request-socket.js";

describe("answers", () => {
  test("an acknowledgement carries the kernel's warning and cookie", async () => {
    const { requests, deliver } = setUp();
    const one = pendingRequest();
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
    const one = pendingRequest();
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

  test("a positive number is a value only where the request says so", async () => {
    const { requests, deliver } = setUp();
    const [counting, other, refused] = [
      pendingRequest({ returnsNumber: true }),
      pendingRequest(),
      pendingRequest({ returnsNumber: true }),
    ];
    for (const one of [counting, other, refused]) requests.start(one);
    await quiet();
    deliver(ack(to(1), -42), ack(to(2), -42), ack(to(3), 42));
    expect(counting.log).toEqual([{ returned: 42 }]);
    expect(other.log).toMatchObject([{ errno: 42 }]);
    expect(refused.log).toMatchObject([{ errno: 42 }]);
  });

  test("the first reply completes a request that needs only one", async () => {
    const { requests, statistics, deliver } = setUp();
    const one = pendingRequest({ completesOn: "reply" });
    requests.start(one);
    await quiet();
    deliver(item(to(1), { id: 7 }), item(to(1), { id: 8 }));
    expect(one.log).toEqual([{ family: 0, id: 7 }, {}]);
    expect(statistics.strays).toBe(1);
  });

  test("NLMSG_DONE ends a multipart reply", async () => {
    const { requests, deliver } = setUp();
    const one = pendingRequest({ completesOn: "reply" });
    requests.start(one);
    await quiet();
    deliver(item(to(1), { id: 7 }, NLM_F_MULTI), item(to(1), { id: 8 }, NLM_F_MULTI));
    expect(one.log).toHaveLength(2);
    deliver(done(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 7 }, { family: 0, id: 8 }, {}]);
  });

  test("replies come before the acknowledgement", async () => {
    const { requests, deliver } = setUp();
    const one = pendingRequest();
    requests.start(one);
    await quiet();
    deliver(item(to(1), { id: 7 }), ack(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 7 }, {}]);
  });

  test("an unreadable reply does not stop the others; its error comes at the end", async () => {
    const { requests, deliver } = setUp();
    const one = pendingRequest();
    requests.start(one);
    await quiet();
    deliver(badItem(to(1)), item(to(1), { id: 7 }), ack(to(1)));
    expect(one.log).toEqual([{ family: 0, id: 7 }, expect.any(DecodeError)]);
    expect(one.log[1]).toHaveProperty("path", "id");
  });

  test("ignores control messages without meaning", async () => {
    const { requests, deliver } = setUp();
    const one = pendingRequest({ completesOn: "reply" });
    requests.start(one);
    await quiet();
    const none = new Uint8Array(0);
    deliver(raw(to(1), NLMSG_NOOP, 0, none), raw(to(1), NLMSG_OVERRUN, 0, none), item(to(1), { id: 7 }));
    expect(one.log).toEqual([{ family: 0, id: 7 }, {}]);
  });

  test("a truncated acknowledgement fails its request, which would wait indefinitely", async () => {
    const { requests, deliver } = setUp();
    const [cut, whole] = [pendingRequest(), pendingRequest()];
    requests.start(cut);
    requests.start(whole);
    await quiet();
    deliver(raw(to(1), NLMSG_ERROR, 0, Uint8Array.of(0, 0, 0, 0)), ack(to(2)));
    expect(cut.log).toEqual([expect.any(OutcomeUnknownError)]);
    expect(cut.log[0]).toHaveProperty("cause", expect.any(DecodeError));
    expect(whole.log).toEqual(COMPLETED);
  });

  test.each([
    ["another sequence", to(9), 0],
    ["another port id", { sequence: 1, portId: PORT + 1 }, 0],
    ["a sender that is not the kernel", to(1), 4242],
  ])("of %s are strays", async (_, address, sender) => {
    const { requests, statistics, arrivals$ } = setUp();
    const one = pendingRequest();
    requests.start(one);
    await quiet();
    arrivals$.next(datagram(ack(address), { portId: sender }));
    expect(one.log).toEqual([]);
    expect(statistics.strays).toBe(1);
  });

  test("are counted", async () => {
    const { requests, statistics, deliver } = setUp();
    requests.start(pendingRequest());
    await quiet();
    const answers = [item(to(1), { id: 7 }), ack(to(1))];
    deliver(...answers);
    expect(statistics).toEqual({
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
  test("after an overrun sent requests have unknown outcomes; queued ones leave once the queue is empty", async () => {
    const { requests, sent, statistics, arrivals$, deliver } = setUp();
    const exchanges = Array.from({ length: 65 }, () => pendingRequest());
    for (const one of exchanges) requests.start(one);
    await quiet();
    const late = pendingRequest();
    requests.start(late);
    arrivals$.next({ type: "overrun" });
    expect(exchanges.slice(0, 64).map(({ log }) => log)).toEqual(
      Array.from({ length: 64 }, () => [expect.any(OutcomeUnknownError)]),
    );
    await quiet();
    // The kernel would drop their replies.
    expect(sent).toHaveLength(1);
    arrivals$.next({ type: "drained" });
    await quiet();
    expect(sent[1]).toMatchObject([{ sequence: 65 }, { sequence: 66 }]);
    deliver(ack(to(65)), ack(to(66)));
    expect([exchanges[64]!.log, late.log]).toEqual([COMPLETED, COMPLETED]);
    expect(statistics.overruns).toBe(1);
  });

  test("after a malformed datagram sent requests have unknown outcomes", async () => {
    const { requests, statistics, deliver } = setUp();
    const answered = pendingRequest();
    const lost = pendingRequest();
    requests.start(answered);
    requests.start(lost);
    await quiet();
    deliver(ack(to(1)), cutMessage(to(2)));
    expect(answered.log).toEqual(COMPLETED);
    expect(lost.log).toEqual([expect.any(OutcomeUnknownError)]);
    expect(lost.log[0]).toHaveProperty("cause", expect.any(DecodeError));
    expect(statistics.malformed).toBe(1);
  });

  test("a datagram that could not be sent fails only its own requests", async () => {
    const { requests, arrivals$, deliver } = setUp();
    const [first, second, other] = [pendingRequest(), pendingRequest(), pendingRequest()];
    requests.start(first);
    requests.start(second);
    await quiet();
    requests.start(other);
    await quiet();
    const error = new SystemError("sendto", 90);
    arrivals$.next({ type: "callFailed", ticket: 1, error });
    deliver(ack(to(3)));
    expect([first.log, second.log, other.log]).toEqual([[error], [error], COMPLETED]);
  });
});
