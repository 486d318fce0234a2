// The state of devices over a scripted transport and a made-up sysfs.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writer } from "@rxnetlink/core/schema";
import { until } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type DeviceWatchEvent, type SysfsDevice, uevents } from "#src/uevent/index.js";
import { ueventMessage } from "#src/uevent/layout.js";
import { scripted } from "../support/scripted.js";

let sysfs: string;
beforeEach(() => {
  sysfs = mkdtempSync(join(tmpdir(), "device-sysfs-"));
  for (const folder of ["class/disk", "bus", "devices"]) mkdirSync(join(sysfs, folder), { recursive: true });
});
afterEach(() => rmSync(sysfs, { recursive: true }));

/** Puts a device into sysfs, below another one perhaps. */
function put(path: string, variables = "DEVTYPE=disk\n"): void {
  const folder = join(sysfs, "devices", path);
  const name = path.split("/").at(-1)!;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "uevent"), variables);
  rmSync(join(folder, "subsystem"), { force: true });
  symlinkSync("../../class/disk", join(folder, "subsystem"));
  rmSync(join(sysfs, "class/disk", name), { force: true });
  symlinkSync(`../../devices/${path}`, join(sysfs, "class/disk", name));
}

/** Takes a device out of sysfs. */
function take(path: string): void {
  rmSync(join(sysfs, "devices", path), { recursive: true });
  rmSync(join(sysfs, "class/disk", path.split("/").at(-1)!));
}

let seqnum = 0;
/** Returns the datagram of an event. */
function event(action: string, path: string, more: Record<string, string> = {}): Uint8Array {
  const out = new Writer();
  const devpath = `/devices/${path}`;
  const known = { ACTION: action, DEVPATH: devpath, SUBSYSTEM: "disk", SEQNUM: `${++seqnum}` };
  ueventMessage.write(out, { action, devpath, variables: { ...known, ...more } });
  return out.take();
}

const KERNEL = { group: 1 };
const named = (events: readonly DeviceWatchEvent[]) =>
  events.map((one) =>
    "current" in one || "previous" in one
      ? `${one.type} ${(one.current ?? one.previous)!.devpath.slice(9)}`
      : one.type,
  );

const watch = () => scripted<DeviceWatchEvent>((transport) => uevents({ transport, sysfs }).watchDevices$());

test("a change while sysfs is read is not lost", async () => {
  put("a");
  put("b");
  const { seen, deliver, subscription } = await watch();
  // Reading has begun.
  deliver(event("remove", "b"), KERNEL);
  take("b");
  put("c");
  deliver(event("add", "c"), KERNEL);
  const there = () => {
    const names = new Set<string>();
    for (const text of named(seen)) {
      const [what, name] = text.split(" ");
      if (what === "added") names.add(name!);
      if (what === "removed") names.delete(name!);
    }
    return [...names].sort().join(" ");
  };
  await until(() => named(seen).includes("synced") && there() === "a c");
  subscription.unsubscribe();
});

test("after an overflow everything is read again, and what was missed is told", async () => {
  put("a");
  put("b");
  const { seen, socket, subscription } = await watch();
  await until(() => seen.some(({ type }) => type === "synced"));
  expect(named(seen)).toEqual(["added a", "added b", "synced"]);
  take("a");
  put("b", "DEVTYPE=disk\nRO=1\n");
  put("c");
  socket.deliver({ type: "overrun" });
  socket.deliver({ type: "drained" });
  await until(() => seen.some(({ type }) => type === "resync"));
  expect(named(seen.slice(3))).toEqual(["removed a", "changed b", "added c", "resync"]);
  expect(seen.at(-1)).toEqual({ type: "resync", changes: 3 });
  subscription.unsubscribe();
});

test("a device that moves takes those inside of it along", async () => {
  put("a");
  put("a/inner");
  const { seen, deliver, subscription } = await watch();
  await until(() => seen.some(({ type }) => type === "synced"));
  take("a");
  put("z");
  put("z/inner");
  deliver(event("move", "z", { DEVPATH_OLD: "/devices/a" }), KERNEL);
  await until(() => seen.length === 7);
  expect(named(seen.slice(3)).sort()).toEqual(["added z", "added z/inner", "removed a", "removed a/inner"]);
  subscription.unsubscribe();
});

test("an event that changes nothing is no change, and what is no device is none", async () => {
  put("a");
  const { deliver, subscription, seen } = await scripted<ReadonlyMap<string, SysfsDevice>>((transport) =>
    uevents({ transport, sysfs }).devices$({ devtype: "disk" }),
  );
  await until(() => seen.length === 1);
  mkdirSync(join(sysfs, "devices/plain"));
  put("part", "DEVTYPE=partition\n");
  for (const path of ["a", "plain", "part", "gone"]) deliver(event("change", path), KERNEL);
  put("b", "DEVTYPE=disk\nDEVNAME=b\nDRIVER=d\n");
  deliver(event("add", "b"), KERNEL);
  await until(() => seen.length === 2);
  expect([...seen[1]!.keys()]).toEqual(["/devices/a", "/devices/b"]);
  expect(seen[1]!.get("/devices/b")).toEqual({
    devpath: "/devices/b",
    subsystem: "disk",
    devtype: "disk",
    devname: "b",
    driver: "d",
    variables: { DEVTYPE: "disk", DEVNAME: "b", DRIVER: "d" },
  });
  subscription.unsubscribe();
});
