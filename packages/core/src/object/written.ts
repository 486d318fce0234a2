import type { NamedOr } from "./match.js";

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** Members of `T` that can be set; the kernel only reports the others. */
type Settable<T> = {
  [K in keyof T]-?: Same<Pick<T, K>, Readonly<Pick<T, K>>> extends true ? never : K;
}[keyof T];

/**
 * Input of a request that writes. Every member is optional, at any depth, and members that the kernel only reports are left
 * out of the type. A listed value is accepted too: requests drop those members.
 *
 * @example
 * link.change$({ ...listed, mtu: 1400 });
 */
export type Written<T> = {
  readonly [K in keyof T as K extends Settable<T> ? K : never]?: WrittenMember<T[K]> | undefined;
};

/** Member of a {@link Written}. */
export type WrittenMember<T> = T extends number
  ? NamedOr<T>
  : T extends string | Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? readonly WrittenMember<E>[]
      : T extends object
        ? Written<T>
        : T;
