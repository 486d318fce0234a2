import { EncodeError } from "@rxnetlink/core";
import { checkWritable, isRecord } from "@rxnetlink/core/internal";
import { type AnyType, type Infer, refine, type Type, whole } from "@rxnetlink/core/schema";

// What requests of traffic control hold beside what was given. `tc` makes it of the words of a command; here the data
// sheets of the kinds say it.

/** What a request is given: all may be left out, at any depth. */
export type Given<T> = T extends number | string | bigint | boolean | Uint8Array
  ? T
  : T extends readonly (infer E)[]
    ? readonly Given<E>[]
    : T extends object
      ? { readonly [K in keyof T]?: Given<T[K]> | undefined }
      : T;

/**
 * Declares what a request holds where a struct lacks the member, by the others; `change$` takes what is there.
 *
 * @example
 * max: defaultBy(u32, ({ binSize }: Partial<SfbQopt>) => binSize * 2),
 */
export function defaultBy<S extends AnyType, V extends object>(
  type: S,
  from: (value: Partial<V>) => Infer<S> | undefined,
): S {
  return refine(type, { fallback: from as (siblings: object) => unknown }) as S;
}

/** A layout whose requests are filled in with what follows from several members. */
export function filled<T extends object>(layout: Type<T>, fill: (given: Given<T>) => Given<T>): Type<T> {
  return refine(layout, {
    write(out, value, scope) {
      if (!out.request || !isRecord(value)) return layout.write(out, value, scope);
      // What is filled in may leave out what is wrong.
      checkWritable(layout, value, scope);
      layout.write(out, fill(value as Given<T>) as T, scope);
    },
  });
}

/**
 * A set of attributes that the kernel replaces as a whole, for `change$`: what is there is sent again, but for what
 * gives way to that which was given.
 */
export function replaced<T extends object>(
  layout: Type<T>,
  givesWay: (given: Given<T>) => readonly (keyof T)[],
): Type<T> {
  const all = whole(layout);
  return refine(all, {
    complete(value, current) {
      const gone = givesWay(value as Given<T>);
      const kept = Object.entries(current ?? {}).filter(([key]) => !gone.includes(key as keyof T));
      return all.complete!(value, Object.fromEntries(kept) as T);
    },
  });
}

/** The error for what cannot be left out. */
export const missing = (...path: readonly string[]): EncodeError =>
  path.reduceRight((error, key) => error.at(key), new EncodeError("is missing"));

/** Marks settings that are not sent where nothing is said: the kernel has defaults then, and wants them whole else. */
export interface LeftOut {
  readonly leftOut: true;
}

/** Declares such settings. */
export const leftOut = <S extends AnyType>(type: S): S & LeftOut =>
  refine(type, { leftOut: true } as Partial<AnyType>) as unknown as S & LeftOut;

/** Keys, where something is so. */
export const where = <const K extends string>(isSo: boolean, ...keys: readonly K[]): readonly K[] =>
  isSo ? keys : [];
