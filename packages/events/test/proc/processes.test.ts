// The state of processes over a scripted transport and a made-up procfs.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "@rxnetlink/testing/gates";
import { golden } from "@rxnetlink/testing/golden";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ProcessWatchEvent, processEvents } from "#src/proc/index.js";
import { scripted } from "../support/scripted.js";

const messages = golden(new URL("../../../test/golden/proc/", import.meta.url));
const KERNEL = { group: 1 };
/** Offsets in a datagram. */
const ACK = 28;
const DATA = 52;

let procfs: string;
beforeEach(() => {
  procfs = mkdtempSync(join(tmpdir(), "device-procfs-"));
  mkdirSync(join(procfs, "sys"));
});
afterEach(() => rmSync(procfs, { recursive: true }));

/** Puts a process into procfs. */
function put(tgid: number, comm: string, { state = "S", threads = 1 } = {}): void {
  const folder = join(procfs, `${tgid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const zeros = "0 ".repeat(15);
  writeFileSync(join(folder, "stat"), `${tgid} (${comm}) ${state} 1 ${zeros}${threads} 0 4711 0`);
  writeFileSync(join(folder, "cmdline"), `${comm}\0-x\0`);
  writeFileSync(join(folder, "cgroup"), "4:cpu:/old\n0::/system.slice\n");
  symlinkSync(`/bin/${comm}`, join(folder, "exe"));
}
const take = (tgid: number) => rmSync(join(procfs, `${tgid}`), { recursive: true });

/** Returns an event about a process. */
function event(name: "fork" | "exec" | "exit", tgid: number): Uint8Array {
  const bytes = messages.find((one) => one.name === `proc-${name}`)!.bytes.slice();
  const view = new DataView(bytes.buffer);
  const at = name === "fork" ? DATA + 8 : DATA;
  view.setInt32(at, tgid, true);
  view.setInt32(at + 4, tgid, true);
  return bytes;
}

const told = (events: readonly ProcessWatchEvent[]) =>
  events.map((one) =>
    "current" in one || "previous" in one ? `${one.type} ${(one.current ?? one.previous)!.comm}` : one.type,
  );

/** Follows processes; the kernel has confirmed that it reports. */
async function watch() {
  const following = await scripted<ProcessWatchEvent>((transport) =>
    processEvents({ transport, procfs }).watchProcesses$(),
  );
  const reply = messages.find(({ name }) => name === "proc-reply")!.bytes.slice();
  const [request] = following.sent;
  const ack = new DataView(request!.buffer).getUint32(ACK, true);
  new DataView(reply.buffer).setUint32(ACK, ack + 1, true);
  following.deliver(reply, KERNEL);
  await until(() => following.seen.some(({ type }) => type === "synced"));
  return following;
}

test("processes are those that run, with what procfs says", async () => {
  put(10, "a) (b");
  put(11, "zombie", { state: "Z" });
  put(12, "leaderless", { state: "Z", threads: 2 });
  const { seen, subscription } = await watch();
  expect(told(seen)).toEqual(["added a) (b", "added leaderless", "synced"]);
  expect(seen[0]).toEqual({
    type: "added",
    current: {
      tgid: 10,
      comm: "a) (b",
      ppid: 1,
      startTime: 4711n,
      cmdline: ["a) (b", "-x"],
      exe: "/bin/a) (b",
      cgroup: "/system.slice",
    },
  });
  subscription.unsubscribe();
});

test("processes come, run another program, and go", async () => {
  const { seen, deliver, subscription } = await watch();
  put(20, "sh");
  deliver(event("fork", 20), KERNEL);
  await until(() => seen.length === 2);
  put(20, "ls");
  deliver(event("exec", 20), KERNEL);
  await until(() => seen.length === 3);
  take(20);
  deliver(event("exit", 20), KERNEL);
  // One that was gone before it was read is never seen.
  deliver(event("fork", 21), KERNEL);
  deliver(event("exit", 21), KERNEL);
  put(22, "last");
  deliver(event("fork", 22), KERNEL);
  await until(() => seen.length === 5);
  expect(told(seen)).toEqual(["synced", "added sh", "changed ls", "removed ls", "added last"]);
  subscription.unsubscribe();
});

test("after an overflow everything is read again", async () => {
  put(30, "a");
  const { seen, socket, subscription } = await watch();
  take(30);
  put(31, "b");
  socket.deliver({ type: "overrun" });
  socket.deliver({ type: "drained" });
  await until(() => seen.some(({ type }) => type === "resync"));
  expect(told(seen)).toEqual(["added a", "synced", "removed a", "added b", "resync"]);
  subscription.unsubscribe();
});
