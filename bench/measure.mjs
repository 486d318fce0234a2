// Runs one program on one workload, and measures its cost and the noise of the machine meanwhile.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, constants, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const TICKS = 100; // of /proc/stat, in a second
const QUIET = 0.2; // CPUs in use by other processes that count as silence
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-bench-"));
const running = new Set();
const inFolder = (name) => join(folder, name);
const files = {
  ready: inFolder("ready"),
  report: inFolder("report.json"),
  counted: inFolder("counted"),
  storm: inFolder("storm.json"),
};

process.on("exit", () => {
  for (const { pid } of running) process.kill(-pid, "SIGKILL");
  rmSync(folder, { recursive: true });
});

/** CPU time in use on the whole machine since it booted, in seconds, including time stolen by the hypervisor. */
function busySeconds() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync("/proc/stat", "utf8")
    .split("\n")[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS;
}

/** Waits until the machine is idle, or for `patience` seconds. */
export async function silence(patience) {
  const end = performance.now() + patience * 1e3;
  while (performance.now() < end) {
    const before = busySeconds();
    await sleep(300);
    if ((busySeconds() - before) / 0.3 <= QUIET) return;
  }
}

/** Starts a program in its own process group, which is killed when this program ends. */
function start([program, ...args], env) {
  const child = spawn(program, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"])
    child[name].setEncoding("utf8").on("data", (text) => {
      output[name] += text;
    });
  if (child.pid !== undefined) running.add(child);
  const ended = once(child, "close").then(([status, signal]) => {
    running.delete(child);
    return { ...output, status, signal };
  });
  return { child, ended };
}

function lastJson(text) {
  for (const line of text.trimEnd().split("\n").reverse())
    try {
      return JSON.parse(line);
    } catch {}
  return undefined;
}

const round = (value) => Math.round(value * 100) / 100;
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});

/** Wraps a command in the stopwatch of the baseline, if there is one. */
const timed = (baseline, report, command) =>
  baseline === undefined ? command : [baseline, "run", report, ...command];

async function storm({ enter, env }, { baseline, seconds, rate }, listener) {
  while (!existsSync(files.ready) && listener.child.exitCode === null) await sleep(20);
  await sleep(100);
  const pin = availableParallelism() > 1 ? ["taskset", "-c", "0"] : [];
  const command = [...enter, ...pin, ...timed(baseline, files.storm, [baseline, "storm", String(seconds)])];
  const { stdout } = await start(command, { ...env, PEER_EVENT_RATE: rate }).ended;
  return { ...lastJson(stdout), writer_cpu_s: readJson(files.storm).cpu_s ?? 0 };
}

function howItDied({ status, signal, stderr }, { signal: number = 0 }) {
  if (status === 0) return {};
  const names = Object.keys(constants.signals);
  const killed = signal ?? names.find((name) => constants.signals[name] === number);
  return { died: killed ?? `exit ${status}`, stderr: stderr.trim().split("\n").slice(-3).join(" ") };
}

/** Runs one program on one workload; returns its result and cost. */
export async function measure(namespace, { command, baseline, env = {}, events, counts }) {
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const busy = busySeconds();
  const own = process.cpuUsage();
  const begin = performance.now();
  const listener = start([...namespace.enter, ...timed(baseline, files.report, command)], {
    ...namespace.env,
    ...env,
    ...(events && { PEER_READY: files.ready }),
    ...(counts && baseline !== undefined && { PEER_CHECK: `${baseline} count >${files.counted}` }),
  });
  const caused = events && (await storm(namespace, { baseline, ...events }, listener));
  const ended = await listener.ended;
  const wall = (performance.now() - begin) / 1e3;
  const report = readJson(files.report);
  const { user, system } = process.cpuUsage(own);
  const known = (report.cpu_s ?? 0) + (caused?.writer_cpu_s ?? 0) + (user + system) / 1e6;
  const noise = Math.max(0, (busySeconds() - busy - known) / wall);
  return {
    wall_s: report.wall_s ?? wall,
    ...(baseline !== undefined && {
      cpu_s: report.cpu_s,
      max_rss_kb: report.max_rss_kb,
      noise: round(noise),
    }),
    ...(caused && { caused: caused.caused }),
    ...(existsSync(files.counted) && { counted: readJson(files.counted) }),
    ...howItDied(ended, report),
    result: lastJson(ended.stdout),
  };
}
