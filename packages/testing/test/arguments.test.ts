import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ArgumentError,
  type Arrival,
  type Socket,
  type SocketOptions,
  type Transport,
} from "@rxnetlink/core";
import { firstValueFrom } from "rxjs";
import { afterAll, describe, expect, it } from "vitest";
import { FakeNetlink } from "#src/fake/index.js";
import { recording, recordTo, replay, scriptedTransport } from "#src/index.js";
import { withNamespace } from "#src/kernel.js";

const scripted = () => scriptedTransport(() => {});
const blocks: Uint8Array[] = [];
recording(scripted(), (bytes) => blocks.push(bytes));
const EMPTY = Uint8Array.from(blocks.flatMap((bytes) => [...bytes]));
const FAKE = {
  protocol: 0,
  receiveQueue: 1,
  dumpSize: 1,
  privileged: true,
  faults: () => undefined,
};
const JUNK = [null, undefined, 5n, 5, "x", [], Symbol("x")];

const folder = mkdtempSync(join(tmpdir(), "arguments-"));
const file = join(folder, "file");
afterAll(() => rmSync(folder, { recursive: true }));

describe("a recording rejects", () => {
  it.each([...JUNK, {}, () => {}])("a transport that is %o", (transport) => {
    expect(() => recording(transport as Transport, () => {})).toThrow(ArgumentError);
    expect(() => recordTo(file, transport as Transport)).toThrow(ArgumentError);
    expect(existsSync(file)).toBe(false);
  });

  it.each([...JUNK, {}])("a writer that is %o", (write) => {
    expect(() => recording(scripted(), write as () => void)).toThrow(ArgumentError);
  });

  it.each([null, undefined, 5n, 5, "", "a\0b", [], {}, Symbol("x")])("a path that is %o", (path) => {
    expect(() => recordTo(path as string, scripted())).toThrow(ArgumentError);
  });

  it.each([null, 5, [], { clocks: 1 }, { clock: null }, { clock: {} }, { clock: 5 }])(
    "options that are %o",
    (options) => {
      expect(() => recording(scripted(), () => {}, options as never)).toThrow(ArgumentError);
      expect(() => recordTo(file, scripted(), options as never)).toThrow(ArgumentError);
      expect(existsSync(file)).toBe(false);
    },
  );
});

describe("a replay rejects", () => {
  it.each([...JUNK, {}, new ArrayBuffer(8), new Uint16Array(8)])("bytes that are %o", (bytes) => {
    expect(() => replay(bytes as Uint8Array)).toThrow(ArgumentError);
  });

  it.each([null, 5, [], { speed: 1 }, { pace: "slow" }, { pace: null }, { scheduler: {} }, { layoutOf: {} }])(
    "options that are %o",
    (options) => {
      expect(() => replay(EMPTY, options as never)).toThrow(ArgumentError);
    },
  );
});

describe.each([
  ["a scripted transport", () => scripted()],
  ["a fake kernel", () => new FakeNetlink(FAKE).transport],
  ["a recording", () => recording(scripted(), () => {})],
  ["a replay", () => replay(EMPTY)],
] as [string, () => Transport][])("%s checks arguments like that of the kernel", (_, make) => {
  it.each([
    null,
    {},
    { protocol: "0" },
    { protocol: 0, groups: null },
    { protocol: 0, groups: [0] },
    { protocol: 0, receiveBuffer: 5n },
    { protocol: 0, namespace: ["x"] },
    { protocol: 0, timeout: 1 },
  ])("of sockets: %o", async (options) => {
    await expect(firstValueFrom(make().socket$(options as SocketOptions))).rejects.toBeInstanceOf(
      ArgumentError,
    );
  });

  const CALLS: Record<string, (socket: Socket) => number> = {
    "send(null)": (socket) => socket.send(null as never),
    'send("x")': (socket) => socket.send("x" as never),
    "send(shared)": (socket) => socket.send(new Uint8Array(new SharedArrayBuffer(16))),
    "send(given away)": (socket) => {
      const bytes = new Uint8Array(16);
      structuredClone(bytes, { transfer: [bytes.buffer] });
      return socket.send(bytes);
    },
    "send(…, -1)": (socket) => socket.send(new Uint8Array(16), -1),
    "join(1n)": (socket) => socket.join(1n as never),
    "leave(0)": (socket) => socket.leave(0),
  };
  it.each(Object.keys(CALLS))("of calls: %s", async (call) => {
    const failed = await new Promise<[Arrival, number]>((resolve, reject) =>
      make()
        .socket$({ protocol: 0 })
        .subscribe({
          next: (socket) => {
            let ticket = 0;
            socket.arrivals$.subscribe((arrival) => resolve([arrival, ticket]));
            ticket = CALLS[call]!(socket);
          },
          error: reject,
        }),
    );
    expect(failed).toMatchObject([
      { type: "callFailed", ticket: failed[1], error: { name: "ArgumentError" } },
      failed[1],
    ]);
  });
});

it.each(JUNK)("withNamespace rejects the action %o", async (action) => {
  await expect(withNamespace(action as never)).rejects.toBeInstanceOf(ArgumentError);
});
