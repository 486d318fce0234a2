// The kernel reports processes to the initial network namespace only. Listening there changes nothing.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { FlowControl } from "@rxnetlink/core";
import { until } from "@rxnetlink/testing/gates";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";
import { firstValueFrom, type Observable, type OperatorFunction, Subscription } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  byTimestamp,
  type ProcEvent,
  type ProcEventOptions,
  type ProcessEvents,
  processEvents,
  withProcessDetails,
} from "#src/proc/index.js";
import { openSandbox } from "../support/kernel.js";
import { describeListening } from "../support/listening.js";

describeListening("process events", () => {
  let transport: KernelTransport;
  let processes: ProcessEvents;
  let subscriptions: Subscription;
  let seen: ProcEvent[];
  beforeEach(() => {
    transport = kernelTransport();
    processes = processEvents({ transport });
    subscriptions = new Subscription();
    seen = [];
  });
  afterEach(async () => {
    subscriptions.unsubscribe();
    await transport.close();
  });

  /** Collects events; resolves when every later one is seen. */
  const listening = (
    options: ProcEventOptions = {},
    operator: OperatorFunction<ProcEvent, ProcEvent> = (event$: Observable<ProcEvent>) => event$,
  ) =>
    new Promise<void>((resolve, reject) => {
      const event$ = processes.event$({ ...options, listening: resolve });
      subscriptions.add(
        event$.pipe(operator).subscribe({ next: (event) => seen.push(event), error: reject }),
      );
    });

  /** Runs a program; resolves when its end has been reported. */
  async function run(program: string, ...args: string[]): Promise<number> {
    const child = spawn(program, args, { stdio: "ignore" });
    await once(child, "exit");
    await until(() => seen.some((event) => event.type === "exit" && event.pid === child.pid));
    return child.pid!;
  }

  /** Returns the events about a process. */
  const about = (pid: number) =>
    seen.filter(
      (event) => ("tgid" in event && event.tgid === pid) || ("childTgid" in event && event.childTgid === pid),
    );

  it("are the life of a process", async () => {
    await listening();
    const pid = await run("sh", "-c", "exit 7");
    expect(about(pid)).toMatchObject([
      { type: "fork", childPid: pid, childTgid: pid, parentTgid: process.pid, thread: false },
      { type: "exec", pid, tgid: pid, thread: false },
      { type: "exit", pid, status: 7, exitSignal: 17, parentTgid: process.pid, coreDumped: false },
    ]);
  });

  it("tell threads from processes", async () => {
    await listening();
    const program = "import threading; [threading.Thread(target=int).start() for _ in range(3)]";
    const pid = await run("python3", "-c", program);
    const threads = about(pid).filter((event) => "thread" in event && event.thread);
    expect(threads.filter(({ type }) => type === "fork")).toHaveLength(3);
    expect(threads.filter(({ type }) => type === "exit")).toHaveLength(3);
    for (const thread of threads.filter((event) => event.type === "fork"))
      expect(thread).toMatchObject({
        childTgid: pid,
        childPid: expect.not.toSatisfy((id: number) => id === pid),
      });
  });

  it("omit threads if they are not wanted", async () => {
    await listening({ threads: false });
    const pid = await run("python3", "-c", "import threading; threading.Thread(target=int).start()");
    expect(about(pid).map(({ type }) => type)).not.toContain("comm");
    expect(about(pid).filter(({ type }) => type === "fork" || type === "exit")).toHaveLength(2);
  });

  it("tell of ids, sessions and names", async () => {
    await listening();
    const program = `import os
os.setsid()
open("/proc/self/comm", "w").write("other name")
os.setresgid(1, 2, 3)
os.setresuid(4, 5, 6)`;
    const pid = await run("python3", "-c", program);
    expect(about(pid).filter(({ type }) => !["fork", "exec", "exit"].includes(type))).toMatchObject([
      { type: "sid", pid },
      { type: "comm", pid, comm: "other name" },
      { type: "gid", rgid: 1, egid: 2 },
      { type: "uid", ruid: 4, euid: 5 },
    ]);
  });

  it("are filtered by the kernel if it can", async () => {
    await listening({ kinds: ["exec", "nonzeroExit"] });
    const failing = await run("false");
    for (let i = 0; i < 5; i++) spawnSync("true");
    const last = await run("sh", "-c", "exit 3");
    expect(about(failing).map(({ type }) => type)).toEqual(["exec", "exit"]);
    expect(new Set(seen.map(({ type }) => type))).toEqual(new Set(["exec", "exit"]));
    expect(about(last)).toHaveLength(2);
  });

  it("come with what procfs says, in the order of their time", async () => {
    await listening({ kinds: ["exec"] }, (event$) =>
      event$.pipe(byTimestamp({ wait: 1 }), withProcessDetails()),
    );
    const child = spawn("sleep", ["3600"], { stdio: "ignore" });
    await until(() => about(child.pid!).length > 0);
    child.kill();
    expect(about(child.pid!)).toMatchObject([
      {
        type: "exec",
        details: { type: "read", comm: "sleep", cmdline: ["sleep", "3600"], ppid: process.pid },
      },
    ]);
  });

  it("fail in another network namespace", async () => {
    const sandbox = await openSandbox();
    const { event$ } = processEvents({ transport, namespace: sandbox.namespace.ref });
    await expect(firstValueFrom(event$())).rejects.toMatchObject({
      name: "SystemError",
      code: "ECONNREFUSED",
    });
    await sandbox.close();
  });

  it("fail in another PID namespace", () => {
    const module = (name: string) => JSON.stringify(import.meta.resolve(name));
    const program = `
      import { kernelTransport } from ${module("@rxnetlink/transport")};
      import { processEvents } from ${module("#src/proc/index.js")};
      const transport = kernelTransport();
      processEvents({ transport }).event$().subscribe({ error: ({ code }) => console.log(code) });`;
    const args = ["--fork", "--pid", process.execPath, "--input-type=module", "-e", program];
    expect(execFileSync("unshare", args, { encoding: "utf8" })).toBe("ETIMEDOUT\n");
  });

  describe("in a storm", () => {
    const STORM = `import os
for _ in range(2000):
    pid = os.fork()
    if pid == 0: os._exit(0)
    os.waitpid(pid, 0)
    print(pid)`;

    /** Has an event happen on each processor, so that each shows what is missing before. */
    function touchProcessors(): void {
      for (let cpu = 0; cpu < availableParallelism(); cpu++) spawnSync("taskset", ["-c", `${cpu}`, "true"]);
    }

    /** Returns the numbers of a storm's processes. */
    async function storm(): Promise<Set<number>> {
      const child = spawn("python3", ["-c", STORM], { stdio: ["ignore", "pipe", "inherit"] });
      let printed = "";
      child.stdout.on("data", (text) => {
        printed += text;
      });
      await once(child, "close");
      return new Set(printed.trim().split("\n").map(Number));
    }

    /** Returns how many events of these processes have not been seen, and how many are said to be lost. */
    function missing(pids: ReadonlySet<number>): { missing: number; lost: number } {
      const created = seen.filter((event) => event.type === "fork" && pids.has(event.childPid));
      const ended = seen.filter((event) => event.type === "exit" && pids.has(event.pid));
      const lost = seen.reduce((sum, event) => sum + (event.type === "lost" ? event.events! : 0), 0);
      return { missing: 2 * pids.size - created.length - ended.length, lost };
    }

    it("are all seen, or said to be lost", { timeout: 120_000 }, async () => {
      await listening();
      touchProcessors();
      const pids = await storm();
      touchProcessors();
      await run("true");
      const found = missing(pids);
      expect(pids.size).toBe(2000);
      expect(found.missing).toBeLessThanOrEqual(found.lost);
      if (found.lost === 0) expect(found.missing).toBe(0);
    });

    it("are said to be lost where nobody reads", { timeout: 120_000 }, async () => {
      const flowControl = new FlowControl();
      processes = processEvents({ transport, receiveBuffer: 60_000 });
      await listening({ flowControl });
      touchProcessors();
      await run("true");
      flowControl.pause();
      const pids = await storm();
      flowControl.resume();
      // Until the queue has been read, further events are dropped, too.
      while (!seen.some(({ type }) => type === "lost")) {
        spawnSync("true");
        await new Promise(setImmediate);
      }
      touchProcessors();
      await run("true");
      const found = missing(pids);
      expect(found.missing).toBeGreaterThan(1000);
      expect(found.lost).toBeGreaterThanOrEqual(found.missing);
    });
  });
});
