// A fresh namespace for each test, with an object of netfilter in it, and visible skips where a program is missing.

import { spawnSync } from "node:child_process";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe } from "vitest";
import { type Netfilter, netfilter } from "#src/netfilter.js";

/** A namespace, with netfilter in it. */
export interface Kernel extends Pick<Sandbox, "run" | "json" | "close" | "namespace" | "transport"> {
  readonly nf: Netfilter;
}

/** Opens a namespace whose loopback is up, and runs the commands of `setup` in it. */
export async function openKernel(setup = ""): Promise<Kernel> {
  const sandbox = await openSandbox();
  const { transport, namespace, run, json } = sandbox;
  try {
    run(`set -e; ip link set lo up; ${setup}`);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  const nf = netfilter({ transport, namespace: namespace.ref });
  return { nf, run, json, namespace, transport, close: () => sandbox.close() };
}

function isMissing(program: string): boolean {
  const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
  return spawnSync("sh", ["-c", `command -v ${program}`], { env: { ...process.env, PATH } }).status !== 0;
}

/** Describes tests that need network namespaces and some programs; skips them with the reason in their name. */
export function describeWith(programs: readonly string[], name: string, tests: () => void): void {
  const missing = programs.filter(isMissing);
  const why = whyNoNamespaces() ?? (missing.length > 0 ? `${missing.join(", ")} not installed` : undefined);
  if (why === undefined) describe(name, tests);
  else describe.skip(`${name} (skipped: ${why})`, tests);
}
