// Starts an example that follows the names of namespaces, where there are none but those of its test.

import { execFileSync } from "node:child_process";
import { type Running, start } from "./running.js";

/** An example, and commands that see the same names of namespaces as it does, such as `ip netns add`. */
export interface AmongNames extends Running {
  /** Runs a shell command. */
  sh(command: string): string;
}

/** Starts an example in a network namespace, with a `/run/netns` that the machine does not see. */
export function startAmongNames(path: string, name: string, args: string[] = []): AmongNames {
  const prepare = 'mount -t tmpfs tmpfs /run && mkdir /run/netns && exec nsenter --net="$0" "$@"';
  const running = start(["unshare", "--mount", "sh", "-c", prepare, path, process.execPath], name, args);
  const inside = [`--mount=/proc/${running.child.pid}/ns/mnt`, `--net=${path}`];
  return {
    ...running,
    sh: (command) => execFileSync("nsenter", [...inside, "sh", "-ec", command], { encoding: "utf8" }),
  };
}
