import { type Check, checkOptions } from "@rxnetlink/core/internal";

/** Memory limits of a thread in MiB, as in `node:worker_threads`. */
export interface ResourceLimits {
  /** Heap of long-lived objects; at least 1, about 8 are needed. */
  readonly maxOldGenerationSizeMb?: number;
  /** Heap of recently created objects. */
  readonly maxYoungGenerationSizeMb?: number;
  /** Memory for generated code; 1 to 512. */
  readonly codeRangeSizeMb?: number;
  /** Stack; 1 to 1024, 4 by default. */
  readonly stackSizeMb?: number;
}

/** Returns a check for a number of MiB; outside the range, Node cannot start the thread, or crashes. */
function aSize(low: number, high: number): Check {
  return (value) =>
    typeof value === "number" && value >= low && value <= high
      ? undefined
      : `a number of MiB from ${low} to ${high}`;
}

/**
 * Checks memory limits and returns a plain copy.
 *
 * @throws ArgumentError if a limit does not exist or is out of range.
 */
export function checkLimits(limits: ResourceLimits): ResourceLimits {
  return checkOptions("resourceLimits", limits, {
    maxOldGenerationSizeMb: aSize(1, 2 ** 20),
    maxYoungGenerationSizeMb: aSize(1, 2 ** 20),
    codeRangeSizeMb: aSize(1, 512),
    stackSizeMb: aSize(1, 1024),
  });
}
