// Workloads that cannot be measured on this machine.
import { spawnSync } from "node:child_process";

const isInstalled = (command) => spawnSync(command, ["--version"]).error === undefined;

/** True if a workload needs the baseline's tools beside it. */
const needsTools = ({ storm, busy, namespace }) =>
  storm !== undefined || busy === true || namespace === "own";

/** The reason to leave a workload out, or `undefined`. */
export function whyLeftOut(workload, baseline) {
  if (baseline === undefined && needsTools(workload)) return "it needs a C compiler (cc)";
  const missing = (workload.needs ?? []).filter((command) => !isInstalled(command));
  return missing.length > 0 ? `it needs ${missing.join(", ")}` : undefined;
}
