import { type Check, checkOptions } from "@rxnetlink/core";

/** How much memory a thread may use, in MiB, as in `node:worker_threads`. */
export interface ResourceLimits {
  /** The heap of what lives long. */
  readonly maxOldGenerationSizeMb?: number;
  /** The heap of what was made a moment ago. */
  readonly maxYoungGenerationSizeMb?: number;
  /** What is set aside for generated code. */
  readonly codeRangeSizeMb?: number;
  /** The stack; 4 by default. */
  readonly stackSizeMb?: number;
}

const aSize: Check = (value) =>
  typeof value === "number" && value > 0 && value < 2 ** 32 ? undefined : "a number of MiB above 0";

/**
 * Checks them, and returns a plain copy.
 *
 * @throws ArgumentError
 */
export function checkLimits(limits: ResourceLimits): ResourceLimits {
  return checkOptions("resourceLimits", limits, {
    maxOldGenerationSizeMb: aSize,
    maxYoungGenerationSizeMb: aSize,
    codeRangeSizeMb: aSize,
    stackSizeMb: aSize,
  });
}
