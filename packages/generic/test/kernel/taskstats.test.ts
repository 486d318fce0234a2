import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createInterface } from "node:readline";
import { ArgumentError, FlowControl } from "@rxnetlink/core";
import { until } from "@rxnetlink/testing/gates";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";
import { filter, firstValueFrom, type Observable } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TaskExit, taskExits } from "#src/taskstats/exits.js";
import { taskFlags } from "#src/taskstats/stats.js";
import { type TaskstatsFamily, taskstats } from "#src/taskstats/taskstats.js";
import { describeInitially } from "../support/initial.js";

const cpus = readFileSync("/sys/devices/system/cpu/possible", "utf8").trim();
const WAIT = `
  i=0; while [ $i -lt 1500 ]; do echo $i > /dev/null; i=$((i + 1)); done
  echo ready; read line; exit "$line"`;

/** The numbers in a file of /proc, by name. */
function numbersIn(path: string): Record<string, bigint> {
  const lines = readFileSync(path, "utf8").matchAll(/^(\w+):\s+(\d+)(?: kB)?$/gm);
  return Object.fromEntries(Array.from(lines, ([, name, value]) => [name!, BigInt(value!)]));
}

/** The kernel rounds counts of I/O, even those of system calls. */
const kib = (count: bigint | undefined) => count! & ~1023n;

