import { aFunction, anInteger, checkOptions, type OptionChecks } from "../values/check-options.js";

/** Options of `watch$`, `state$` and `topology$`. */
export interface StateOptions {
  /** Called once no change can be missed: from then on every change is seen, whoever makes it. */
  readonly listening?: () => void;
  /**
   * Interval of periodic relisting in milliseconds, for what the kernel changes silently; differences are emitted as
   * `inferred`. The shortest interval of all current subscribers applies to all. By default there is no periodic
   * relisting, except of objects whose end the kernel may hide, such as connections.
   */
  readonly relistEvery?: number;
}

/** Checks of {@link StateOptions}. */
export const stateChecks: OptionChecks<StateOptions> = {
  listening: aFunction,
  relistEvery: anInteger(1, 0x7fff_ffff),
};

/** @throws ArgumentError */
export function checkStateOptions(callee: string, options: StateOptions): void {
  checkOptions<StateOptions>(callee, options, stateChecks);
}
