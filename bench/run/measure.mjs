// Runs one program on one workload, and measures its cost and the noise of the machine meanwhile.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, constants, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { busySeconds, cpuSecondsOf } from "./noise.mjs";

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

/** Wraps a command so that it runs on the first core only, if there are others. */
const onFirstCore = (command) => (availableParallelism() > 1 ? ["taskset", "-c", "0", ...command] : command);

/** Makes events once the listener listens; returns how many, and the CPU time that they took. */
async function storm({ enter, env }, { baseline, seconds, by = "storm", rate, burst }, listener) {
  while (!existsSync(files.ready) && listener.child.exitCode === null) await sleep(20);
  await sleep(100);
  const writer = timed(baseline, files.storm, [baseline, by, String(seconds)]);
  const given = { ...env, PEER_EVENT_RATE: rate, ...(burst && { PEER_BURST: burst }) };
  const { stdout } = await start([...enter, ...onFirstCore(writer)], given).ended;
  return { ...lastJson(stdout), cpu_s: readJson(files.storm).cpu_s ?? 0 };
}

/** Keeps the first core busy; `stop` returns the CPU time that it took. */
function hog(baseline) {
  const { child } = start(onFirstCore([baseline, "spin"]), process.env);
  return {
    stop() {
      const used = cpuSecondsOf(child.pid);
      child.kill();
      return used;
    },
  };
}

function howItDied({ status, signal, stderr }, { signal: number = 0 }) {
  if (status === 0) return {};
  const names = Object.keys(constants.signals);
  const killed = signal ?? names.find((name) => constants.signals[name] === number);
  return { died: killed ?? `exit ${status}`, stderr: stderr.trim().split("\n").slice(-3).join(" ") };
}

/** CPU time of all that belongs to a run, in seconds: the program, what is beside it, and this process since `own`. */
function knownSeconds({ cpu_s: program = 0 }, beside, own) {
  const { user, system } = process.cpuUsage(own);
  return program + beside + (user + system) / 1e6;
}

/**
 * Runs one program on one workload; returns its result and cost. Beside it, `events` are made or a core is kept busy;
 * `pinned` programs have one core.
 */
export async function measure(namespace, { command, baseline, env, events, counts, busy, pinned }) {
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const before = { busy: busySeconds(), own: process.cpuUsage(), time: performance.now() };
  const spinning = busy ? hog(baseline) : undefined;
  const program = timed(baseline, files.report, pinned ? onFirstCore(command) : command);
  const listener = start([...namespace.enter, ...program], {
    ...namespace.env,
    ...env,
    ...(events && { PEER_READY: files.ready }),
    ...(counts && baseline !== undefined && { PEER_CHECK: `${baseline} count >${files.counted}` }),
  });
  const caused = events && (await storm(namespace, { baseline, ...events }, listener));
  const ended = await listener.ended;
  const wall = (performance.now() - before.time) / 1e3;
  const report = readJson(files.report);
  const known = knownSeconds(report, (caused?.cpu_s ?? 0) + (spinning?.stop() ?? 0), before.own);
  const noise = Math.max(0, (busySeconds() - before.busy - known) / wall);
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
