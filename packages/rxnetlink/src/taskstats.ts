/**
 * Statistics of tasks, processes and control groups, and of tasks as they exit: times, waits, memory, I/O (`TASKSTATS`).
 *
 * @module
 */

import { readFileSync } from "node:fs";
import type { Transport } from "@rxnetlink/core";
import { taskstats as overTransport, type TaskstatsFamily } from "@rxnetlink/generic/taskstats";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/taskstats";
export type { KernelFamilyOptions, OverTransport };

/** Options of {@link taskstats} over the kernel of this machine, or over another transport. */
export interface KernelTaskstatsOptions<T extends Transport> extends KernelFamilyOptions<T> {
  /** CPUs whose exits `exits$` reports, `"0-3,5"`; all of this machine by default. */
  readonly cpus?: string;
}

/** Returns the CPUs of this machine, including those that are offline and may yet come. */
function allCpus(): { readonly cpus?: string } {
  try {
    return { cpus: readFileSync("/sys/devices/system/cpu/possible", "utf8").trim() };
  } catch {
    return {};
  }
}

/**
 * Opens the statistics of tasks: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function taskstats<T extends Transport = KernelTransport>(
  options: KernelTaskstatsOptions<T> = {},
): TaskstatsFamily & OverTransport<T> {
  return overKernel<T, TaskstatsFamily>({ ...allCpus(), ...options }, overTransport);
}
