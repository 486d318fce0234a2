import type { Scope, Type } from "./type.js";

/**
 * Returns a type that differs from another in some members; one that reads differently always reads all. Never spread a
 * type instead, which would lose the members of its prototype.
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
  const { read } = changes;
  if (read !== undefined) {
    // It would return a type that reads as before.
    delete refined.only;
    // What reads scalars without a check of bounds would do so too.
    const size = changes.size ?? refined.size;
    if (typeof size === "number" && "get" in refined)
      refined.get = (view: DataView, at: number, _end: number, scope?: Scope) =>
        read(view, at, at + size, scope);
  }
  return { ...refined, ...changes } as unknown as Type<U>;
}

/** Returns the members of a type, including those of its class. */
function namesOf(type: object): Set<string> {
  const names = new Set<string>();
  for (let at = type; at !== Object.prototype && at !== null; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  names.delete("constructor");
  return names;
}
