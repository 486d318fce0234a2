import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Starts a process without capabilities in a namespace of its own. */
const ORDINARY = ["--net", "setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"];

/** Returns the reason why no process without capabilities can be started, `undefined` if one can. */
export function whyNotOrdinary(): string | undefined {
  const { status, error, stderr } = spawnSync("unshare", [...ORDINARY, "true"]);
  return status === 0 ? undefined : (error?.message ?? `${stderr}`.trim());
}

/** Runs a program without capabilities, and returns what it prints as lines of JSON. */
export async function printedWithoutPrivileges<T>(program: URL): Promise<T[]> {
  const args = [...ORDINARY, process.execPath, fileURLToPath(program)];
  const { stdout } = await promisify(execFile)("unshare", args);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
