import { ArgumentError, type Arrival, Connection, type Socket, type SocketOptions } from "@rxnetlink/core";
import { firstValueFrom, type Observable, Subject } from "rxjs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { directTransport } from "#src/direct-transport.js";
import { type KernelTransport, kernelTransport } from "#src/kernel-transport.js";
import { getLink } from "../support/rtnetlink.js";

const NETLINK_USERSOCK = 2;
const SYMBOL = Symbol("x");
/** Values that no argument accepts. */
const JUNK: unknown[] = [null, 5n, Number.NaN, {}, [], "x", () => {}, SYMBOL];
const but = (...kinds: string[]) =>
  JUNK.filter((value) => !kinds.includes(Array.isArray(value) ? "array" : typeof value));
const cases = (path: string, values: readonly unknown[]) => values.map((value) => [path, value] as const);

/** Invalid options of a socket. */
const SOCKETS: (readonly [path: string, value: unknown])[] = [
  ...cases("protocol", [undefined, ...JUNK, 1.5, -1, 32]),
  ...cases("type", JUNK),
  ...cases("portId", [...JUNK, -1, 1.5, 2 ** 32]),
  ...cases("groups", but("array")),
  ...cases("namespace", [
    ...but("string", "object"),
    null,
    [],
    ["../../x"],
    "",
    ".",
    "..",
    "a\0b",
    0,
    -1,
    1.5,
  ]),
  ...cases("receiveBuffer", [...JUNK, -1, 1.5, 2 ** 31]),
  ...cases("listenAllNsid", JUNK),
  ...cases("strict", JUNK),
  ...cases("recieveBuffer", [1]),
];
const GROUPS = [...JUNK, undefined, 0, -1, 1.5, 2 ** 32];

const shared = () => new Uint8Array(new SharedArrayBuffer(16));
function givenAway(): Uint8Array {
  const bytes = new Uint8Array(16);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  return bytes;
}

/** Calls of a socket with unusable arguments. */
const CALLS: (readonly [call: string, argument: unknown, make: (socket: Socket) => number])[] = [
  ...[...JUNK, undefined, new ArrayBuffer(16), new Uint16Array(8), shared(), givenAway()].map(
    (bytes) => ["send", bytes, (socket: Socket) => socket.send(bytes as Uint8Array)] as const,
  ),
  ...[...JUNK, -1, 1.5, 2 ** 32].map(
    (portId) =>
      ["send to", portId, (socket: Socket) => socket.send(new Uint8Array(16), portId as number)] as const,
  ),
  ...GROUPS.flatMap((group) => [
    ["join", group, (socket: Socket) => socket.join(group as number)] as const,
    ["leave", group, (socket: Socket) => socket.leave(group as number)] as const,
  ]),
];
const NAMES = [undefined, ...but("string"), ["../../x"], 5, true];

interface Opened {
  readonly socket: Socket;
  readonly arrivals$: Subject<Arrival>;
  close(): void;
}

function opened(socket$: Observable<Socket>): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const arrivals$ = new Subject<Arrival>();
    const subscription = socket$.subscribe({
      next: (socket) => {
        socket.arrivals$.subscribe(arrivals$);
        resolve({ socket, arrivals$, close: () => subscription.unsubscribe() });
      },
      error: reject,
    });
  });
}

