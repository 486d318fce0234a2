import { scriptedTransport } from "@rxnetlink/testing";
import type { Observable } from "rxjs";
import { describe, expect, test } from "vitest";
import { Connection } from "#src/connection/connection.js";
import { ClosedError } from "#src/errors/errors.js";
import { all, get, items, silent } from "../../test/support/item-requests.js";
import { conversation, ITEM_NEW, itemMessage, outcome, quiet, watch } from "../../test/support/kernel.js";

describe("close", () => {
  test("ends everything that is open, and closes its sockets", async () => {
    const { connection, transport } = conversation(silent);
    const asked = [
      watch(connection.request$(get(1))),
      watch(connection.execute$(get(1))),
      watch(connection.dump$(all)),
    ];
    const notifications = watch(connection.notifications$([items]));
    await quiet();
    connection.close();
    connection.close();
    expect(asked.map(({ error }) => error)).toEqual(asked.map(() => expect.any(ClosedError)));
    expect(notifications).toMatchObject({ ended: true });
    expect(notifications).not.toHaveProperty("error");
    expect(transport.sockets.size).toBe(0);
  });

  test("later subscriptions error", async () => {
    const { connection, transport } = conversation(silent);
    connection.close();
    const later: Observable<unknown>[] = [
      connection.request$(get(1)),
      connection.execute$(get(1)),
      connection.dump$(all),
      connection.notifications$([items]),
    ];
    for (const one$ of later) expect(await outcome(one$)).toMatchObject({ error: expect.any(ClosedError) });
    expect(transport.sockets.size).toBe(0);
  });

  test("a subscriber that retries gets an error, not a socket", async () => {
    const { connection, transport } = conversation(silent);
    const errors: unknown[] = [];
    connection.request$(get(1)).subscribe({
      error: () => connection.request$(get(1)).subscribe({ error: (error) => errors.push(error) }),
    });
    await quiet();
    connection.close();
    expect(errors).toEqual([expect.any(ClosedError)]);
    expect(transport.sockets.size).toBe(0);
  });

  test("of the transport ends everything too", async () => {
    const { connection, transport } = conversation(silent);
    const asked = watch(connection.request$(get(1)));
    const notifications = watch(connection.notifications$([items]));
    await quiet();
    await transport.close();
    expect(asked.error).toBeInstanceOf(ClosedError);
    expect(notifications).toMatchObject({ ended: true });
    expect(notifications).not.toHaveProperty("error");
    expect(await outcome(connection.request$(get(1)))).toMatchObject({ error: expect.any(ClosedError) });
  });
});

test("when its sockets close on their own, notifications complete and requests error", async () => {
  const { connection, transport } = conversation(silent);
  const notifications = watch(connection.notifications$([items]));
  const batch = [{ type: ITEM_NEW, layout: itemMessage, value: { id: 1 } }];
  const asked = [
    watch(connection.request$(get(1))),
    watch(connection.dump$(all)),
    watch(connection.batch$(batch)),
  ];
  await quiet();
  expect(transport.sockets.size).toBe(4);
  for (const socket of transport.sockets) socket.end();
  expect(notifications).toMatchObject({ values: [], ended: true });
  expect(notifications).not.toHaveProperty("error");
  for (const { error } of asked) {
    expect(error).toBeInstanceOf(ClosedError);
    expect(error).toMatchObject({ message: "the socket is closed" });
  }
});

test("opens sockets with the options of the connection", async () => {
  const transport = scriptedTransport(silent);
  const connection = new Connection(transport, { protocol: 16, namespace: "blue", strict: false });
  watch(connection.request$(get(1)));
  watch(connection.notifications$([items, { ...items, groups: [1, 2] }]));
  await quiet();
  const common = { protocol: 16, namespace: "blue", strict: false };
  expect([...transport.sockets].map(({ options }) => options)).toEqual([
    { ...common, repliesOnly: true },
    { ...common, groups: [1, 2] },
  ]);
});
