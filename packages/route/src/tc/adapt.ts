import { pick } from "@rxnetlink/core";
import { isAlreadySo, type Type } from "@rxnetlink/core/schema";

// The kernel replaces most settings of traffic control as a whole, and refuses to be told again what cannot be changed.
// So what is there is looked up first: a change is filled in with it, and what is so already is not sent.

interface Kinded {
  readonly options?: object | undefined;
}

/** The settings of a kind, which is the one member of `options`. */
export function settingsOf({ options = {} }: Kinded): [kind: string, settings: object] | undefined {
  return Object.entries<object>(options as Record<string, object>).find(
    ([, settings]) => settings !== undefined,
  );
}

/** For objects that the kernel is told as a whole: the request, or nothing where it is so already. */
export const unlessThere =
  <T extends Kinded>(layout: Type<T>) =>
  (asked: Partial<T>, current: T, verb: string): Partial<T> | undefined => {
    if (isAlreadySo(layout, asked, current, verb === "replace")) return undefined;
    return verb === "change" ? { ...pick(current, "options"), ...asked } : asked;
  };
