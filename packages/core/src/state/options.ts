import { aFunction, anInteger, checkOptions } from "../values/check-options.js";

/** What a subscriber to state that is kept may want besides: options of `watch$`, `state$` and `topology$`. */
export interface StateOptions {
  /** Called when nothing can be missed any more: whatever happens from here on is seen, whoever does it. */
  readonly listening?: () => void;
  /**
   * Lists again that often, in milliseconds, for what the kernel changes silently; the differences are emitted as
   * `inferred`. Of several who subscribe at once the shortest counts, for all of them. Never, if left out.
   */
  readonly relistEvery?: number;
}

/** @throws ArgumentError */
export function checkStateOptions(callee: string, options: StateOptions): void {
  checkOptions<StateOptions>(callee, options, {
    listening: aFunction,
    relistEvery: anInteger(1, 0x7fff_ffff),
  });
}
