import type { BackupStep } from "./step.js";

/** A step of a restore, and how it ended. */
export interface RestoreOutcome {
  /** `"planned"` in a dry run; else `"applied"`, or `"failed"` with the reason in `error`. */
  readonly type: "planned" | "applied" | "failed";
  /** The step. */
  readonly step: BackupStep;
  /** Reason of a failure. */
  readonly error?: Error;
}
