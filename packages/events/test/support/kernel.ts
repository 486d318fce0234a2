// A fresh namespace for each test, with sysfs as it is seen there, and visible skips where something is missing.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describeUnless, whyMissing, whyNotInitialRoot } from "@rxnetlink/testing/gates";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";

/** A program that runs beside a test. */
export interface Beside {
  readonly pid: number;
  /** The lines that it prints. */
  readonly lines: AsyncIterator<string>;
  /** Ends it. */
  end(): Promise<void>;
}

/** Starts a program in a namespace, which ends when its standard input does or when it is told to. */
export function beside(sandbox: Sandbox, ...command: readonly string[]): Beside {
  const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
  const args = [`--net=${sandbox.namespace.path}`, ...command];
  const child: ChildProcess = spawn("nsenter", args, {
    env: { ...process.env, PATH },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    pid: child.pid!,
    lines,
    async end() {
      const ended = child.exitCode === null ? once(child, "exit") : undefined;
      child.kill();
      await ended;
    },
  };
}

/** Mounts sysfs in a namespace; returns where this process finds it, and the process that holds it. */
export async function sysfsOf(sandbox: Sandbox): Promise<{ sysfs: string; holder: Beside }> {
  const script = "mount -t sysfs sysfs /sys && echo ready && exec cat";
  const holder = beside(sandbox, "unshare", "--mount", "sh", "-c", script);
  await holder.lines.next();
  return { sysfs: `/proc/${holder.pid}/root/sys`, holder };
}

/** Describes tests that need root of the initial user namespace and some programs; skips them with the reason in their name. */
export const describeAsRoot = (programs: readonly string[], name: string, tests: () => void): void =>
  describeUnless(whyNoNamespaces() ?? whyNotInitialRoot() ?? whyMissing(programs), name, tests);

export { openSandbox, type Sandbox };
