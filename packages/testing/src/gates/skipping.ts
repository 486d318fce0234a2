// Visible skips: tests that cannot run say why in their name.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe } from "vitest";

/** Where Debian keeps programs of administrators, outside the path of an ordinary user. */
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/** True if a shell command fails. */
export const fails = (command: string): boolean =>
  spawnSync("sh", ["-c", command], { env: { ...process.env, PATH } }).status !== 0;

/** Returns the reason why some programs cannot be used, `undefined` if all are installed. */
export function whyMissing(programs: readonly string[]): string | undefined {
  const missing = programs.filter((program) => fails(`command -v ${program}`));
  return missing.length > 0 ? `${missing.join(", ")} not installed` : undefined;
}

/** Returns the reason why this process is not root of the initial user namespace, `undefined` if it is. */
export function whyNotInitialRoot(): string | undefined {
  const map = "/proc/self/uid_map";
  const all = existsSync(map) && /^ *0 +0 +4294967295$/m.test(readFileSync(map, "utf8"));
  return all && process.getuid?.() === 0 ? undefined : "needs root of the initial user namespace";
}

/** Describes tests, which are skipped with the reason in their name if there is one. */
export function describeUnless(why: string | undefined, name: string, tests: () => void): void {
  if (why === undefined) describe(name, tests);
  else describe.skip(`${name} (skipped: ${why})`, tests);
}
