import { scriptedTransport } from "@rxnetlink/testing";
import { asyncScheduler, type Observable, type OperatorFunction, Subject } from "rxjs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Connection } from "#src/connection/connection.js";
import type { ConnectionOptions } from "#src/connection/connection-options.js";
import type { MessageSet } from "#src/connection/notification.js";
import type { Request } from "#src/connection/request.js";
import { checkSocketOptions } from "#src/connection/socket-checks.js";
import { ArgumentError, RequestTimeoutError } from "#src/errors/errors.js";
import { settle } from "#src/operators/settle.js";
import { waitFor } from "#src/operators/wait-for.js";
import type { SocketOptions } from "#src/transport.js";
import { conversation, ITEM_GET, type Item, item, itemMessage, outcome } from "./support/kernel.js";

const LONGER_THAN_A_TIMER = 2 ** 31;
const symbol = Symbol("x");
const pathOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof ArgumentError) return error.path;
    throw error;
  }
  throw new Error("was taken");
};

/** Invalid socket options, with the path of the error. */
const wrongSockets: [options: unknown, path: string][] = [
  ...[undefined, null, 5, "route", [], () => {}].map((options): [unknown, string] => [options, "options"]),
  ...[undefined, null, "0", 0n, 1.5, -1, 32, Number.NaN, {}, symbol].map((protocol): [unknown, string] => [
    { protocol },
    "protocol",
  ]),
  ...Object.entries({
    type: [null, "stream", 3],
    portId: [null, "1", 1n, -1, 1.5, 2 ** 32],
    groups: [null, 1, "1", {}, new Set([1])],
    namespace: [null, "", ".", "..", "a\0b", 0, -1, 1.5, 2 ** 31, 1n, true, [], ["blue"], () => {}, symbol],
    receiveBuffer: [null, "1", 5n, -1, 1.5, 2 ** 31, Number.POSITIVE_INFINITY],
    listenAllNsid: [null, 1, "yes"],
    strict: [null, 0, "no"],
    recieveBuffer: [1],
    timeout: [1],
  }).flatMap(([path, values]) =>
    values.map((value): [unknown, string] => [{ protocol: 0, [path]: value }, path]),
  ),
  ...[null, "1", 1n, 0, -1, 1.5, 2 ** 32].map((group): [unknown, string] => [
    { protocol: 0, groups: [1, group] },
    "groups[1]",
  ]),
];

describe("the options of a socket", () => {
  it.each(wrongSockets)("%o are refused for %s", (options, path) => {
    expect(pathOf(() => checkSocketOptions(options as SocketOptions))).toBe(path);
  });

  it("are rejected with a description of valid ones", () => {
    const options = { protocol: 0, receiveBuffer: 5n } as unknown as SocketOptions;
    expect(() => checkSocketOptions(options)).toThrow(
      "receiveBuffer: 5n is not a whole number from 0 to 2147483647",
    );
  });

  it("are copied, and read once", () => {
    let reads = 0;
    const namespace = { fd: 5, close() {} };
    const options = {
      protocol: 0,
      type: undefined,
      groups: Object.assign([1, 2], { extra() {} }),
      namespace,
      get portId() {
        return ++reads;
      },
    } as unknown as SocketOptions;
    const copy = checkSocketOptions(options);
    expect(copy).toEqual({ protocol: 0, groups: [1, 2], namespace, portId: 1 });
    expect(copy.groups).not.toHaveProperty("extra");
    expect(copy).not.toHaveProperty("type");
  });
});

describe("a connection", () => {
  const transport = scriptedTransport(() => {});

  it.each([undefined, null, 5, {}, () => {}])("refuses %o for a transport", (other) => {
    expect(pathOf(() => new Connection(other as never, { protocol: 0 }))).toBe("transport");
  });

  const wrong: [path: string, options: unknown][] = [
    ["options", null],
    ["groups", { protocol: 0, groups: [1] }],
    ["portId", { protocol: 0, portId: 1 }],
    ["timout", { protocol: 0, timout: 1 }],
    ["timeout", { protocol: 0, timeout: -1 }],
    ["receiveBuffer", { protocol: 0, receiveBuffer: "1" }],
    ...["1", 1n, Number.NaN, null, {}].map(
      (timeout) => ["timeout", { protocol: 0, timeout }] as [string, unknown],
    ),
  ];

  it.each(wrong)("refuses %s of %o", (path, options) => {
    expect(pathOf(() => new Connection(transport, options as ConnectionOptions))).toBe(path);
  });

  it("refuses an option that cannot be read", () => {
    const options = {
      protocol: 0,
      get timeout(): number {
        throw new Error("gone");
      },
    };
    expect(() => new Connection(transport, options)).toThrow(
      "Connection: timeout: cannot be read: Error: gone",
    );
  });
});

