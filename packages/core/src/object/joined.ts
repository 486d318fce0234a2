import { type MonoTypeOperatorFunction, Observable } from "rxjs";
import { isRecord } from "../values/record.js";

/** Rule for joining the messages of a list that hold parts of one object. */
export interface Joins<T> {
  /** Members that identify the object: equal in its messages, different in others. */
  readonly by: readonly (keyof T & string)[];
  /** Joins two parts, which it may modify; {@link merged} by default. */
  merge?(value: T, next: T): T;
}

/**
 * Joins two parts of a value: lists are appended, sets merged by member, anything else is taken from the second. Modifies
 * and returns the first.
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
 * Joins messages that hold parts of one object: the kernel continues in another message when one is full. They follow one
 * another, so at most one object is held back.
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
