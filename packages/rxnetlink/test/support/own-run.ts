import { execFileSync, spawnSync } from "node:child_process";

/** Options for a private /run, where names of namespaces end with the program, and for its own links and processes. */
const APART = ["--mount", "--net", "--pid", "--fork", "--mount-proc"];
const OWN_RUN = [...APART, "sh", "-c", 'mount -t tmpfs none /run && exec "$0" "$@"'];

/** Returns the reason why a private /run is not possible here, if so. */
export function whyNoRun(): string | undefined {
  const { status, stderr, error } = spawnSync("unshare", [...OWN_RUN, "ip", "netns", "list"]);
  return status === 0 ? undefined : (error?.message ?? `${stderr}`.trim());
}

/** Runs a module with a private /run, and returns the lines that it prints. */
export function linesInOwnRun(source: string): string[] {
  const args = [...OWN_RUN, process.execPath, "--input-type=module", "--eval", source];
  const options = { encoding: "utf8", timeout: 100_000, cwd: import.meta.dirname } as const;
  return execFileSync("unshare", args, options).trim().split("\n");
}
