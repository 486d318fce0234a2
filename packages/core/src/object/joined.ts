import { type MonoTypeOperatorFunction, Observable } from "rxjs";
import { isRecord } from "../values/record.js";

/** How messages of a list that hold parts of one object are joined. */
export interface Joins<T> {
  /** Members that such messages have in common, and no others. */
  readonly by: readonly (keyof T & string)[];
  /** Makes one of two, for which it may change them; {@link merged} where this is left out. */
  merge?(value: T, next: T): T;
}

/**
 * Two parts of a value as one: lists one behind the other, sets member by member, of all else the second. The first
 * part is what becomes the whole.
 */
export function merged<V>(value: V, next: V): V {
  if (Array.isArray(value) && Array.isArray(next)) {
    for (const element of next) value.push(element);
    return value;
  }
  if (!isRecord(value) || !isRecord(next)) return next;
  const whole: Record<string, unknown> = value;
  for (const [key, member] of Object.entries(next))
    whole[key] = key in whole ? merged(whole[key], member) : member;
  return value;
}

/**
 * Joins messages that hold parts of one object: the kernel goes on in another message where one is full. They follow
 * one another, so that no more than one object is held back.
 */
export function joined<T extends object>({ by, merge = merged }: Joins<T>): MonoTypeOperatorFunction<T> {
  return (rows$) =>
    new Observable((subscriber) => {
      let open: T | undefined;
      const close = () => {
        if (open !== undefined) subscriber.next(open);
        open = undefined;
      };
      return rows$.subscribe({
        next(row) {
          const last = open;
          if (last !== undefined && by.every((key) => last[key] === row[key])) open = merge(last, row);
          else {
            close();
            open = row;
          }
        },
        error: (error) => subscriber.error(error),
        complete() {
          close();
          subscriber.complete();
        },
      });
    });
}
