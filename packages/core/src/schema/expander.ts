import { atPath, EncodeError } from "../errors/errors.js";
import { enterScope } from "./scope.js";
import type { AnyType, Scope, Surroundings } from "./type.js";

type Members = Readonly<Record<string, unknown>>;
type IndexOf = Surroundings["indexOf"];

/** Returns a value with some members replaced, or removed if they are `undefined`. */
function replaced(value: object, members: Members): object {
  if (Array.isArray(value)) return Object.assign([...value], members);
  // Twenty times faster than a spread with another member.
  const whole: Record<string, unknown> = Object.assign({}, members, value, members);
  for (const key in members) if (members[key] === undefined) delete whole[key];
  return whole;
}

/**
 * Expands shorthands of callers: the name of a link into its index, a prefix into its address and length. Types
 * define their shorthands by `expand`. Has several layouts if that of a request differs from that of the object.
 */
export class Expander {
  readonly #types: readonly AnyType[];
  readonly #members = new Map<string, Expander | undefined>();

  constructor(types: readonly AnyType[]) {
    this.#types = types;
  }

  /**
   * Returns the expanded value; the same value if nothing in it is a shorthand.
   *
   * @throws EncodeError, with the place of a shorthand that cannot be expanded.
   */
  expanded<V>(value: V, indexOf: IndexOf, parent?: Scope): V {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
    const isList = Array.isArray(value);
    let whole: object = value;
    let scope: Scope | undefined;
    for (const key in value)
      try {
        const given: unknown = value[key];
        if (typeof given !== "string" && (typeof given !== "object" || given === null)) continue;
        const member = this.#member(isList ? "0" : key);
        if (member === undefined) continue;
        scope ??= enterScope(whole, parent, EncodeError);
        const members = member.#expand(given, key, { scope, indexOf });
        if (members === undefined) continue;
        whole = replaced(whole, members);
        scope = undefined;
      } catch (error) {
        throw atPath(error, isList ? `[${key}]` : key, EncodeError);
      }
    return whole as V;
  }

  /** Returns the members that a member expands to; `undefined` if it is not a shorthand. */
  #expand(given: string | object, key: string, around: Surroundings): Members | undefined {
    if (typeof given === "string") {
      const type = this.#types.find(({ expand }) => expand !== undefined);
      return type?.expand?.(given, key, around);
    }
    const type = this.#types.find(({ withIndices }) => withIndices !== undefined);
    const whole = type?.withIndices
      ? type.withIndices(given, around.indexOf)
      : this.expanded(given, around.indexOf, around.scope);
    return whole === given ? undefined : { [key]: whole };
  }

  /** Returns the expander of a member; `undefined` if nothing in it can be a shorthand. */
  #member(key: string): Expander | undefined {
    const known = this.#members.get(key);
    if (known !== undefined || this.#members.has(key)) return known;
    const types = this.#types.map((type) => type.member?.(key)).filter((type) => type !== undefined);
    const expands = types.some(
      ({ expand, withIndices, member: inside }) =>
        expand !== undefined || withIndices !== undefined || inside !== undefined,
    );
    const member = expands ? new Expander(types) : undefined;
    this.#members.set(key, member);
    return member;
  }
}
