// Audit is of the whole machine: what changes it is tested in a virtual machine only.

import { spawnSync } from "node:child_process";
import { describeUnless, whyMissing, whyNotInitialRoot } from "@rxnetlink/testing/gates";

const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/** Runs a program and returns what it prints. */
export function run(...command: readonly string[]): string {
  const [program, ...args] = command;
  const { stdout, stderr, status } = spawnSync(program!, args, {
    env: { ...process.env, PATH },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command.join(" ")}: ${status} ${stderr}`);
  return stdout;
}

/** Returns what `auditctl -s` prints, by member. */
export function statusOfTool(): Record<string, string> {
  const lines = run("auditctl", "-s").trim().split("\n");
  return Object.fromEntries(lines.map((line) => [line.split(" ")[0]!, line.split(" ").slice(1).join(" ")]));
}

/** Returns the reason why audit cannot be read here. */
const whyNotRead = (programs: readonly string[]): string | undefined =>
  whyNotInitialRoot() ?? whyMissing(programs);

/** Describes tests that only read. */
export const describeReading = (programs: readonly string[], name: string, tests: () => void) =>
  describeUnless(whyNotRead(programs), name, tests);

/** Describes tests that change audit. */
export function describeChanging(programs: readonly string[], name: string, tests: () => void): void {
  const why =
    process.env.IN_NLVM === undefined
      ? "audit is of the whole machine: in a virtual machine only"
      : whyNotRead(programs);
  describeUnless(why, name, tests);
}
