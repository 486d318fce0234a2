import { type MonoTypeOperatorFunction, retry, throwError } from "rxjs";
import { TransactionError } from "./error.js";

/** Times that a transaction is tried if the ruleset keeps changing. */
const TRIES = 10;

/**
 * Repeats what led to a transaction as long as others changed the ruleset in between: subscribes to the source again, which
 * should read the generation and what it decides by, and then commit for that generation.
 *
 * @param tries - Most attempts, 10 by default; after the last, errors with its {@link TransactionError}.
 *
 * @example
 * nf.nftables.generation$().pipe(
 *   take(1),
 *   mergeMap(({ id: generation }) => rules$.pipe(mergeMap((rules) =>
 *     nf.nftables.transaction$(changesFor(rules), { generation })))),
 *   retryStale(),
 * );
 */
export function retryStale<T>(tries = TRIES): MonoTypeOperatorFunction<T> {
  return retry({
    count: tries - 1,
    delay: (error) => (error instanceof TransactionError && error.stale ? [0] : throwError(() => error)),
  });
}
