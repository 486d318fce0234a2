import { spawnSync } from "node:child_process";

/** Runs a program with a /run and a network of its own, which end with it: nothing is left behind, whatever happens. */
export const OWN_RUN = [
  "unshare",
  "--mount",
  "--net",
  "sh",
  "-c",
  'mount -t tmpfs none /run && exec "$0" "$@"',
];

/** Why there can be none, if so. */
export function whyNoRun(): string | undefined {
  const { status, stderr, error } = spawnSync(OWN_RUN[0]!, [...OWN_RUN.slice(1), "ip", "netns", "list"]);
  return status === 0 ? undefined : (error?.message ?? `${stderr}`.trim());
}
