import { FlowControl, SystemError } from "@rxnetlink/core";
import { golden } from "@rxnetlink/testing/golden";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ProcEvent, type ProcEventOptions, processEvents } from "#src/proc/index.js";
import { scripted } from "../support/scripted.js";

const KERNEL = { group: 1 };
const messages = golden(new URL("../../../test/golden/proc/", import.meta.url));
const bytesOf = (name: string) => messages.find((one) => one.name === `proc-${name}`)!.bytes.slice();

const opened = (options?: ProcEventOptions) =>
  scripted<ProcEvent>((transport) => processEvents({ transport }).event$(options));

/** Offsets in a datagram. */
const AT = { seq: 24, ack: 28, cpu: 40, ackErr: 52 } as const;

/** Returns a datagram with other numbers. */
function changed(bytes: Uint8Array, numbers: Partial<Record<keyof typeof AT, number>>): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (const [name, value] of Object.entries(numbers))
    view.setUint32(AT[name as keyof typeof AT], value, true);
  return bytes;
}

const numbered = (cpu: number, seq: number, name = "exec") => changed(bytesOf(name), { cpu, seq });

/** Returns the reply to a request. */
function reply(request: Uint8Array, err = 0): Uint8Array {
  const ack = new DataView(request.buffer, request.byteOffset).getUint32(AT.ack, true);
  return changed(bytesOf("reply"), { ack: ack + 1, ackErr: err });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("listening", () => {
  test("begins with a request that every kernel knows, and ends with one", async () => {
    const { sent, subscription, socket } = await opened();
    expect(sent.map((bytes) => [...bytes])).toEqual([
      // nlmsghdr, cn_msg { 1, 1, seq, ack, 4, flags }, PROC_CN_MCAST_LISTEN
      [
        40,
        0,
        0,
        0,
        3,
        0,
        ...Array(10).fill(0),
        1,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        ...sent[0]!.subarray(28, 32),
        4,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
      ],
    ]);
    expect(socket.options).toEqual({ protocol: 11, groups: [1], noEnobufs: true });
    subscription.unsubscribe();
    await Promise.resolve();
    expect(sent).toHaveLength(2);
    expect([...sent[1]!.subarray(36)]).toEqual([2, 0, 0, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("asks for some kinds in a second request", async () => {
    const { sent, socket } = await opened({ kinds: ["exec", "exit"] });
    expect([...sent[1]!.subarray(32)]).toEqual([8, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0x80]);
    expect(socket.options).toMatchObject({ noEnobufs: false });
  });

  test("is confirmed by the reply to its own request", async () => {
    const listening = vi.fn();
    const { sent, deliver } = await opened({ listening });
    deliver(changed(bytesOf("reply"), { ack: 12_345 }), KERNEL);
    expect(listening).not.toHaveBeenCalled();
    deliver(reply(sent[0]!), KERNEL);
    expect(listening).toHaveBeenCalledOnce();
  });

  test.each([
    [
      "EPERM",
      (error: SystemError) => error.hint,
      "before 6.6 only root may listen, or a process with CAP_NET_ADMIN",
    ],
  ])("fails with %s if the kernel refuses", async (code, hintOf, hint) => {
    const { sent, deliver, error } = await opened();
    deliver(reply(sent[0]!, 1), KERNEL);
    expect(error()).toMatchObject({ name: "SystemError", code });
    expect(hintOf(error() as SystemError)).toBe(hint);
  });

  test("fails in another network namespace, where nobody takes the request", async () => {
    const { socket, error } = await opened();
    socket.deliver({
      type: "callFailed",
      ticket: 1,
      error: new SystemError("sendto", 111, "of the transport"),
    });
    expect(error()).toMatchObject({
      code: "ECONNREFUSED",
      hint: "the kernel reports processes in the initial network namespace only",
    });
  });

  test("fails in another PID namespace, where the kernel does not reply", async () => {
    const { error, subscription } = await opened();
    expect(error()).toBeUndefined();
    vi.runAllTimers();
    expect(error()).toMatchObject({
      code: "ETIMEDOUT",
      hint: expect.stringContaining("initial PID and user namespaces"),
    });
    expect(subscription.closed).toBe(true);
  });

  test("reads the reply although it is paused", async () => {
    const flowControl = new FlowControl();
    flowControl.pause();
    const { socket, sent, deliver } = await opened({ flowControl });
    expect(socket.paused.value).toBe(false);
    deliver(reply(sent[0]!), KERNEL);
    expect(socket.paused.value).toBe(true);
  });
});

describe("events", () => {
  test("are those of the kernel", async () => {
    const { seen, deliver } = await opened();
    deliver(bytesOf("exec"), { group: 1, portId: 7 });
    deliver(bytesOf("exec"), { group: 2 });
    const other = bytesOf("exec");
    other[20] = 2;
    deliver(other, KERNEL);
    expect(seen).toEqual([]);
  });

  test.each<[ProcEventOptions, string[]]>([
    [{}, ["fork", "fork", "exec", "exit", "exit"]],
    [{ kinds: ["exec"] }, ["exec"]],
    [{ kinds: ["nonzeroExit"] }, ["exit", "exit"]],
    [{ threads: false }, ["fork", "exec", "exit", "exit"]],
  ])("with the options %j are %j", async (options, expected) => {
    const { seen, deliver } = await opened(options);
    const names = ["fork", "thread", "exec", "exit", "exit-by-signal"];
    for (const [seq, name] of names.entries()) deliver(numbered(0, seq, name), KERNEL);
    expect(seen.map(({ type }) => type)).toEqual(expected);
  });

  test("that are lost are counted by processor", async () => {
    const { seen, deliver } = await opened();
    const all = [
      [0, 7],
      [1, 0xffff_fffe],
      [0, 8],
      [1, 1],
      [0, 11],
      [0, 10],
      [0, 12],
    ] as const;
    for (const [cpu, seq] of all) deliver(numbered(cpu, seq), KERNEL);
    expect(seen.filter(({ type }) => type === "lost")).toEqual([
      { type: "lost", cpu: 1, events: 2 },
      { type: "lost", cpu: 0, events: 2 },
    ]);
    expect(seen).toHaveLength(9);
  });

  test("that the kernel holds back are not lost; an overflow tells what is", async () => {
    const { seen, deliver, socket } = await opened({ kinds: ["exec"] });
    deliver(numbered(0, 7), KERNEL);
    deliver(numbered(0, 90), KERNEL);
    socket.deliver({ type: "overrun", drops: 3 });
    deliver(numbered(0, 91), KERNEL);
    socket.deliver({ type: "drained" });
    expect(seen.map(({ type }) => type)).toEqual(["exec", "exec", "exec", "lost"]);
  });

  test("that cannot be decoded are reported", async () => {
    const { seen, deliver } = await opened();
    deliver(bytesOf("exec").subarray(0, 40), KERNEL);
    expect(seen).toMatchObject([{ type: "malformed", error: { name: "DecodeError" } }]);
  });

  test("of random bytes are events or malformed", async () => {
    const { seen, deliver, error } = await opened();
    for (let i = 0; i < 3000; i++) {
      const bytes = bytesOf(["exec", "fork", "exit", "comm"][i % 4]!);
      for (let change = 0; change < 3; change++)
        bytes[Math.floor(Math.random() * 76)] = Math.floor(Math.random() * 256);
      deliver(bytes.subarray(0, i % 3 === 0 ? Math.floor(Math.random() * 77) : 76), KERNEL);
    }
    expect(error()).toBeUndefined();
    expect(seen.length).toBeGreaterThan(1000);
  });
});

test.each([
  [{ kinds: ["birth"] }, /^event\$: kinds: an array is not an array of kinds of events: fork, exec,/],
  [{ threads: 1 }, /^event\$: threads: 1 is not a boolean/],
  [{ kind: ["exec"] }, /^event\$: kind: no such option \(did you mean kinds\?\)/],
])("refuses %j", async (options, message) => {
  const { error } = await opened(options as never);
  expect(error()).toMatchObject({ name: "ArgumentError", message: expect.stringMatching(message) });
});
