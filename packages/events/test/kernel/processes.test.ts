import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { until } from "@rxnetlink/testing/gates";
import { kernelTransport } from "@rxnetlink/transport";
import type { Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processEvents, type RunningProcess } from "#src/proc/index.js";
import { describeListening } from "../support/listening.js";

describeListening("processes$", () => {
  const transport = kernelTransport();
  let subscription: Subscription;
  let now: ReadonlyMap<number, RunningProcess>;
  beforeEach(async () => {
    await new Promise<void>((resolve, reject) => {
      subscription = processEvents({ transport })
        .processes$()
        .subscribe({
          next: (map) => {
            now = map;
            resolve();
          },
          error: reject,
        });
    });
  });
  afterEach(() => subscription.unsubscribe());

  /** Returns the numbers of all processes that run, read at once. */
  function running(): number[] {
    const runs = (name: string) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, "utf8");
        return !/^State:\s+[ZX]/m.test(status) || !/^Threads:\s+[01]$/m.test(status);
      } catch {
        return false;
      }
    };
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && runs(name))
      .map(Number);
  }

  const same = () => running().sort().join() === [...now.keys()].sort().join();

  it("are those in procfs", async () => {
    expect(now.get(process.pid)).toMatchObject({
      tgid: process.pid,
      ppid: process.ppid,
      exe: process.execPath,
    });
    await until(same);
  });

  it("come, run another program, and go", async () => {
    const child = spawn("sh", ["-c", "read x; exec sleep 3600"], { stdio: ["pipe", "ignore", "ignore"] });
    await until(() => now.get(child.pid!)?.comm === "sh");
    child.stdin.end("\n");
    await until(() => now.get(child.pid!)?.comm === "sleep");
    expect(now.get(child.pid!)?.cmdline).toEqual(["sleep", "3600"]);
    child.kill();
    await until(() => !now.has(child.pid!));
    await until(same);
  });

  it("run until their last thread ends", async () => {
    const program = `import ctypes, sys, threading
threading.Thread(target=sys.stdin.read).start()
ctypes.CDLL(None).pthread_exit(None)`;
    const child = spawn("python3", ["-c", program], { stdio: ["pipe", "ignore", "ignore"] });
    const state = () => /\) (\w)/.exec(readFileSync(`/proc/${child.pid}/stat`, "utf8"))?.[1];
    await until(() => state() === "Z");
    // Its first thread has ended, and another child, whose events come later, has been seen.
    const other = spawn("sleep", ["3600"], { stdio: "ignore" });
    await until(() => now.has(other.pid!));
    expect(now.has(child.pid!)).toBe(true);
    other.kill();
    child.stdin.end();
    await until(() => !now.has(child.pid!));
  });
});
