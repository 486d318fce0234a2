import { Writer } from "@rxnetlink/core/schema";
import { golden } from "@rxnetlink/testing/golden";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type UeventEvent, type UeventOptions, uevents } from "#src/uevent/index.js";
import { ueventMessage } from "#src/uevent/layout.js";
import { optionsOf, scripted } from "../support/scripted.js";

const KERNEL = { group: 1 };
const ROOT = { pid: 7, uid: 0, gid: 0 };
const UDEV = { group: 2, portId: 7, credentials: ROOT };
const NLMSG_HDRLEN = 16;

const opened = (options?: UeventOptions) =>
  scripted<UeventEvent>((transport) => uevents({ transport }).uevent$(options));

/** Returns a datagram of the kernel. */
function numbered(seqnum: number, action = "add"): Uint8Array {
  const out = new Writer();
  const variables = { ACTION: action, DEVPATH: "/d", SUBSYSTEM: "s", SEQNUM: `${seqnum}` };
  ueventMessage.write(out, { action, devpath: "/d", variables });
  return out.take();
}

const udevDisk = golden(new URL("../../../test/golden/uevent/by-hand/", import.meta.url))
  .find(({ name }) => name === "udev-disk")!
  .bytes.slice(NLMSG_HDRLEN);

describe("uevent$", () => {
  test("hears only the kernel", async () => {
    const { seen, deliver } = await opened();
    deliver(numbered(1), KERNEL);
    deliver(numbered(2), { group: 1, portId: 7, credentials: ROOT });
    deliver(numbered(3), { group: 0 });
    deliver(udevDisk, UDEV);
    expect(seen).toMatchObject([{ type: "uevent", seqnum: 1 }]);
  });

  test("hears only udev, if that is wanted: processes of root", async () => {
    const { seen, deliver, socket } = await opened({ source: "udev" });
    expect(socket.options).toMatchObject({ groups: [2], passCredentials: true });
    deliver(udevDisk, UDEV);
    deliver(udevDisk, { ...UDEV, credentials: { ...ROOT, uid: 1000 } });
    deliver(udevDisk, { group: 2, portId: 7 });
    deliver(udevDisk, { ...UDEV, portId: 0 });
    deliver(udevDisk, { ...UDEV, group: 0 });
    expect(seen).toMatchObject([{ type: "uevent", devtype: "disk", variables: { ID_FS_TYPE: "ext4" } }]);
  });

  test("asks for credentials only if it needs them", async () => {
    const options = await optionsOf((transport) => uevents({ transport, receiveBuffer: 4096 }).uevent$());
    expect(options).toEqual({ protocol: 15, groups: [1], receiveBuffer: 4096 });
  });

  test.each([
    ["no magic", (bytes: Uint8Array) => bytes.fill(0, 8, 12), "not a message of udev"],
    [
      "properties beyond the end",
      (bytes: Uint8Array) => bytes.fill(0xff, 20, 22),
      "too short for properties",
    ],
    ["properties in the header", (bytes: Uint8Array) => bytes.fill(1, 16, 17), "too short for properties"],
  ])("reports %s of udev as malformed", async (_, change, message) => {
    const { seen, deliver } = await opened({ source: "udev" });
    deliver(change(udevDisk.slice()), UDEV);
    expect(seen).toMatchObject([{ type: "malformed", error: { message: expect.stringContaining(message) } }]);
  });

  test("survives random bytes, of the kernel and of udev", async () => {
    let state = 4711;
    const random = (limit: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % limit;
    };
    for (const [source, origin, valid] of [
      ["kernel", KERNEL, numbered(1)],
      ["udev", UDEV, udevDisk],
    ] as const) {
      const { seen, deliver, error } = await opened({ source });
      for (let i = 0; i < 3000; i++) {
        const bytes = i % 2 === 0 ? valid.slice() : new Uint8Array(random(100));
        for (let change = 0; change < 4 && bytes.length > 0; change++)
          bytes[random(bytes.length)] = random(256);
        deliver(bytes.subarray(0, random(4) === 0 ? random(bytes.length + 1) : bytes.length), origin);
      }
      expect(error()).toBeUndefined();
      expect(new Set(seen.map(({ type }) => type))).toEqual(
        expect.objectContaining(new Set(["uevent", "malformed"])),
      );
    }
  });

  test("chooses by action, subsystem and device type, alone or together", async () => {
    const { seen, deliver } = await opened({ action: ["add", "change"], subsystem: "s" });
    for (const action of ["add", "remove", "change"]) deliver(numbered(1, action), KERNEL);
    expect(seen).toMatchObject([{ action: "add" }, { action: "change" }]);
    const other = await opened({ devtype: "disk" });
    other.deliver(numbered(2), KERNEL);
    expect(other.seen).toEqual([]);
  });

  test("says where events were lost: after those that were still queued", async () => {
    const { seen, deliver, socket } = await opened();
    deliver(numbered(1), KERNEL);
    socket.deliver({ type: "overrun", drops: 8 });
    deliver(numbered(2), KERNEL);
    socket.deliver({ type: "drained" });
    expect(seen.map((event) => ("seqnum" in event ? event.seqnum : event))).toEqual([
      1,
      2,
      { type: "lost", drops: 8 },
    ]);
  });

  test.each([
    [{ action: 1 }, "uevent$: action: 1 is not a string, or an array of strings"],
    [{ source: "me" }, 'uevent$: source: "me" is not one of kernel, udev'],
    [{ subsytem: "net" }, "uevent$: subsytem: no such option (did you mean subsystem?)"],
  ])("refuses %j", async (options, message) => {
    const { error } = await opened(options as never);
    expect(error()).toMatchObject({ name: "ArgumentError", message });
  });
});

describe("gaps in the numbers", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Delivers events with these numbers, and returns the gaps that are then reported. */
  async function gapsAfter(...numbers: number[]) {
    const { seen, deliver, subscription } = await opened();
    for (const number of numbers) deliver(numbered(number), KERNEL);
    expect(seen).toHaveLength(numbers.length);
    vi.runAllTimers();
    subscription.unsubscribe();
    return seen.slice(numbers.length);
  }

  test.each<[number[], [number, number][]]>([
    [[7, 8, 9], []],
    [[7, 9], [[8, 8]]],
    [
      [7, 20, 30],
      [
        [8, 19],
        [21, 29],
      ],
    ],
    // Overtaken, not lost.
    [[7, 9, 8, 10], []],
    [
      [7, 12, 9],
      [
        [8, 8],
        [10, 11],
      ],
    ],
    [[7, 12, 11, 8], [[9, 10]]],
    // Older than the first.
    [[7, 3, 8], []],
  ])("of %j are %j", async (numbers, expected) => {
    expect(await gapsAfter(...numbers)).toEqual(expected.map(([from, to]) => ({ type: "gap", from, to })));
  });

  test("are not reported to those who have gone", async () => {
    const { seen, deliver, subscription } = await opened();
    for (const number of [1, 3]) deliver(numbered(number), KERNEL);
    subscription.unsubscribe();
    vi.runAllTimers();
    expect(vi.getTimerCount()).toBe(0);
    expect(seen).toHaveLength(2);
  });
});
