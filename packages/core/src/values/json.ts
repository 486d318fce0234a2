import { didYouMean } from "../errors/did-you-mean.js";
import { atPath, EncodeError } from "../errors/errors.js";
import type { AnyType, Other, Type } from "../schema/type.js";
import { binary } from "../schema/types/bytes.js";
import type { bitNames } from "../schema/types/flags.js";
import { BOUND, type Reporting } from "./bound.js";
import { isBytes } from "./record.js";

/**
 * The JSON form of a value: 64-bit integers are decimal text, bytes are hexadecimal text, enumerations are their
 * words (decimal text for an unknown number), and bit sets are arrays of bit names, with unnamed bits as one
 * hexadecimal text. All else is unchanged. Each member always has the same type, and nothing is lost.
 */
export type Json<T> = JsonOf<Exclude<T, undefined>, T>;

/** Enumerations, numbers and words in one union, become words; `One` is each member of the union in turn. */
type JsonOf<T, One> = One extends number
  ? [T] extends [number]
    ? typeof bitNames extends keyof One
      ? string[]
      : number
    : Other
  : One extends bigint | Uint8Array
    ? string
    : One extends readonly (infer E)[]
      ? Json<E>[]
      : One extends object
        ? { [K in keyof One]: Json<One[K]> }
        : One;

/** Anything with a layout: a type, the definition of an object, or an object such as `nl.link`. */
export type HasLayout<T> = Type<T> | LayoutHolder<T> | Reporting<T>;

/** The definition of an object. */
export interface LayoutHolder<T> {
  /** Layout of its messages. */
  readonly layout: Type<T>;
}

function layoutOf<T>(of: HasLayout<T>): Type<T> {
  if (BOUND in of) return (of as { [BOUND]: { definition: LayoutHolder<T> } })[BOUND].definition.layout;
  return "layout" in of ? of.layout : (of as Type<T>);
}

/** Returns the type of a member. Anything unknown to the layout is bytes: whole formats, or single attributes. */
function typeOf(type: AnyType | undefined, key: string, member: unknown): AnyType | undefined {
  const known = type?.member?.(key);
  if (known !== undefined || Array.isArray(member)) return known;
  return key === "bytes" || key === "unknown" ? binary : undefined;
}

/** Maps each member of a value; errors name the place. */
function mapped(value: object, each: (member: unknown, key: string) => unknown): unknown {
  const at = (member: unknown, key: string, name: string) => {
    try {
      return each(member, key);
    } catch (error) {
      throw atPath(error, name, EncodeError);
    }
  };
  if (Array.isArray(value)) return value.map((member, i) => at(member, String(i), `[${i}]`));
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(given.map(([key, member]) => [key, at(member, key, key)]));
}

function to(type: AnyType | undefined, value: unknown): unknown {
  if (type?.toJson !== undefined) return type.toJson(value);
  if (typeof value === "bigint") return String(value);
  if (isBytes(value)) return binary.toJson!(value);
  if (typeof value !== "object" || value === null) return value;
  return mapped(value, (member, key) => to(typeOf(type, key, member), member));
}

function from(type: AnyType | undefined, json: unknown): unknown {
  if (type?.fromJson !== undefined) return type.fromJson(json);
  if (typeof json !== "object" || json === null) return json;
  return mapped(json, (member, key) => {
    const known = typeOf(type, key, member);
    if (known === undefined && key !== "unknown" && type?.keys !== undefined && !Array.isArray(json))
      throw new EncodeError(`no such member of ${type.name}`, { hint: didYouMean(key, type.keys()) });
    return from(known, member);
  });
}

/**
 * Converts a value to its JSON form, for `JSON.stringify`; see {@link Json}.
 *
 * @example
 * JSON.stringify(toJson(nl.link, link)); // {"ifname":"eth0","flags":["up","running"],"stats64":{"rxBytes":"4096"}, …
 */
export function toJson<T>(of: HasLayout<T>, value: T): Json<T> {
  return to(layoutOf(of), value) as Json<T>;
}

/**
 * Converts the JSON form of a value back. Also accepts numbers for 64-bit integers, bit sets and enumerations, as
 * people write them.
 *
 * @throws EncodeError if it does not fit the layout, with the place.
 */
export function fromJson<T>(of: HasLayout<T>, json: Json<T>): T {
  return from(layoutOf(of), json) as T;
}
