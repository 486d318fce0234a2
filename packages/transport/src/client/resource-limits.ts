import { type Check, checkOptions } from "@rxnetlink/core/internal";

/** How much memory a thread may use, in MiB, as in `node:worker_threads`. */
export interface ResourceLimits {
  /** The heap of what lives long; 1 at least, some 8 are needed. */
  readonly maxOldGenerationSizeMb?: number;
  /** The heap of what was made a moment ago. */
  readonly maxYoungGenerationSizeMb?: number;
  /** What is set aside for generated code; 1 to 512. */
  readonly codeRangeSizeMb?: number;
  /** The stack; 4 by default, 1 to 1024. */
  readonly stackSizeMb?: number;
}

/** A number of MiB of a range; beyond it Node cannot start the thread, or dies with it. */
function aSize(low: number, high: number): Check {
  return (value) =>
    typeof value === "number" && value >= low && value <= high
      ? undefined
      : `a number of MiB from ${low} to ${high}`;
}

/**
 * Checks them, and returns a plain copy.
 *
 * @throws ArgumentError
 */
export function checkLimits(limits: ResourceLimits): ResourceLimits {
  return checkOptions("resourceLimits", limits, {
    maxOldGenerationSizeMb: aSize(1, 2 ** 20),
    maxYoungGenerationSizeMb: aSize(1, 2 ** 20),
    codeRangeSizeMb: aSize(1, 512),
    stackSizeMb: aSize(1, 1024),
  });
}