describeInitially({ families: ["TASKSTATS"] }, "statistics of tasks", () => {
  let transport: KernelTransport;
  let family: TaskstatsFamily;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    transport = kernelTransport();
    family = taskstats({ transport, cpus });
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    return transport.close();
  });

  /** Starts a shell that waits for a line. */
  async function waiting(program = "sh", args = ["-c", WAIT]): Promise<number> {
    child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    await once(createInterface(child.stdout!), "line");
    const { pid } = child;
    // It sleeps once it reads.
    await inState("S");
    return pid!;
  }

  async function inState(state: string): Promise<void> {
    await until(() => readFileSync(`/proc/${child!.pid}/stat`, "utf8").split(" ")[2] === state);
  }

  test("are those of /proc", async () => {
    const pid = await waiting();
    const { stats, ...report } = await firstValueFrom(family.task$(pid));
    const field = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "x x ")
      .split(" ");
    const [run, delay, count] = readFileSync(`/proc/${pid}/schedstat`, "utf8").trim().split(" ").map(BigInt);
    const io = numbersIn(`/proc/${pid}/task/${pid}/io`);
    const status = numbersIn(`/proc/${pid}/status`);
    const { ino, dev } = statSync(`/proc/${pid}/exe`);
    expect(report).toEqual({ pid });
    expect(stats).toMatchObject({
      ...{ pid, tgid: pid, ppid: process.pid, uid: 0, gid: 0, sched: "normal" },
      comm: readFileSync(`/proc/${pid}/comm`, "utf8").trim(),
      nice: Number(field[18]),
      ...{ minflt: BigInt(field[9]!), majflt: BigInt(field[11]!) },
      ...{ readChar: kib(io.rchar), readSyscalls: kib(io.syscr), readBytes: kib(io.read_bytes) },
      ...{ writeChar: kib(io.wchar), writeSyscalls: kib(io.syscw), writeBytes: kib(io.write_bytes) },
      ...{ nvcsw: status.voluntary_ctxt_switches, nivcsw: status.nonvoluntary_ctxt_switches },
      ...{ hiwaterVm: status.VmPeak, cpuRunVirtualTotal: run, cpuDelayTotal: delay, cpuCount: count },
      ...{ exeInode: BigInt(ino), exeDev: BigInt(dev) },
    });
    expect(BigInt(stats.btime)).toBe(stats.btime64);
    expect(stats.utime + stats.stime).toBe(stats.cpuRunRealTotal / 1000n);
  });

  test("of a process are sums, and only those", async () => {
    const pid = await waiting();
    const { tgid, stats } = await firstValueFrom(family.process$(pid));
    const task = await firstValueFrom(family.task$(pid));
    expect(tgid).toBe(pid);
    expect(stats).toMatchObject({
      nvcsw: task.stats.nvcsw,
      cpuRunVirtualTotal: task.stats.cpuRunVirtualTotal,
    });
    expect(stats).not.toHaveProperty("comm");
    expect(stats).not.toHaveProperty("minflt");
  });

  test("that do not exist, or cannot, are told apart", async () => {
    const nobody = 0x7fff_ffff;
    for (const report$ of [family.task$(nobody), family.process$(nobody)])
      await expect(firstValueFrom<unknown>(report$)).rejects.toMatchObject({
        ...{ code: "ESRCH", hint: expect.stringContaining("no such task") },
      });
    for (const wrong of [0, -1, 1.5, "1"])
      await expect(firstValueFrom(family.task$(wrong as number))).rejects.toBeInstanceOf(ArgumentError);
  });

  /** Returns the exit of the child, which `listening` ends. */
  const exitOf = (listening: () => void): Promise<TaskExit> =>
    firstValueFrom(
      (family.exits$({ listening }) as Observable<TaskExit>).pipe(
        filter(({ type, pid }) => type === "exit" && pid === child!.pid),
      ),
    );

  test("of a task that exits tell how", async () => {
    const pid = await waiting();
    const { stats, process } = await exitOf(() => child!.stdin!.write("3\n"));
    expect(stats.exitcode >> 8).toBe(3);
    expect(taskFlags.has(stats.flag, "group")).toBe(true);
    expect(process).toBeUndefined();
    expect(stats.tgid).toBe(pid);
  });

  test("of a task that is killed name the signal", async () => {
    await waiting();
    const { stats } = await exitOf(() => child!.kill("SIGKILL"));
    expect(stats.exitcode & 0x7f).toBe(9);
    expect(taskFlags.has(stats.flag, "xsig", "group")).toBe(true);
  });

  test("of a process with several tasks come with the last", async () => {
    const program = `
import sys, threading
barrier = threading.Barrier(2)
thread = threading.Thread(target=barrier.wait); thread.start(); barrier.wait(); thread.join()
print(flush=True); sys.stdin.readline()`;
    const pid = await waiting("python3", ["-c", program]);
    const { stats, process } = await exitOf(() => child!.stdin!.write("\n"));
    expect(process).toMatchObject({ tgid: pid });
    expect(process!.stats.cpuRunRealTotal).toBeGreaterThanOrEqual(stats.cpuRunRealTotal);
  });

  test("of exits that the buffer had no room for are told as lost", async () => {
    const flowControl = new FlowControl();
    const lost = new Promise<unknown>((resolve, reject) => {
      const listening = () => {
        flowControl.pause();
        child = spawn("sh", ["-c", "for i in 1 2 3 4 5 6 7 8 9; do /bin/true; done"]);
        child.once("exit", () => flowControl.resume());
      };
      const options = { receiveBuffer: 4096, flowControl, listening };
      const subscription = family.exits$(options).subscribe({
        next: ({ type }) => {
          if (type !== "overrun") return;
          resolve(type);
          queueMicrotask(() => subscription.unsubscribe());
        },
        error: reject,
      });
    });
    expect(await lost).toBe("overrun");
  });

  test("of CPUs that do not exist are refused with a hint", async () => {
    await expect(firstValueFrom(family.exits$({ cpus: "4000" }))).rejects.toMatchObject({
      ...{ object: "taskExits", hint: expect.stringContaining("CPUs that do not exist") },
    });
    expect(taskExits.groups).toEqual([]);
  });

  const hierarchy = "/sys/fs/cgroup/pids";
  const isV1 = existsSync(`${hierarchy}/tasks`);

  test.skipIf(!isV1)("of a control group count its tasks", async () => {
    const pid = await waiting();
    const folder = `${hierarchy}/rxnetlink-${pid}`;
    mkdirSync(folder);
    const fd = openSync(folder, "r");
    try {
      writeFileSync(`${folder}/cgroup.procs`, String(pid));
      child!.kill("SIGSTOP");
      await inState("T");
      expect(await firstValueFrom(family.cgroup$(fd))).toEqual({
        ...{ nrSleeping: 0n, nrRunning: 0n, nrStopped: 1n, nrUninterruptible: 0n, nrIoWait: 0n },
      });
    } finally {
      closeSync(fd);
      writeFileSync(`${hierarchy}/cgroup.procs`, String(pid));
      rmdirSync(folder);
    }
  });

  test("of anything but a control group of v1 are refused with a hint", async () => {
    const fd = openSync("/proc/self", "r");
    await expect(firstValueFrom(family.cgroup$(fd))).rejects.toMatchObject({
      ...{ code: "EINVAL", hint: expect.stringContaining("cgroup v1") },
    });
    closeSync(fd);
    await expect(firstValueFrom(family.cgroup$(-1))).rejects.toBeInstanceOf(ArgumentError);
  });
});
