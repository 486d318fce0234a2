import { ClosedError, DecodeError, type Socket, SystemError } from "@rxnetlink/core";
import { datagram, scriptedTransport } from "@rxnetlink/testing";
import { firstValueFrom, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { recording } from "#src/recording/recording.js";
import { readRecording } from "#src/recording/recording-reader.js";
import { RecordingWriter } from "#src/recording/recording-writer.js";
import { GROUP, type ItemKernel, itemsOver, NEW, quiet, recorded, watch } from "../../test/support/items.js";

const ROOT = { pid: 1, uid: 0, gid: 0 };

/** Opens a socket and collects its arrivals. */
async function opened(transport: ReturnType<typeof recording>, groups?: number[]) {
  const socket$ = transport.socket$({ protocol: 7, namespace: "blue", ...(groups && { groups }) });
  const sockets = watch(socket$);
  await quiet();
  const socket = sockets.values[0] as Socket;
  return { socket, arrivals: watch(socket.arrivals$), close: () => sockets.unsubscribe(), sockets };
}

const kinds = (bytes: Uint8Array) =>
  readRecording(bytes).map(({ events }) => events.map(({ event }) => event.type));

describe("recording", () => {
  test("changes nothing for the program", async () => {
    const { transport, kernel } = recorded();
    const items = itemsOver(transport);
    const notified = watch(items.notifications$());
    await quiet();
    await firstValueFrom(items.add$({ id: 1, name: "one" }));
    expect(await firstValueFrom(items.list$().pipe(toArray()))).toEqual([{ id: 1, name: "one" }]);
    await expect(firstValueFrom(items.add$({ id: 1 }))).rejects.toMatchObject({ code: "EEXIST" });
    expect(notified.values).toMatchObject([{ type: "new", value: { id: 1, name: "one" } }]);
    notified.unsubscribe();
    expect(kernel.listeners).toEqual([]);
  });

  test("records the events of a socket with their time", async () => {
    let now = 1_700_000_000_000;
    const kernel = scriptedTransport(() => {});
    const blocks: Uint8Array[] = [];
    const transport = recording(kernel, (bytes) => blocks.push(bytes), { clock: { now: () => now++ } });
    const { socket, close } = await opened(transport, [GROUP]);
    const [scripted] = kernel.sockets;
    const error = new SystemError("sendto", 1, "be root");
    const sent = socket.send(Uint8Array.of(1, 2, 3));
    scripted!.deliver(datagram(Uint8Array.of(4, 5), { group: GROUP, nsid: 2, credentials: ROOT }));
    scripted!.deliver({ type: "overrun", drops: 8 });
    scripted!.deliver({ type: "drained" });
    scripted!.deliver({ type: "callFailed", ticket: sent, error });
    const joined = socket.join(5);
    const left = socket.leave(5);
    close();
    expect(readRecording(Uint8Array.from(blocks.flatMap((block) => [...block])))).toEqual([
      {
        protocol: 7,
        portId: socket.portId,
        groups: [GROUP],
        namespace: "blue",
        opened: 1_700_000_000_000,
        events: [
          { at: 1, event: { type: "sent", bytes: Uint8Array.of(1, 2, 3), ticket: sent } },
          {
            at: 2,
            event: { type: "datagram", bytes: Uint8Array.of(4, 5), group: GROUP, nsid: 2, credentials: ROOT },
          },
          { at: 3, event: { type: "overrun", drops: 8 } },
          { at: 4, event: { type: "drained" } },
          {
            at: 5,
            event: {
              type: "callFailed",
              ticket: sent,
              error: { message: error.message, syscall: "sendto", errno: 1, hint: "be root" },
            },
          },
          { at: 6, event: { type: "joined", group: 5, ticket: joined } },
          { at: 7, event: { type: "left", group: 5, ticket: left } },
          { at: 8, event: { type: "closed" } },
        ],
      },
    ]);
  });

  test("records tickets of either sign", () => {
    const blocks: Uint8Array[] = [];
    const writer = new RecordingWriter((bytes) => blocks.push(bytes));
    const socket = writer.opened({ protocol: 7, portId: 1, groups: [], opened: 0 });
    for (const ticket of [-1, 1]) writer.happened(socket, 1, { type: "joined", group: 5, ticket });
    const [read] = readRecording(Uint8Array.from(blocks.flatMap((block) => [...block])));
    expect(read?.events.slice(0, 2)).toMatchObject([{ event: { ticket: -1 } }, { event: { ticket: 1 } }]);
  });

  test("copies buffers that are reused", async () => {
    const { transport, kernel, bytes } = recorded();
    const { socket, close } = await opened(transport);
    const buffer = Uint8Array.of(7, 7);
    [...kernel.transport.sockets][0]!.deliver(datagram(buffer));
    buffer.fill(0);
    close();
    expect(socket.portId).toBe(readRecording(bytes())[0]?.portId);
    expect(readRecording(bytes())[0]?.events[0]?.event).toEqual({
      type: "datagram",
      bytes: Uint8Array.of(7, 7),
    });
  });

  test("distinguishes sockets ended by the transport from those closed by the program", async () => {
    const { transport, kernel, bytes } = recorded();
    const ended = await opened(transport);
    [...kernel.transport.sockets][0]!.end();
    const closed = await opened(transport);
    closed.close();
    const over = await opened(transport);
    await transport.close();
    await Promise.all([ended.sockets.ended, over.sockets.ended]);
    const failed = recorded();
    const { sockets } = await opened(failed.transport);
    await failed.kernel.transport.close();
    await sockets.ended;
    expect(kinds(bytes())).toEqual([["ended"], ["closed"], ["closed"]]);
    expect(kinds(failed.bytes())).toEqual([["ended"]]);
  });

  test("records that a socket could not be opened", async () => {
    const { transport, kernel, bytes } = recorded();
    await kernel.transport.close();
    const { error } = await watch(transport.socket$({ protocol: 7, groups: [GROUP] })).ended;
    expect(error).toBeInstanceOf(ClosedError);
    expect(readRecording(bytes())).toMatchObject([{ portId: 0, groups: [GROUP] }]);
    expect(kinds(bytes())).toEqual([["ended"]]);
  });

  test("fails the socket if writing fails", async () => {
    const { transport: kernel } = { transport: scriptedTransport(() => {}) };
    let full = false;
    const transport = recording(kernel, () => {
      if (full) throw new RangeError("no space");
    });
    const { arrivals } = await opened(transport);
    full = true;
    [...kernel.sockets][0]!.deliver({ type: "drained" });
    expect((await arrivals.ended).error).toEqual(new RangeError("no space"));
  });
});

describe("a recording", () => {
  /** Records requests, replies and notifications. */
  async function some(): Promise<Uint8Array> {
    const { transport, bytes, kernel } = recorded();
    const items = itemsOver(transport);
    const notified = watch(items.notifications$());
    await quiet();
    await firstValueFrom(items.add$({ id: 1, name: "one" }));
    await firstValueFrom(items.list$());
    (kernel as ItemKernel).happen(NEW, { id: 2 });
    notified.unsubscribe();
    return bytes();
  }

  test("is read up to where it was truncated", async () => {
    const whole = await some();
    const all = readRecording(whole).flatMap(({ events }) => events);
    let seen = 0;
    for (let length = 60; length <= whole.length; length++) {
      const sockets = readRecording(whole.subarray(0, length));
      const events = sockets
        .flatMap((socket) => socket.events)
        .filter(({ event }) => event.type !== "closed");
      for (const event of events) expect(all).toContainEqual(event);
      expect(events.length).toBeGreaterThanOrEqual(seen);
      seen = events.length;
    }
    expect(seen).toBe(all.filter(({ event }) => event.type !== "closed").length);
    expect(seen).toBeGreaterThan(6);
  });

  test("is distinguished from other files", async () => {
    expect(() => readRecording(new TextEncoder().encode("no recording at all"))).toThrow(DecodeError);
    expect(() => readRecording(new Uint8Array())).toThrow("not a recording");
    const whole = await some();
    const swapped = whole.slice();
    for (const at of [4, 8]) swapped.set(whole.subarray(at, at + 4).toReversed(), at);
    expect(() => readRecording(swapped)).toThrow("byte order");
    expect(() => readRecording(whole.subarray(0, 20))).toThrow("ends within its first block");
    const twice = Uint8Array.from([...whole, ...whole]);
    expect(() => readRecording(twice)).toThrow("several");
    const text = new TextDecoder("latin1").decode(whole).replace('"opened"', '"closed"');
    const foreign = Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect(() => readRecording(foreign)).toThrow("not written by recording()");
  });
});
