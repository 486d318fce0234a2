import { EncodeError } from "@rxnetlink/core";
import { checkWritable, isRecord } from "@rxnetlink/core/internal";
import { type AnyType, type Infer, refine, type Type, whole } from "@rxnetlink/core/schema";

// Completion of traffic control requests: what `tc` computes from the words of a command, layouts declare here.

/** Input of a request: every member, at any depth, is optional. */
export type Input<T> = T extends number | string | bigint | boolean | Uint8Array
  ? T
  : T extends readonly (infer E)[]
    ? readonly Input<E>[]
    : T extends object
      ? { readonly [K in keyof T]?: Input<T[K]> | undefined }
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
export function withDefaults<T extends object>(
  layout: Type<T>,
  fill: (given: Input<T>) => Input<T>,
): Type<T> {
  return refine(layout, {
    write(out, value, scope) {
      if (!out.request || !isRecord(value)) return layout.write(out, value, scope);
      // Check first, since `fill` may drop an invalid member.
      checkWritable(layout, value, scope);
      layout.write(out, fill(value as Input<T>) as T, scope);
    },
  });
}

/**
 * Returns a layout that the kernel replaces as a whole: `change$` sends the current members again, except those
 * displaced by the given ones.
 */
export function replacedWhole<T extends object>(
  layout: Type<T>,
  displacedBy: (given: Input<T>) => readonly (keyof T)[],
): Type<T> {
  const all = whole(layout);
  return refine(all, {
    complete(value, current) {
      const gone = displacedBy(value as Input<T>);
      const kept = Object.entries(current ?? {}).filter(([key]) => !gone.includes(key as keyof T));
      return all.complete!(value, Object.fromEntries(kept) as T);
    },
  });
}

/** Returns the error for a missing member. */
export const missingMember = (...path: readonly string[]): EncodeError =>
  path.reduceRight((error, key) => error.at(key), new EncodeError("is missing"));

/**
 * Marker of settings that are not sent when empty: the kernel applies defaults then, and otherwise requires all
 * members.
 */
export interface OmittedWhenEmpty {
  readonly omittedWhenEmpty: true;
}

/** Marks settings as not sent when empty. */
export const omittedWhenEmpty = <S extends AnyType>(type: S): S & OmittedWhenEmpty =>
  refine(type, { omittedWhenEmpty: true } as Partial<AnyType>) as unknown as S & OmittedWhenEmpty;

/** Returns the keys if the condition holds, otherwise none. */
export const keysIf = <const K extends string>(condition: boolean, ...keys: readonly K[]): readonly K[] =>
  condition ? keys : [];

/** Returns the layout with its member `count` written as the length of `list`. */
export function withCount<T extends object>(layout: Type<T>, count: keyof T, list: keyof T): Type<T> {
  return refine(layout, {
    write(out, value, scope) {
      const elements = value?.[list];
      layout.write(out, Array.isArray(elements) ? { ...value, [count]: elements.length } : value, scope);
    },
  });
}
