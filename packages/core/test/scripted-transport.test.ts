import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { describe, expect, test } from "vitest";
import { ClosedError } from "#src/errors/errors.js";
import type { Arrival } from "#src/transport.js";
import { quiet, watch } from "./support/kernel.js";

describe("a scripted transport", () => {
  test("passes sent data to the script, and the script's deliveries to the socket", async () => {
    const transport = scriptedTransport((bytes, socket) => socket.deliver(datagram(bytes, { portId: 7 })));
    const seen = watch(transport.socket$({ protocol: 0 }));
    await quiet();
    const [socket] = seen.values;
    const arrivals: Arrival[] = [];
    socket!.arrivals$.subscribe((arrival) => arrivals.push(arrival));
    expect(socket!.send(Uint8Array.of(1, 2))).not.toBe(socket!.send(Uint8Array.of(3)));
    expect(arrivals).toEqual([]);
    await quiet();
    expect(arrivals).toMatchObject([
      { type: "datagram", start: 0, end: 2, portId: 7, group: 0 },
      { type: "datagram", start: 0, end: 1, portId: 7, group: 0 },
    ]);
  });

  test("gives each socket a port id, or the requested one", async () => {
    const transport = scriptedTransport(() => {});
    const seen = [{}, {}, { portId: 5 }].map((options) =>
      watch(transport.socket$({ protocol: 0, ...options })),
    );
    await quiet();
    expect(new Set(seen.map(({ values }) => values[0]!.portId)).size).toBe(3);
    expect(seen[2]!.values[0]!.portId).toBe(5);
  });

  test("lists the open sockets", async () => {
    const transport = scriptedTransport(() => {});
    const seen = watch(transport.socket$({ protocol: 0 }));
    expect(transport.sockets.size).toBe(1);
    seen.unsubscribe();
    await quiet();
    expect(transport.sockets.size).toBe(0);
    expect(seen.values).toEqual([]);
  });

  test("closes all sockets, including those opened later", async () => {
    const transport = scriptedTransport(() => {});
    const open = watch(transport.socket$({ protocol: 0 }));
    await transport.close();
    const later = watch(transport.socket$({ protocol: 0 }));
    expect(open).toMatchObject({ ended: true });
    expect(open).not.toHaveProperty("error");
    expect(later.error).toBeInstanceOf(ClosedError);
    expect(transport.sockets.size).toBe(0);
  });
});
