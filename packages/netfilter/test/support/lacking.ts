// Tests of what only some kernels have.

import type { TestContext } from "vitest";
import type { Kernel } from "./kernel.js";

/** Words of the kernel's tools for ENOENT, EOPNOTSUPP and a kind of link that is not there. */
const LACKING = /No such file or directory|not supported|Unknown device type/;

/** Skips a test, and says why in the output too. */
export function skipSince({ skip }: TestContext, why: string): never {
  console.log(`skipped: ${why}`);
  return skip(why);
}

/** Runs a command that adds something; skips the test where the kernel has no such thing. */
export function needs(context: TestContext, kernel: Kernel, command: string, what: string): void {
  const output = kernel.run(`(${command}) 2>&1 || true`).trim();
  if (output === "") return;
  if (LACKING.test(output)) skipSince(context, `this kernel has no ${what}`);
  throw new Error(output);
}
