// Datagrams of devices have no nlmsghdr. In golden files each stands behind one, whose type says who sent it.

import { goldenGate, jsonGate, mutationGate } from "@rxnetlink/testing/gates";
import { golden } from "@rxnetlink/testing/golden";
import { describe, expect, test } from "vitest";
import { udevMessage, ueventMessage } from "#src/uevent/layout.js";
import { ueventOf } from "#src/uevent/uevent.js";

const folder = new URL("../../../test/golden/uevent/", import.meta.url);
const KERNEL = 17;
const messages = { folder, layoutOf: (type: number) => (type === KERNEL ? ueventMessage : udevMessage) };

describe("golden files", () => goldenGate({ ...messages, atLeast: 6 }));
describe("JSON", () => jsonGate(messages));
describe("mutations", () => mutationGate(messages));

/** Returns what is emitted for a golden message. */
function emitted(name: string): unknown {
  const all = [...golden(folder), ...golden(new URL("by-hand/", folder))];
  const { variables } = all.find((one) => one.name === name)!.value as never;
  return ueventOf(variables);
}

describe("an event", () => {
  test.each([
    ["uevent-link-add", { action: "add", devpath: "/devices/virtual/net/v1", subsystem: "net" }],
    ["uevent-link-move", { action: "move", devpathOld: "/devices/virtual/net/v0" }],
    ["uevent-link-remove", { action: "remove" }],
    ["uevent-queue-add", { subsystem: "queues" }],
    [
      "uevent-synth",
      { synth: { uuid: "123e4567-e89b-12d3-a456-426614174000", arguments: { A: "1", B: "x" } } },
    ],
    ["uevent-synth-plain", { synth: { arguments: {} } }],
    ["uevent-usb", { devtype: "usb_device", devname: "bus/usb/001/006", seqnum: 4242 }],
    ["udev-disk", { devtype: "disk", devname: "vdb", seqnum: 2020, variables: { ID_FS_LABEL: "Grüße" } }],
  ])("%s has its members", (name, members) => {
    expect(emitted(name)).toMatchObject({ type: "uevent", ...members });
  });

  test("keeps bytes that are not UTF-8, and equals signs in values", () => {
    expect(emitted("uevent-usb")).toMatchObject({ variables: { NAME: "Caf\udce9=1" } });
  });

  test.each(["ACTION", "DEVPATH", "SUBSYSTEM", "SEQNUM"])("is malformed without %s", (name) => {
    const variables = { ACTION: "add", DEVPATH: "/x", SUBSYSTEM: "y", SEQNUM: "1" };
    expect(() => ueventOf({ ...variables, [name]: undefined } as never)).toThrow(
      `${name}: there is no such variable`,
    );
    expect(() => ueventOf({ ...variables, SEQNUM: "x" })).toThrow('SEQNUM: "x" is no number');
  });

  test("may have a variable of any name", () => {
    const bytes = new TextEncoder().encode("add@/x\0__proto__=1\0constructor=2\0");
    const { variables } = ueventMessage.read(new DataView(bytes.buffer), 0, bytes.length);
    expect(Object.entries(variables)).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});
