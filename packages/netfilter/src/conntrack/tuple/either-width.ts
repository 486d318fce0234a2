import { atPath, EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";
import {
  type AttributeSet,
  type Attributes,
  type AttributesOf,
  attributes,
  ip,
  parseIp,
  refine,
  type Type,
  type Unknown,
  Writer,
} from "@rxnetlink/core/schema";

/** Members that are an attribute for IPv4 and another for IPv6. */
type Pairs<A> = Readonly<Record<string, readonly [v4: keyof A & string, v6: keyof A & string]>>;

/** Value of a set of attributes in which pairs are one member each. */
type EitherWidth<A extends Attributes, P extends Pairs<A>> = { -readonly [K in keyof P]?: string } & Omit<
  AttributesOf<A>,
  P[keyof P][number]
> &
  Unknown;

/** Returns the attributes of a value, each address under the name for its width. */
function split(value: object, pairs: Readonly<Record<string, readonly string[]>>): object {
  checkRecord(value, "set of attributes");
  const wire: Record<string, unknown> = {};
  let width: number | undefined;
  for (const [key, given] of Object.entries(value)) {
    const names = Object.hasOwn(pairs, key) ? pairs[key] : undefined;
    if (names === undefined || given === undefined) {
      wire[key] = given;
      continue;
    }
    try {
      ip.write(new Writer(16), given as string);
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
    const { length } = parseIp(given as string)!;
    if (width !== undefined && width !== length)
      throw new EncodeError("is an address of another family than the one beside it").at(key);
    width = length;
    wire[names[length === 4 ? 0 : 1]!] = given;
  }
  return wire;
}

/** Returns the attributes as they are read: those of a pair into one member. */
function mergedSet(set: Attributes, keyOf: ReadonlyMap<string, string>): Attributes {
  const merged = ([name, [number, type]]: [string, Attributes[string]]) =>
    [name, [number, refine(type, { key: keyOf.get(name) })]] as const;
  return Object.fromEntries(Object.entries(set).map(merged));
}

/**
 * Declares a set of attributes in which an address is one member, though the kernel has an attribute for IPv4 and another
 * for IPv6.
 *
 * @example
 * eitherWidth(tupleIpAttributes, { src: ["v4Src", "v6Src"] });
 */
export function eitherWidth<A extends Attributes, const P extends Pairs<A>>(
  set: AttributeSet<A>,
  pairs: P,
): Type<EitherWidth<A, P>> {
  const keyOf = new Map(
    Object.entries<readonly string[]>(pairs).flatMap(([key, names]) => names.map((name) => [name, key])),
  );
  const others = set.keys?.().filter((name) => !keyOf.has(name)) ?? [];
  const merged = attributes(set.name, set.prefix, mergedSet(set.set, keyOf));
  return refine<AttributesOf<A> & Unknown, EitherWidth<A, P>>(set, {
    read: (view, at, end, scope) => merged.read(view, at, end, scope) as EitherWidth<A, P>,
    locate: (view, at, end, offset, scope) => merged.locate!(view, at, end, offset, scope),
    write(out, value, scope) {
      checkRecord(value, set.name);
      set.write(out, split(value, pairs) as AttributesOf<A>, scope);
    },
    member: (key) => (Object.hasOwn(pairs, key) ? ip : keyOf.has(key) ? undefined : set.member?.(key)),
    keys: () => [...Object.keys(pairs), ...others],
  });
}
