import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import { firstValueFrom } from "rxjs";
import { describe, expect, test } from "vitest";
import { KernelError } from "#src/errors/errors.js";
import { NLM_F_MULTI } from "#src/message/nlmsg.js";
import { Publisher } from "#src/probe/publisher.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import { u8 } from "#src/schema/types/scalar.js";
import { secretBinary } from "#src/schema/types/secret.js";
import { get } from "../../test/support/item-requests.js";
import { a, b, setUp } from "../../test/support/items.js";
import {
  type Answer,
  ack,
  conversation,
  done,
  ITEM_GET,
  ITEM_NEW,
  item,
  outcome,
  quiet,
  watch,
} from "../../test/support/kernel.js";
import { listening } from "../../test/support/probe.js";

const LABEL = { object: "item", verb: "get", namedBy: ["id"] };
const probed = (answer: Answer, namespace?: string) => {
  const heard = listening();
  const options = namespace === undefined ? {} : { namespace };
  return { ...conversation(answer, options, heard.probe), ...heard };
};

describe("the course of a request", () => {
  test("is one object, published at its beginning and with its outcome", async () => {
    const { connection, stages } = probed((to) => [item(to, { id: 7 })], "blue");
    await outcome(connection.request$({ ...get(7), label: LABEL }));
    const begun = {
      ...{ protocol: 0, namespace: "blue", kind: "request", type: ITEM_GET, flags: 0 },
      ...{ object: "item", verb: "get", identity: "id=7", replies: 0, rejected: 0 },
    };
    const ended = { ...begun, replies: 1, outcome: "completed", duration: expect.any(Number) };
    expect(stages()).toEqual([
      ["start", begun],
      ["end", begun],
      ["asyncStart", ended],
      ["asyncEnd", ended],
    ]);
  });

  test("surrounds the delivery of the outcome", async () => {
    const { connection, published } = probed((to) => [ack(to)]);
    connection.execute$(get(7)).subscribe({ complete: () => published.push(["delivered", undefined]) });
    await quiet();
    const names = published.map(([name]) => name).filter((name) => name !== "datagram");
    expect(names).toEqual(["start", "end", "asyncStart", "delivered", "asyncEnd"]);
  });

  test("has errno, code and path of a refusal", async () => {
    const { connection, stages } = probed((to) => [ack(to, 34, { offs: 20 })]);
    const { error } = await outcome(connection.execute$(get(7)));
    expect(stages().map(([stage]) => stage)).toEqual(["start", "end", "error", "asyncStart", "asyncEnd"]);
    expect(stages()[2]![1]).toMatchObject({
      outcome: "failed",
      errno: 34,
      code: "ERANGE",
      path: "id",
      error,
    });
    expect(error).toBeInstanceOf(KernelError);
  });

  test.each([
    ["a request whose first reply was taken is completed", "request$", "completed"],
    ["a dump that was left is unsubscribed", "dump$", "unsubscribed"],
  ] as const)("%s", async (_, method, outcome) => {
    const { connection, of } = probed((to) => [item(to, { id: 1 }, NLM_F_MULTI)]);
    await firstValueFrom(connection[method](get(1)));
    expect(of("asyncEnd")).toMatchObject([{ replies: 1, outcome }]);
  });

  test("of a dump counts its rows", async () => {
    const { connection, of } = probed((to) => [
      item(to, { id: 1 }, NLM_F_MULTI),
      item(to, { id: 2 }, NLM_F_MULTI),
      done(to),
    ]);
    await outcome(connection.dump$(get(0)));
    expect(of("asyncEnd")).toMatchObject([{ kind: "dump", replies: 2, outcome: "completed" }]);
    expect(of("datagram")).toEqual([{ protocol: 0, bytes: expect.any(Number), messages: 3 }]);
  });

  test("of a batch counts outcomes, and those that were rejected", async () => {
    const { connection, of } = probed((to) => [ack(to, to.value.id === 2 ? 17 : 0)]);
    const label = { object: "item", verb: "add" };
    await outcome(connection.batch$([1, 2, 3], get, label));
    expect(of("asyncEnd")).toMatchObject([{ kind: "batch", ...label, replies: 3, rejected: 1 }]);
  });

  test("includes requests of a session", async () => {
    const { connection, of } = probed((to) => [item(to, { id: 7 })]);
    connection.session$([]).subscribe((session) => session.request$(get(7)).subscribe());
    await quiet();
    expect(of("start")).toHaveLength(1);
  });

  test("is published in the async context of the subscriber", async () => {
    const { connection, requests } = probed((to) => [item(to, { id: 7 })]);
    const storage = new AsyncLocalStorage<string>();
    const stores: unknown[] = [];
    for (const stage of ["start", "asyncStart", "asyncEnd"] as const)
      requests[stage].subscribe(() => stores.push(storage.getStore()));
    await storage.run("mine", () => outcome(connection.request$(get(7))));
    expect(stores).toEqual(["mine", "mine", "mine"]);
  });

  test("gives what listeners bind to its beginning to the request", async () => {
    const { connection, requests } = probed((to) => [item(to, { id: 7 })]);
    const storage = new AsyncLocalStorage<unknown>();
    requests.start.bindStore(storage, ({ kind }) => kind);
    const stores: unknown[] = [];
    connection.request$(get(7)).subscribe(() => stores.push(storage.getStore()));
    await quiet();
    expect(stores).toEqual(["request"]);
  });

  test("shows no secret, refused or not", async () => {
    const { connection, published } = probed((to) => [ack(to, 22)]);
    const layout = message(
      "thing",
      struct("thingmsg", { family: u8 }),
      attributes("things", "THING_", { key: [9, secretBinary] }),
    );
    const value = { key: Uint8Array.of(0xca, 0xfe, 0xba, 0xbe) };
    await outcome(
      connection.execute$({ type: ITEM_NEW, layout, value, label: { ...LABEL, namedBy: ["key"] } }),
    );
    expect(published.length).toBeGreaterThan(4);
    expect(inspect(published, { depth: 9 }) + JSON.stringify(published)).not.toMatch(/cafe|202/i);
  });
});

test("requests are not described while nobody listens", async () => {
  const { probe, requests } = listening();
  const silent = { ...requests, hasSubscribers: false };
  const describeIt = () => expect.unreachable();
  for (const one of [undefined, { ...probe, requests: silent }])
    await outcome(new Publisher(one, { protocol: 0 }).request$((it) => it.complete(), describeIt));
});

test("notifications and resyncs are published", async () => {
  const heard = listening();
  const { items, answer, told, overrun, drained } = setUp({}, heard.probe);
  watch(items.watch$());
  await answer([a]);
  told(b);
  overrun(7);
  drained();
  await answer([]);
  expect(heard.of("notification")).toEqual([{ protocol: 0, object: "item", type: "new" }]);
  expect(heard.of("resync")).toEqual([{ protocol: 0, objects: ["item"], changes: 2, drops: 7 }]);
});
