import type { Attributes } from "./slot.js";
import type { Fields } from "./struct.js";

/**
 * Declares what several layouts share, and what one of them adds or has in another way. A shared declaration has a type with a
 * name, as below: TypeScript spells out one without, and its comments are lost to those who import it.
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
