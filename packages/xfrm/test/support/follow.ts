import { eventually } from "@rxnetlink/testing/gates";
import type { Observable, Subscription } from "rxjs";

/** Values of a stream so far. */
export interface Followed<T> {
  readonly values: readonly T[];
  /** Waits for a value that a condition holds for. */
  next<U extends T>(is: (value: T) => value is U): Promise<U>;
  next(is: (value: T) => boolean): Promise<T>;
  readonly subscription: Subscription;
}

/** Subscribes to a stream, and waits until nothing can be missed. */
export async function follow<T>(open: (listening: () => void) => Observable<T>): Promise<Followed<T>> {
  const values: T[] = [];
  let subscription!: Subscription;
  await new Promise<void>((resolve, reject) => {
    subscription = open(resolve).subscribe({ next: (value) => values.push(value), error: reject });
  });
  async function next(is: (value: T) => boolean): Promise<T> {
    let found: T | undefined;
    await eventually(() => {
      found = values.find(is);
      if (found === undefined) throw new Error(`none of ${values.length} values is it`);
    });
    return found!;
  }
  return { values, next: next as Followed<T>["next"], subscription };
}
