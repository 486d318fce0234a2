import { matcher } from "./matcher.js";
import type { Type } from "./type.js";

/**
 * Refers to a layout that is declared later, or that contains itself.
 *
 * @example
 * peer: [1, lazy((): Type<Link> => linkMessage)],
 */
export function lazy<T>(get: () => Type<T>): Type<T> {
  return {
    name: "lazy",
    scoped: true,
    target: get,
    read: (view, at, end, scope) => get().read(view, at, end, scope),
    write: (out, value, scope) => get().write(out, value, scope),
    member: (key) => get().member?.(key),
    keys: () => get().keys?.() ?? [],
    lacks: (value) => get().lacks?.(value),
    complete(value, current) {
      const type = get();
      return type.complete === undefined ? value : type.complete(value, current);
    },
    matcher: (pattern, scope) => matcher(get(), pattern, scope),
    locate(view, at, end, offset, scope) {
      return get().locate?.(view, at, end, offset, scope) ?? { path: [], type: get() };
    },
  };
}
