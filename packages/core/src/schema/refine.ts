import type { Type } from "./type.js";

/**
 * A type that reads or writes otherwise than the one it is made of and is like it in all else. A type must not be
 * spread instead: what it has on its prototype would be lost.
 *
 * @example
 * export const flower = refine(layout, { write(out, value, scope) { check(value); layout.write(out, value, scope); } });
 */
export function refine<T, U = T>(type: Type<T>, changes: Partial<Type<U>>): Type<U> {
  const refined: Record<string, unknown> = {};
  for (const name of namesOf(type)) {
    const member = type[name as keyof Type<T>] as unknown;
    refined[name] = typeof member === "function" ? member.bind(type) : member;
  }
  return { ...refined, ...changes } as unknown as Type<U>;
}

/** The members of a type, those of its class too. */
function namesOf(type: object): Set<string> {
  const names = new Set<string>();
  for (let at = type; at !== Object.prototype && at !== null; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  names.delete("constructor");
  return names;
}
