import { spawnSync } from "node:child_process";

/** Command that runs a program with its own /run and network namespace, which end with it. */
export const OWN_RUN = [
  "unshare",
  "--mount",
  "--net",
  "sh",
  "-c",
  'mount -t tmpfs none /run && exec "$0" "$@"',
];

/** The same with its own processes, of which there are no others. */
export const OWN_PROCESSES = ["unshare", "--pid", "--fork", "--mount-proc", ...OWN_RUN.slice(1)];

/** Returns the reason why {@link OWN_RUN} does not work here, if so. */
export function whyNoRun(): string | undefined {
  const { status, stderr, error } = spawnSync(OWN_RUN[0]!, [...OWN_RUN.slice(1), "ip", "netns", "list"]);
  return status === 0 ? undefined : (error?.message ?? `${stderr}`.trim());
}
