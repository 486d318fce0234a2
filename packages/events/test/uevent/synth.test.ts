// Asking for events over a scripted transport and a made-up sysfs.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writer } from "@rxnetlink/core/schema";
import { until } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type SynthOptions, type Uevent, uevents } from "#src/uevent/index.js";
import { ueventMessage } from "#src/uevent/layout.js";
import { scripted } from "../support/scripted.js";

const UUID = "123e4567-e89b-12d3-a456-426614174000";
const DEVPATH = "/devices/d";

let sysfs: string;
const file = () => join(sysfs, DEVPATH, "uevent");
beforeEach(() => {
  sysfs = mkdtempSync(join(tmpdir(), "device-sysfs-"));
  mkdirSync(join(sysfs, DEVPATH), { recursive: true });
  writeFileSync(file(), "");
});
afterEach(() => rmSync(sysfs, { recursive: true }));

const asked = (device: unknown, options?: SynthOptions) =>
  scripted<Uevent>((transport) => uevents({ transport, sysfs }).synth$(device as string, options));

/** Returns the event that the kernel makes of a request. */
function echo(uuid: string): Uint8Array {
  const out = new Writer();
  const known = { ACTION: "change", DEVPATH, SUBSYSTEM: "s", SYNTH_UUID: uuid, SEQNUM: "1" };
  ueventMessage.write(out, { action: "change", devpath: DEVPATH, variables: known });
  return out.take();
}

test("writes a request, and emits the event that it leads to", async () => {
  const options = { action: "add", uuid: UUID, arguments: { A: "1", B: "x" } } as const;
  const { seen, deliver, subscription } = await asked({ devpath: DEVPATH }, options);
  await until(() => readFileSync(file(), "utf8") !== "");
  expect(readFileSync(file(), "utf8")).toBe(`add ${UUID} A=1 B=x`);
  deliver(echo("00000000-e89b-12d3-a456-426614174000"), { group: 1 });
  expect(seen).toEqual([]);
  deliver(echo(UUID), { group: 1 });
  expect(seen).toMatchObject([{ type: "uevent", synth: { uuid: UUID } }]);
  expect(subscription.closed).toBe(true);
});

test("has a random UUID by default", async () => {
  const { subscription } = await asked(DEVPATH);
  await until(() => readFileSync(file(), "utf8") !== "");
  expect(readFileSync(file(), "utf8")).toMatch(/^change [\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  subscription.unsubscribe();
});

test("fails if no event comes", async () => {
  const { error } = await asked(DEVPATH, { timeout: 1 });
  await until(() => error() !== undefined);
  expect(error()).toMatchObject({ name: "WaitTimeoutError", timeout: 1 });
});

test("fails if the device cannot be written to", async () => {
  const { error } = await asked("/devices/none");
  await until(() => error() !== undefined);
  expect(error()).toMatchObject({
    name: "SystemError",
    code: "ENOENT",
    hint: "there is no such device in sysfs",
  });
});

test.each<[unknown, unknown, string]>([
  [undefined, {}, "device"],
  ["relative", {}, "device"],
  ["/devices/../../etc", {}, "device"],
  [DEVPATH, { action: "explode" }, "action"],
  [DEVPATH, { uuid: "1" }, "uuid"],
  [DEVPATH, { arguments: { A: "two words" } }, "arguments"],
  [DEVPATH, { arguments: { "A=B": "1" } }, "arguments"],
  [DEVPATH, { timeout: -1 }, "timeout"],
  [DEVPATH, { reason: "none" }, "reason"],
])("refuses %j with %j", async (device, options, path) => {
  const { error } = await asked(device, options as SynthOptions);
  expect(error()).toMatchObject({ name: "ArgumentError", callee: "synth$", path });
});