describe("a transport with unusable arguments", () => {
  let transport: KernelTransport;
  let bystander: Connection;
  let bystanding: Opened;
  let ended: unknown;
  beforeAll(async () => {
    transport = kernelTransport();
    bystander = new Connection(transport, { protocol: 0 });
    bystanding = await opened(transport.socket$({ protocol: NETLINK_USERSOCK }));
    bystanding.arrivals$.subscribe({
      error: (error) => {
        ended = error;
      },
    });
  });
  afterAll(() => transport.close());
  // The other sockets continue.
  afterEach(async () => {
    expect((await getLink(bystander)).ifname).toBe("lo");
    expect(ended).toBeUndefined();
  });

  it.each(SOCKETS)("rejects a socket with the %s %o", async (path, value) => {
    const options = { protocol: 0, [path]: value } as unknown as SocketOptions;
    for (const { socket$ } of [transport, directTransport()].map((it) => ({ socket$: it.socket$(options) })))
      await expect(opened(socket$)).rejects.toMatchObject({ name: "ArgumentError", path });
  });

  it.each(cases("groups[1]", GROUPS))("rejects a socket with %s %o", async (path, group) => {
    const options = { protocol: 0, groups: [1, group] } as SocketOptions;
    await expect(opened(transport.socket$(options))).rejects.toMatchObject({ name: "ArgumentError", path });
  });

  it.each(JUNK)("rejects the options %o", async (options) => {
    await expect(opened(transport.socket$(options as SocketOptions))).rejects.toBeInstanceOf(ArgumentError);
  });

  it.each(CALLS)("fails %s %o, and nothing else", async (_, __, make) => {
    const { socket, arrivals$, close } = await opened(transport.socket$({ protocol: NETLINK_USERSOCK }));
    const failures: Arrival[] = [];
    const failed = new Promise((resolve) => arrivals$.subscribe((one) => resolve(failures.push(one))));
    const ticket = make(socket);
    await failed;
    expect(failures).toMatchObject([{ type: "callFailed", ticket, error: { name: "ArgumentError" } }]);
    const received = firstValueFrom(arrivals$);
    socket.send(new Uint8Array(16), socket.portId);
    expect(await received).toMatchObject({ type: "datagram", portId: socket.portId });
    close();
  });

  it.each(["pause", "keepAlive"] as const)("fails %s of anything but a boolean", async (call) => {
    const { socket, arrivals$, close } = await opened(transport.socket$({ protocol: NETLINK_USERSOCK }));
    for (const value of JUNK) {
      const failure = firstValueFrom(arrivals$);
      socket[call](value as boolean);
      expect(await failure).toMatchObject({
        type: "callFailed",
        error: { name: "ArgumentError", callee: call },
      });
    }
    close();
  });

  it.each(NAMES)("neither creates nor deletes a namespace with the name %o", async (name) => {
    await expect(transport.deleteNamespace(name as string)).rejects.toBeInstanceOf(ArgumentError);
    if (name === undefined) return;
    await expect(transport.createNamespace(name as string)).rejects.toBeInstanceOf(ArgumentError);
  });

  it.each([...JUNK, 0, -1, 1.5, 2 ** 31])("rejects the period %o of statistics", async (period) => {
    await expect(firstValueFrom(transport.statistics$(period as number))).rejects.toBeInstanceOf(
      ArgumentError,
    );
  });

  it.each([
    ...JUNK.filter((value) => typeof value !== "object" || value === null || Array.isArray(value)),
    { resourceLimit: {} },
    ...but("object", "function").map((resourceLimits) => ({ resourceLimits })),
    ...[...JUNK, 0, -1, 0.1, 100_000].map((stackSizeMb) => ({ resourceLimits: { stackSizeMb } })),
    { resourceLimits: { stackSize: 4 } },
    { resourceLimits: { codeRangeSizeMb: 2 ** 32 } },
    ...[...JUNK, 0, -1, 1.5, 2 ** 31].map((concurrency) => ({ concurrency })),
  ])("is not created with %o", (options) => {
    expect(() => kernelTransport(options as never)).toThrow(ArgumentError);
  });
});

describe("a buffer that is sent", () => {
  let transport: KernelTransport;
  beforeAll(() => {
    transport = kernelTransport();
  });
  afterAll(() => transport.close());
  const openSocket = () => opened(transport.socket$({ protocol: NETLINK_USERSOCK }));

  /** Resolves to the sizes of arriving datagrams and the tickets of failed calls, once there are `count`. */
  const arrived = ({ arrivals$ }: Opened, count: number) =>
    new Promise<unknown[]>((resolve) => {
      const seen: unknown[] = [];
      arrivals$.subscribe((arrival) => {
        if (arrival.type === "datagram") seen.push(arrival.end - arrival.start);
        if (arrival.type === "callFailed") seen.push([arrival.ticket, arrival.error.name]);
        if (seen.length === count) resolve(seen);
      });
    });

  it("twice in a turn fails the second time, and the others are sent", async () => {
    const one = await openSocket();
    const { portId } = one.socket;
    const seen = arrived(one, 3);
    const twice = new Uint8Array(20);
    one.socket.send(twice, portId);
    const ticket = one.socket.send(twice, portId);
    one.socket.send(new Uint8Array(24), portId);
    expect(await seen).toEqual(expect.arrayContaining([20, 24, [ticket, "ArgumentError"]]));
    one.close();
  });

  it("as part of a larger buffer leaves the rest to the caller", async () => {
    const one = await openSocket();
    const seen = arrived(one, 3);
    const bytes = Buffer.from("some text, of which Node keeps more in one buffer");
    const larger = new Uint8Array(64);
    one.socket.send(bytes, one.socket.portId);
    one.socket.send(larger.subarray(0, 20), one.socket.portId);
    one.socket.send(larger.subarray(20, 44), one.socket.portId);
    expect(await seen).toEqual([bytes.length, 20, 24]);
    expect([larger.length, bytes.toString().slice(0, 9)]).toEqual([64, "some text"]);
    one.close();
  });

  it("and is too large for the socket fails alone", async () => {
    const one = await openSocket();
    const { portId } = one.socket;
    const seen = arrived(one, 3);
    one.socket.send(new Uint8Array(20), portId);
    const ticket = one.socket.send(new Uint8Array(64 * 2 ** 20), portId);
    one.socket.send(new Uint8Array(24), portId);
    expect(await seen).toEqual([20, [ticket, "SystemError"], 24]);
    one.close();
  });
});
