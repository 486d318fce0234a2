import { type MonoTypeOperatorFunction, take, takeUntil, timer } from "rxjs";
import type { CommonOptions } from "../session.js";

/** Options of a capture. */
export interface CaptureOptions extends CommonOptions {
  /** Number of packets or changes after which it ends. */
  readonly count?: number;
  /** Time in seconds after which it ends. */
  readonly duration?: number;
}

/** Completes a stream when a capture is to end. */
export function whileCapturing<T>({ count, duration }: CaptureOptions): MonoTypeOperatorFunction<T> {
  return (source$) => {
    const some$ = count === undefined ? source$ : source$.pipe(take(count));
    return duration === undefined ? some$ : some$.pipe(takeUntil(timer(duration * 1000)));
  };
}
