// Workloads that cannot be measured on this machine.
import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";

const isInstalled = (command) => spawnSync(command, ["--version"]).error === undefined;

/** True if a workload needs the baseline's tools beside it. */
const needsTools = ({ storm, busy, namespace }) =>
  storm !== undefined || busy === true || namespace === "own";

/** The initial namespaces, whose numbers are the same everywhere. */
const INITIAL = { net: 0xeffffff9, pid: 0xeffffffc, user: 0xeffffffd };
const isInitial = () =>
  Object.entries(INITIAL).every(
    ([kind, number]) => readlinkSync(`/proc/self/ns/${kind}`) === `${kind}:[${number}]`,
  );

/** The reason to leave a workload out, or `undefined`. */
export function whyLeftOut(workload, baseline) {
  if (baseline === undefined && needsTools(workload)) return "it needs a C compiler (cc)";
  if (workload.namespace === "initial" && !isInitial()) return "it runs in the initial namespaces only";
  const missing = (workload.needs ?? []).filter((command) => !isInstalled(command));
  return missing.length > 0 ? `it needs ${missing.join(", ")}` : undefined;
}
