import { EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";
import type { AnyType, Type } from "@rxnetlink/core/schema";

/** Members of an object, by the nest of the message that holds them; `""` for those that are in none. */
export type Places = Readonly<Record<string, readonly string[]>>;

type Members = Record<string, unknown>;

/** Returns the members of a message that an object has. */
function flattened(message: Members, places: Places): Members {
  const value: Members = {};
  for (const [nest, keys] of Object.entries(places)) {
    const from = nest === "" ? message : (message[nest] as Members | undefined);
    for (const key of keys) if (from?.[key] !== undefined) value[key] = from[key];
  }
  return value;
}

/** Returns the message that holds the members of an object. */
function nested(name: string, value: object, placeOf: ReadonlyMap<string, string>): Members {
  checkRecord(value, name);
  const message: Members = {};
  for (const [key, member] of Object.entries(value)) {
    const nest = placeOf.get(key);
    if (nest === undefined) throw new EncodeError(`no such member of ${name}`).at(key);
    if (nest === "") message[key] = member;
    else message[nest] = { ...(message[nest] as object | undefined), [key]: member };
  }
  return message;
}

/**
 * Declares an object whose members are in several nests of a message, so that callers write them side by side.
 *
 * @example
 * const saRequest = flat<Sa>("sa", macsecMessage, { "": ["ifindex"], rxscConfig: ["sci"], saConfig: ["an", "key"] });
 */
export function flat<T extends object>(name: string, whole: AnyType, places: Places): Type<T> {
  const placeOf = new Map(
    Object.entries(places).flatMap(([nest, keys]) => keys.map((key) => [key, nest] as const)),
  );
  const memberOf = (key: string): AnyType | undefined => {
    const nest = placeOf.get(key);
    if (nest === undefined) return undefined;
    return (nest === "" ? whole : whole.member?.(nest))?.member?.(key);
  };
  return {
    name,
    member: memberOf,
    keys: () => [...placeOf.keys()],
    read: (view, at, end, scope) => flattened(whole.read(view, at, end, scope), places) as T,
    write(out, value, scope) {
      const message = nested(name, value, placeOf);
      try {
        whole.write(out, message, scope);
      } catch (error) {
        const [first = ""] = error instanceof EncodeError ? error.path.split(".") : [];
        throw Object.hasOwn(places, first) ? (error as EncodeError).without(1) : error;
      }
    },
    locate(view, at, end, offset, scope) {
      const { path, type } = whole.locate!(view, at, end, offset, scope);
      return { path: Object.hasOwn(places, path[0] ?? "") ? path.slice(1) : path, type };
    },
  };
}
