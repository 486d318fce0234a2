// The noise of the machine: CPU time of processes that have nothing to do with a run.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const TICKS = 100; // of /proc, in a second
const SILENT = 0.2; // CPUs in use by other processes that count as silence
/** CPUs in use by other processes; a round above it counts only if there is no quieter one. */
export const DISTURBED = 0.25;

/** CPU time in use on the whole machine since it booted, in seconds, including time stolen by the hypervisor. */
export function busySeconds() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync("/proc/stat", "utf8")
    .split("\n")[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS;
}

/** CPU time of a running process, in seconds. */
export function cpuSecondsOf(pid) {
  const [, fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(11, 13).map(Number);
  return (user + system) / TICKS;
}

/** Waits until the machine is idle, or for `patience` seconds. */
export async function silence(patience) {
  const end = performance.now() + patience * 1e3;
  while (performance.now() < end) {
    const before = busySeconds();
    await sleep(300);
    if ((busySeconds() - before) / 0.3 <= SILENT) return;
  }
}

export const isQuiet = ({ noise }) => noise !== undefined && noise <= DISTURBED;
