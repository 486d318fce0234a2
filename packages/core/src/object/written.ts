import type { NamedOr } from "./match.js";

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The members of `T` that can be set, without those that the kernel only reports. */
type Settable<T> = {
  [K in keyof T]-?: Same<Pick<T, K>, Readonly<Pick<T, K>>> extends true ? never : K;
}[keyof T];

/**
 * What requests that write are given: all may be left out, at any depth, and what the kernel only reports has no place;
 * a value that was listed has it all the same, and requests leave it out.
 *
 * @example
 * link.change$({ ...listed, mtu: 1400 });
 */
export type Written<T> = {
  readonly [K in keyof T as K extends Settable<T> ? K : never]?: WrittenMember<T[K]> | undefined;
};

/** A member of what a request that writes is given. */
export type WrittenMember<T> = T extends number
  ? NamedOr<T>
  : T extends string | Uint8Array
    ? T
    : T extends readonly (infer E)[]
      ? readonly WrittenMember<E>[]
      : T extends object
        ? Written<T>
        : T;
