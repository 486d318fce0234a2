import { pick } from "@rxnetlink/core";
import { isAlreadySo, type Type } from "@rxnetlink/core/schema";

// The kernel replaces most settings of traffic control as a whole, and refuses unchangeable ones even when they are
// the same. So the current object is looked up first: a change is completed from it, and what already holds is not
// sent.

interface Kinded {
  readonly options?: object | undefined;
}

/** Returns the kind and its settings, the single member of `options`. */
export function settingsOf({ options = {} }: Kinded): [kind: string, settings: object] | undefined {
  return Object.entries<object>(options as Record<string, object>).find(
    ([, settings]) => settings !== undefined,
  );
}

/** Returns the request for an object that is sent as a whole, or `undefined` if the object already is as requested. */
export const requestIfDifferent =
  <T extends Kinded>(layout: Type<T>) =>
  (request: Partial<T>, current: T, verb: string): Partial<T> | undefined => {
    if (isAlreadySo(layout, request, current, verb === "replace")) return undefined;
    return verb === "change" ? { ...pick(current, "options"), ...request } : request;
  };
