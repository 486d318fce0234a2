import { defer, ignoreElements, merge, type Observable } from "rxjs";
import { checkStateOptions, type StateOptions } from "./options.js";
import type { StateTracker } from "./tracker.js";

/** Returns a shared stream with the options of one subscriber applied; the shared stream itself if there are none. */
export function withStateOptions<S, T extends object>(
  callee: string,
  options: StateOptions,
  tracker: () => StateTracker<T>,
  shared$: Observable<S>,
): Observable<S> {
  return defer(() => {
    checkStateOptions(callee, options);
    const { listening, relistEvery } = options;
    if (listening === undefined && relistEvery === undefined) return shared$;
    return merge(tracker().events(options).pipe(ignoreElements()), shared$);
  });
}
