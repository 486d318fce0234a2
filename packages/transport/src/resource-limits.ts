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
