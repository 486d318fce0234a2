import { readdirSync } from "node:fs";
import { type Arrival, Connection, type Socket, type SocketOptions, type Transport } from "@rxnetlink/core";
import { count, lastValueFrom, map, ReplaySubject, take, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { directTransport } from "#src/direct-transport.js";
import { datagram, largeSender, NETLINK_USERSOCK, TOO_LARGE } from "../support/large.js";
import { dumpLinks, getLink } from "../support/rtnetlink.js";

describe("a transport without a thread", () => {
  let transport: Transport;
  beforeEach(() => {
    transport = directTransport();
  });
  afterEach(() => transport.close());

  interface Opened {
    readonly socket: Socket;
    /** All arrivals and their end, for late subscribers too. */
    readonly arrivals$: ReplaySubject<Arrival>;
    close(): void;
  }
  function opened(options: Partial<SocketOptions> = {}): Promise<Opened> {
    return new Promise((resolve, reject) => {
      const arrivals$ = new ReplaySubject<Arrival>();
      const subscription = transport.socket$({ protocol: NETLINK_USERSOCK, ...options }).subscribe({
        next(socket) {
          socket.arrivals$.subscribe(arrivals$);
          resolve({ socket, arrivals$, close: () => subscription.unsubscribe() });
        },
        error: reject,
      });
    });
  }

  it("answers requests and dumps", async () => {
    const connection = new Connection(transport, { protocol: 0 });
    expect((await getLink(connection)).ifname).toBe("lo");
    expect(await lastValueFrom(dumpLinks(connection).pipe(count()))).toBeGreaterThan(0);
    connection.close();
  });

  it("reports which call failed", async () => {
    const { socket, arrivals$, close } = await opened();
    const ticket = socket.send(new Uint8Array(16), 0x7fff_fff0);
    const arrived = lastValueFrom(arrivals$.pipe(toArray()));
    setImmediate(close);
    expect(await arrived).toMatchObject([{ type: "callFailed", ticket, error: { code: "ECONNREFUSED" } }]);
  });

  it("ends all streams when closed, opens nothing more, and leaves no descriptor", async () => {
    const before = readdirSync("/proc/self/fd").length;
    const connection = new Connection(transport, { protocol: 0 });
    await getLink(connection);
    const { arrivals$ } = await opened();
    const ended = lastValueFrom(arrivals$.pipe(count()));
    await transport.close();
    expect(await ended).toBe(0);
    await expect(getLink(connection)).rejects.toMatchObject({ name: "ClosedError" });
    expect(readdirSync("/proc/self/fd")).toHaveLength(before);
  });

  it("rejects namespaces with an error", async () => {
    await expect(opened({ namespace: "blue" })).rejects.toMatchObject({ syscall: "setns", code: "EINVAL" });
  });

  it("lets the event loop turn between replies that arrive faster than they are read", async () => {
    const connection = new Connection(transport, { protocol: 0 });
    await getLink(connection);
    let [asked, turns] = [0, 0];
    const timer = setInterval(() => turns++, 1);
    // Each reply arrives in the turn of its request, so timers do not run on their own.
    while (turns < 3 && asked < 100_000) {
      await getLink(connection);
      asked++;
    }
    clearInterval(timer);
    expect(turns).toBe(3);
    connection.close();
  });

  it("reads nothing while paused, and resumes afterwards", async () => {
    const { socket, arrivals$, close } = await opened({ protocol: NETLINK_USERSOCK });
    const arrivals: Arrival[] = [];
    arrivals$.subscribe((arrival) => arrivals.push(arrival));
    socket.pause(true);
    socket.send(datagram(20), socket.portId);
    await new Promise(setImmediate);
    expect(arrivals).toEqual([]);
    socket.pause(false);
    await new Promise(setImmediate);
    expect(arrivals).toMatchObject([{ type: "datagram" }]);
    close();
  });

  const sender = largeSender();
  it.skipIf(sender === undefined)(
    "delivers large datagrams complete, or reports them as truncated",
    async () => {
      const { socket, arrivals$ } = await opened();
      const wake = () => socket.send(datagram(20), socket.portId);
      const sizeOf = (arrival: Arrival) =>
        arrival.type === "datagram"
          ? arrival.end - arrival.start
          : [arrival.type, "size" in arrival && arrival.size];
      const sizes = lastValueFrom(arrivals$.pipe(map(sizeOf), take(4), toArray()));
      for (const size of [300_000, TOO_LARGE]) {
        sender!.send(socket.portId, size);
        wake();
        await new Promise(setImmediate);
      }
      expect(await sizes).toEqual([300_000, 20, ["truncated", TOO_LARGE], 20]);
      sender!.close();
    },
  );
});
