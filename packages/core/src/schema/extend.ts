import type { Attributes } from "./slot.js";
import type { Fields } from "./struct.js";

/**
 * Declares the members shared by several layouts together with those that one of them adds or replaces. Give a shared
 * declaration a named type, as below: TypeScript inlines an unnamed one, and its comments are lost to importers.
 *
 * @example
 * const members = {
 *   // Index of the action.
 *   index: u32,
 * };
 * export type TcGen = { -readonly [K in keyof typeof members]: (typeof members)[K] };
 * export const tcGen: TcGen = members;
 *
 * export const gactParms = struct("tc_gact", extend(tcGen, { … }));
 */
export function extend<A extends object, B extends Fields | Attributes>(
  shared: A,
  own: B,
): Omit<A, keyof B> & B {
  return { ...shared, ...own };
}