describe("an invalid request", () => {
  afterEach(() => void vi.useRealTimers());
  const get = { type: ITEM_GET, layout: itemMessage, value: { id: 7 } };
  const answering = () => conversation((to) => [item(to, { id: 7 })]).connection;
  const verbs: [string, (connection: Connection, request: Request<Item>) => Observable<unknown>][] = [
    ["request$", (connection, request) => connection.request$(request)],
    ["execute$", (connection, request) => connection.execute$(request)],
    ["dump$", (connection, request) => connection.dump$(request)],
  ];
  const wrong: [path: string, request: unknown][] = [
    ...["18", 18n, -1, 1.5, 65_536, null].map((type): [string, unknown] => ["type", { ...get, type }]),
    ...[null, {}, "link"].map((layout): [string, unknown] => ["layout", { ...get, layout }]),
    ...[null, {}, 5].map((reply): [string, unknown] => ["reply", { ...get, reply }]),
    ...["1", 1n, -1, 65_536, null].map((flags): [string, unknown] => ["flags", { ...get, flags }]),
    ...["1", 1n, -1, Number.NaN, null].map((timeout): [string, unknown] => ["timeout", { ...get, timeout }]),
  ];

  it.each(verbs.flatMap(([name, verb]) => wrong.map((one) => [name, ...one, verb] as const)))(
    "%s refuses the %s of %o",
    async (_, path, request, verb) => {
      const connection = answering();
      const { error } = await outcome(verb(connection, request as Request<Item>));
      expect(error).toMatchObject({ name: "ArgumentError", path });
      expect(await outcome(connection.request$(get))).toMatchObject({ values: [{ id: 7 }] });
    },
  );

  it.each(verbs)("%s rejects what is not an object", async (_, verb) => {
    for (const request of [undefined, null, 5, "link"]) {
      const { error } = await outcome(verb(answering(), request as never));
      expect(error).toBeInstanceOf(ArgumentError);
    }
  });

  it.each([undefined, null, 5, {}, [null], [{}], [{ groups: 1 }], [get]])(
    "refuses objects that are %o",
    async (objects) => {
      const { error } = await outcome(answering().notifications$(objects as unknown as MessageSet<Item>[]));
      expect(error).toBeInstanceOf(ArgumentError);
    },
  );

  it("a timeout longer than a timer can wait does not end at once", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { connection } = conversation(() => []);
    let error: unknown;
    connection.request$({ ...get, timeout: LONGER_THAN_A_TIMER }).subscribe({ error: (it) => (error = it) });
    await vi.advanceTimersByTimeAsync(LONGER_THAN_A_TIMER - 1);
    expect(error).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(error).toBeInstanceOf(RequestTimeoutError);
  });
});

describe("an infinite time", () => {
  afterEach(() => void vi.useRealTimers());
  const run = (operator: OperatorFunction<number, unknown>) => {
    vi.useFakeTimers();
    const seen: unknown[] = [];
    const source = new Subject<number>();
    source.pipe(operator).subscribe({ next: (it) => seen.push(it), error: (it) => seen.push(it) });
    source.next(1);
    vi.advanceTimersByTime(10_000);
    return { source, seen };
  };

  it("never ends, instead of after a millisecond", () => {
    const { source, seen } = run(waitFor((value) => value === 2, { within: Number.POSITIVE_INFINITY }));
    expect([vi.getTimerCount(), seen]).toEqual([0, []]);
    source.next(2);
    expect(seen).toEqual([2]);
  });

  it("leaves the length of a burst to the other limit", () => {
    const { seen } = run(settle(Number.POSITIVE_INFINITY, { maxWait: 20_000 }));
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(seen).toEqual([1]);
    const { schedule } = asyncScheduler;
    const delays = vi.spyOn(asyncScheduler, "schedule").mockImplementation(schedule.bind(asyncScheduler));
    run(settle(Number.POSITIVE_INFINITY));
    expect(delays.mock.calls.map(([, delay]) => delay)).toEqual([2 ** 31 - 1]);
    delays.mockRestore();
  });
});
