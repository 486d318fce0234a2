// Random values of a layout, as it would read them.

import type { AnyType } from "@rxnetlink/core/schema";
import fc, { type Arbitrary } from "fast-check";

/** What layouts know about themselves, beside the contract of types. */
interface Parts {
  readonly set?: Readonly<Record<string, readonly [number, AnyType]>>;
  readonly fields?: Readonly<Record<string, AnyType>>;
  readonly header?: AnyType;
  readonly attributes?: AnyType;
  readonly formats?: Readonly<Record<string, AnyType>>;
  readonly selector?: string;
  readonly values?: Readonly<Record<string, number>>;
  readonly bits?: Readonly<Record<string, number>>;
}

/** Deepest nests of random values. */
const DEEPEST = 3;

const hexByte = fc.integer({ min: 0, max: 255 }).map((byte) => byte.toString(16).padStart(2, "0"));
const lladdr = (size: number) =>
  fc.array(hexByte, { minLength: size, maxLength: size }).map((all) => all.join(":"));
const text = fc.string({ maxLength: 12, unit: "grapheme-ascii" });
const ipv4 = fc.ipV4();
const ipv6 = fc.integer({ min: 1, max: 0xffff }).map((low) => `2001:db8::${low.toString(16)}`);
const big = (bits: number, signed: boolean) =>
  signed
    ? fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n })
    : fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n });
const integer = (bits: number, signed: boolean) =>
  fc.integer(signed ? { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 } : { min: 0, max: 2 ** bits - 1 });

const LEAVES: Readonly<Record<string, Arbitrary<unknown>>> = {
  flag: fc.constant(true),
  string: text,
  binary: fc.uint8Array({ maxLength: 9 }),
  ipv4,
  ipv6,
  ip: fc.oneof(ipv4, ipv6),
  lladdr: fc.integer({ min: 1, max: 8 }).chain(lladdr),
  mac: lladdr(6),
  uuid: fc.uuid(),
  uint: big(64, false),
  sint: big(64, true),
};

function leaf({ name, size = 0 }: AnyType): Arbitrary<unknown> {
  const known = LEAVES[name];
  if (known !== undefined) return known;
  const [, sign, bits = "0"] = /^(s|u|be)(8|16|32|64)(?:be)?$/.exec(name) ?? [];
  if (sign === undefined) {
    if (name.startsWith("char[")) return text.map((one) => one.slice(0, size - 1));
    if (name.startsWith("u8[")) return fc.uint8Array({ minLength: size, maxLength: size });
    throw new Error(`no random ${name}`);
  }
  return bits === "64" ? big(64, sign === "s") : integer(Number(bits), sign === "s");
}

type Members = Readonly<Record<string, AnyType>>;

/** Returns attributes, each there or not; one that a sibling selects only together with that sibling. */
function attributes(members: Members, depth: number): Arbitrary<object> {
  const shown = Object.entries(members).filter(([, { ignored, choice }]) => !ignored && choice === undefined);
  const plain = fc.record(Object.fromEntries(shown.map(([key, type]) => [key, arbitrary(type, depth + 1)])), {
    requiredKeys: [],
  });
  const selected = Object.entries(members).filter(([, type]) => {
    const selector = type.choice?.selector;
    return selector !== undefined && Object.hasOwn(members, selector) && depth < DEEPEST;
  });
  return selected.reduce<Arbitrary<object>>((all, [key, type]) => {
    const { selector, formats } = type.choice!;
    return fc.constantFrom(...Object.keys(formats)).chain((name) =>
      fc.tuple(all, arbitrary(formats[name]!, depth + 1)).map(([value, inside]) => ({
        ...value,
        [selector]: name,
        // Others that the same sibling selects.
        ...Object.fromEntries(selected.map(([other]) => [other, undefined])),
        [key]: { [name]: inside },
      })),
    );
  }, plain);
}

/** Returns random values of a layout. */
export function arbitrary(layout: AnyType, depth = 0): Arbitrary<unknown> {
  const type = layout.target?.() ?? layout;
  const { set, fields, header, values, bits, ...parts } = type as AnyType & Parts;
  if (values !== undefined) return fc.constantFrom(200, ...Object.keys(values));
  if (bits !== undefined)
    return fc.constantFrom(0, ...Object.values(bits).filter((bit) => bit < 2 ** (8 * (type.size ?? 4))));
  if (type.element !== undefined)
    return fc.array(arbitrary(type.element, depth + 1), { minLength: 1, maxLength: 3 });
  if (set !== undefined) {
    if (depth > DEEPEST) return fc.constant({});
    return attributes(
      Object.fromEntries(Object.entries(set).map(([key, [, member]]) => [key, member])),
      depth,
    );
  }
  if (fields !== undefined) return structs(fields, depth);
  if (header !== undefined)
    return fc
      .tuple(arbitrary(header, depth), arbitrary(parts.attributes!, depth))
      .map(([before, after]) => ({ ...(after as object), ...(before as object) }));
  const element = type.member?.("0");
  if (element !== undefined && / by number$/.test(type.name))
    return fc.dictionary(fc.integer({ min: 1, max: 99 }).map(String), arbitrary(element, depth + 1), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  if (element !== undefined) {
    const count = type.size === undefined ? undefined : type.size / element.size!;
    const lengths = count === undefined ? { maxLength: 3 } : { minLength: count, maxLength: count };
    return fc.array(arbitrary(element, depth + 1), lengths);
  }
  return leaf(type);
}

const structs = (fields: Members, depth: number): Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, { ignored }]) => !ignored)
        .map(([key, type]) => [key, arbitrary(type, depth + 1)]),
    ),
    { noNullPrototype: true },
  );
