import { defer, ignoreElements, merge, type Observable } from "rxjs";
import { checkStateOptions, type StateOptions } from "./options.js";
import type { StateTracker } from "./tracker.js";

/** What is shared among subscribers, for one that wants something besides; just what is shared, where it does not. */
export function withStateOptions<S, T extends object>(
  callee: string,
  options: StateOptions,
  synchronizer: () => StateTracker<T>,
  shared$: Observable<S>,
): Observable<S> {
  return defer(() => {
    checkStateOptions(callee, options);
    const { listening, relistEvery } = options;
    if (listening === undefined && relistEvery === undefined) return shared$;
    return merge(synchronizer().events(options).pipe(ignoreElements()), shared$);
  });
}
