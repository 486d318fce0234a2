import { channel } from "node:diagnostics_channel";
import { type Arrival, Connection, type Socket, type Transport } from "@rxnetlink/core";
import { firstValueFrom, NEVER, Subject, startWith } from "rxjs";
import { afterEach, expect, it } from "vitest";
import { withDiagnostics } from "#src/diagnostics/with-diagnostics.js";
import { directTransport } from "#src/direct-transport.js";
import { kernelTransport } from "#src/kernel-transport.js";
import { dumpLinks, getLink } from "../support/rtnetlink.js";

const NAMES = ["socket:opened", "socket:closed", "thread:started", "thread:ended", "overrun"];
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Collects what is published by name: the event itself, since one object is published twice. */
function listen(): [string, unknown][] {
  const published: [string, unknown][] = [];
  for (const name of NAMES) {
    const [one, listener] = [
      channel(`rxnetlink:${name}`),
      (event: unknown) => void published.push([name, event]),
    ];
    one.subscribe(listener);
    ends.push(() => one.unsubscribe(listener));
  }
  return published;
}

/** A transport whose sockets overflow as soon as something is sent. */
const overflowing: Transport = {
  socket$() {
    const arrivals$ = new Subject<Arrival>();
    const send = () => {
      queueMicrotask(() => arrivals$.next({ type: "overrun", drops: 3 }));
      return 1;
    };
    const socket: Socket = {
      portId: 9,
      arrivals$,
      send,
      join: send,
      leave: send,
      pause() {},
      keepAlive() {},
    };
    return NEVER.pipe(startWith(socket));
  },
  async close() {},
};

const names = (published: readonly [string, unknown][]) => published.map(([name]) => name);

it("publishes sockets and the thread, from their beginning to their end", async () => {
  const published = listen();
  const transport = kernelTransport({ headStart: false });
  const socket = await new Promise<{ portId: number }>((opened) =>
    transport.socket$({ protocol: 0, groups: ["link"] }).subscribe(opened),
  );
  await transport.close();
  const [started, opened, ...ended] = published;
  expect(started).toEqual(["thread:started", { startUp: expect.any(Number) }]);
  expect(opened).toEqual(["socket:opened", { protocol: 0, portId: socket.portId, groups: [1] }]);
  expect(names(ended).sort()).toEqual(["socket:closed", "thread:ended"]);
  expect(
    ended.every(([name, event]) => event === (name === "socket:closed" ? opened![1] : started![1])),
  ).toBe(true);
});

it.each<[string, () => Transport]>([
  ["before the thread runs", () => kernelTransport()],
  ["of a direct transport", directTransport],
])("publishes the course of requests and sockets %s", async (_, make) => {
  const published = listen();
  const traces: unknown[] = [];
  const listener = (trace: unknown) => void traces.push(trace);
  channel("tracing:rxnetlink:request:asyncEnd").subscribe(listener);
  ends.push(() => channel("tracing:rxnetlink:request:asyncEnd").unsubscribe(listener));
  const transport = make();
  const connection = new Connection(transport, { protocol: 0 });
  await getLink(connection);
  connection.close();
  await transport.close();
  expect(traces).toMatchObject([{ protocol: 0, kind: "request", replies: 1, outcome: "completed" }]);
  expect(names(published).filter((name) => name.startsWith("socket"))).toEqual([
    "socket:opened",
    "socket:closed",
  ]);
});

it("publishes the same of another transport, and wraps none twice", async () => {
  const published = listen();
  const transport = withDiagnostics(overflowing);
  const connection = new Connection(transport, { protocol: 7, namespace: "blue" });
  await expect(firstValueFrom(dumpLinks(connection))).rejects.toThrow("overflowed");
  const socket = { protocol: 7, portId: 9 };
  expect(published).toEqual([
    ["socket:opened", { ...socket, namespace: "blue", groups: [] }],
    ["overrun", { ...socket, drops: 3 }],
    ["socket:closed", expect.anything()],
  ]);
  expect(withDiagnostics(transport)).toBe(transport);
});
