import { EncodeError } from "@rxnetlink/core";
import { checkWritable, isRecord } from "@rxnetlink/core/internal";
import { type AnyType, type Infer, refine, type Type, whole } from "@rxnetlink/core/schema";

// Completion of traffic control requests: what `tc` computes from the words of a command, layouts declare here.

/** Input of a request: every member, at any depth, is optional. */
export type Given<T> = T extends number | string | bigint | boolean | Uint8Array
  ? T
  : T extends readonly (infer E)[]
    ? readonly Given<E>[]
    : T extends object
      ? { readonly [K in keyof T]?: Given<T[K]> | undefined }
      : T;

/**
 * Declares the default of a struct member in requests, computed from the other members; `change$` keeps the current
 * value instead.
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

/** Returns a layout whose requests are completed by `fill` with members that follow from others. */
export function filled<T extends object>(layout: Type<T>, fill: (given: Given<T>) => Given<T>): Type<T> {
  return refine(layout, {
    write(out, value, scope) {
      if (!out.request || !isRecord(value)) return layout.write(out, value, scope);
      // Check first, since `fill` may drop an invalid member.
      checkWritable(layout, value, scope);
      layout.write(out, fill(value as Given<T>) as T, scope);
    },
  });
}

/**
 * Returns a layout that the kernel replaces as a whole: `change$` sends the current members again, except those
 * displaced by the given ones.
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

/** Returns the error for a missing member. */
export const missing = (...path: readonly string[]): EncodeError =>
  path.reduceRight((error, key) => error.at(key), new EncodeError("is missing"));

/**
 * Marker of settings that are not sent when empty: the kernel applies defaults then, and otherwise requires all
 * members.
 */
export interface LeftOut {
  readonly leftOut: true;
}

/** Marks settings as not sent when empty. */
export const leftOut = <S extends AnyType>(type: S): S & LeftOut =>
  refine(type, { leftOut: true } as Partial<AnyType>) as unknown as S & LeftOut;

/** Returns the keys if the condition holds, otherwise none. */
export const where = <const K extends string>(isSo: boolean, ...keys: readonly K[]): readonly K[] =>
  isSo ? keys : [];
