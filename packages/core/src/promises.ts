/**
 * Promises for scripts that just wait. What streams is better used as the Observable that it is.
 *
 * @module
 */
import { firstValueFrom, lastValueFrom, type Observable, toArray } from "rxjs";

/**
 * Returns all values of a stream, in order, once it has completed. A stream that never completes, such as `watch$`,
 * keeps the promise pending.
 *
 * @throws The stream's error, for instance KernelError; values that came before it are lost.
 *
 * @example
 * for (const { ifname } of await all(nl.link.list$())) console.log(ifname);
 */
export function all<T>(list$: Observable<T>): Promise<T[]> {
  return lastValueFrom(list$.pipe(toArray()));
}

/**
 * Returns the first value of a stream, and unsubscribes then.
 *
 * @throws The stream's error if it comes first, for instance KernelError with the code `ENODEV`; RxJS's `EmptyError` if
 * the stream completes without a value.
 *
 * @example
 * const { mtu } = await one(nl.link.get$({ ifname: "eth0" }));
 */
export function one<T>(get$: Observable<T>): Promise<T> {
  return firstValueFrom(get$);
}

/**
 * Resolves when a stream completes, whatever it emits: a change was acknowledged, or a program has come to its end.
 * Changes are cold, so calling `add$` without this or `subscribe()` sends nothing.
 *
 * @throws The stream's error, for instance KernelError.
 *
 * @example
 * await done(nl.link.change$({ ifname: "eth0", mtu: 1400 }));
 */
export async function done(add$: Observable<unknown>): Promise<void> {
  await lastValueFrom(add$, { defaultValue: undefined });
}
