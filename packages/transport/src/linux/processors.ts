import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";

/** Where control groups are mounted. */
const CGROUPS = "/sys/fs/cgroup";

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

/** Parses `cpu.max`: a quota and a period in microseconds, or `max`. */
function quotaOf(text: string | undefined): number {
  const [quota, period] = (text ?? "max").trim().split(/\s+/).map(Number);
  return quota !== undefined && quota > 0 && period ? quota / period : Number.POSITIVE_INFINITY;
}

/** Returns the processors that the quotas of a control group and of those around it leave. */
function quotaIn(root: string, group: string): number {
  const own = quotaOf(read(join(root, group, "cpu.max")));
  return group === "/" ? own : Math.min(own, quotaIn(root, dirname(group)));
}

/** Returns the quota of version 1, which containers see at the root. */
function quotaOfVersion1(root: string): number {
  const [quota, period] = ["quota", "period"].map((name) =>
    read(join(root, `cpu/cpu.cfs_${name}_us`))?.trim(),
  );
  return quotaOf(quota === undefined || period === undefined ? undefined : `${quota} ${period}`);
}

/**
 * Returns how many processors this process may keep busy: by its affinity, and by the quotas of its control group. A
 * fraction is possible.
 *
 * @param root - Where control groups are mounted.
 * @param memberships - The groups of this process, as in `/proc/self/cgroup`.
 */
export function usableProcessors(root = CGROUPS, memberships = read("/proc/self/cgroup") ?? ""): number {
  const group = /^0::(\/.*)$/m.exec(memberships)?.[1] ?? "/";
  return Math.min(availableParallelism(), quotaIn(root, group), quotaOfVersion1(root));
}
