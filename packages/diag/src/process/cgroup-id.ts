import { statfsSync, statSync } from "node:fs";
import { ArgumentError } from "@rxnetlink/core";

/** Type of the file system of control groups. */
const CGROUP2_SUPER_MAGIC = 0x6367_7270;

function noCgroup(path: string, cause?: unknown): ArgumentError {
  const hint = "control groups are folders of the file system cgroup2, mostly below /sys/fs/cgroup";
  return new ArgumentError("cgroupId", "path", `${JSON.stringify(path)} is no control group`, hint, {
    cause,
  });
}

/**
 * Returns the identifier of a control group, which sockets have as `cgroupId`: the number of its folder in the unified
 * hierarchy (cgroup2).
 *
 * @throws ArgumentError if there is no such folder.
 *
 * @example
 * cgroupId("/sys/fs/cgroup/system.slice/ssh.service"); // 4321n
 */
export function cgroupId(path: string): bigint {
  try {
    if (statfsSync(path).type === CGROUP2_SUPER_MAGIC) return statSync(path, { bigint: true }).ino;
  } catch (error) {
    throw noCgroup(path, error);
  }
  throw noCgroup(path);
}
