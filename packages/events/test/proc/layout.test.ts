import { goldenGate, jsonGate, mutationGate } from "@rxnetlink/testing/gates";
import { golden, layoutsOf } from "@rxnetlink/testing/golden";
import { describe, expect, test } from "vitest";
import { changeOf } from "#src/proc/change-of.js";
import { procEventData, procEventMask, procMessage } from "#src/proc/layout.js";

const folder = new URL("../../../test/golden/proc/", import.meta.url);
/** All messages of the connector are of the type `NLMSG_DONE`, which ends nothing here. */
const NLMSG_DONE = 3;
const layoutOf = (type: number) => (type === NLMSG_DONE ? procMessage : layoutsOf()(type));
const messages = { folder, layoutOf };

describe("golden files", () => goldenGate({ ...messages, atLeast: 12 }));
describe("JSON", () => jsonGate(messages));
describe("mutations", () => mutationGate(messages));

/** Returns what is emitted for a golden message. */
function emitted(name: string): unknown {
  const all = [...golden(folder), ...golden(new URL("by-hand/", folder))];
  return changeOf(all.find((one) => one.name === `proc-${name}`)?.value as never);
}

test("every kind of event has a layout", () => {
  const kinds = Object.keys(procEventMask.bits).filter((kind) => kind !== "nonzeroExit");
  expect(Object.keys(procEventData.choice!.formats)).toEqual(["none", ...kinds]);
});

describe("an event", () => {
  test.each([
    ["fork", { type: "fork", thread: false }],
    ["thread", { type: "fork", thread: true }],
    ["exec", { type: "exec", thread: false }],
    ["uid", { type: "uid", ruid: 4, euid: 5 }],
    ["gid", { type: "gid", rgid: 1, egid: 2 }],
    ["comm", { type: "comm", comm: "fifteen letters" }],
    ["exit", { type: "exit", exitCode: 256, status: 1, exitSignal: 17, coreDumped: false }],
    ["exit-by-signal", { type: "exit", termSignal: 11 }],
    ["ptrace", { type: "ptrace", tracerPid: expect.any(Number) }],
    ["newer", { type: "other", what: 0x400, bytes: expect.any(Uint8Array) }],
  ])("%s has its members, place and time", (name, members) => {
    expect(emitted(name)).toMatchObject({
      ...members,
      cpu: expect.any(Number),
      timestampNs: expect.any(BigInt),
    });
  });

  test("lacks what it is not about", () => {
    expect(emitted("ptrace-end")).not.toHaveProperty("tracerPid");
    expect(emitted("exit")).not.toHaveProperty("termSignal");
    expect(emitted("exit-by-signal")).not.toHaveProperty("status");
    expect(emitted("reply")).toBeUndefined();
  });
});
