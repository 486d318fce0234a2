import type { AnyType } from "@rxnetlink/core/schema";
import type { SpecAttribute } from "./kernel-reference.js";

const HINTS: Readonly<Record<string, RegExp>> = {
  mac: /^(mac|lladdr)$/,
  "ipv4-or-v6": /^ip$/,
  ipv4: /^ip(v4)?$/,
  ipv6: /^ip(v6)?$/,
};

/** Declarations of the types of the specs; types that are not listed have the same name here. */
const AGREES: Readonly<Record<string, (type: AnyType, attribute: SpecAttribute) => boolean>> = {
  nest: (type, { "nested-attributes": set = type.name }) =>
    type.nested === true && (type.late === true || type.name === set),
  "sub-message": ({ nested, late }) => nested === true && late === true,
  "nest-type-value": ({ name }, { "nested-attributes": set, "type-value": numbers }) =>
    name === `${set}${" by number".repeat((numbers as readonly string[]).length)}`,
  "indexed-array": ({ name }) => name.endsWith("[]"),
  string: ({ name }) => name === "string" || name === "unterminated",
  pad: ({ ignored }) => ignored === true,
  unused: () => true,
  binary({ name }, { struct, "sub-type": element, "display-hint": hint }) {
    if (struct !== undefined) return name === String(struct).replaceAll("-", "_");
    if (element !== undefined) return name === `${element}[]`;
    return HINTS[String(hint)]?.test(name) ?? true;
  },
};

/** Returns the attribute of a name; a spec may put the name of the set in front, as `tcp-state` of `protoinfo-tcp-attrs`. */
export function attributeNamed(name: string, all: readonly SpecAttribute[]): SpecAttribute | undefined {
  const similar = all.filter((attribute) => String(attribute.name).endsWith(`-${name}`));
  return all.find((attribute) => attribute.name === name) ?? (similar.length === 1 ? similar[0] : undefined);
}

/** Names of numbers in network byte order. */
const BIG_ENDIAN: Readonly<Record<string, string>> = { s32: "s32be" };

/** True if a declared type is the type of an attribute in a spec. */
export function agrees(type: AnyType, attribute: SpecAttribute): boolean {
  const wire = String(attribute.type);
  const special = AGREES[wire];
  if (special !== undefined) return special(type, attribute);
  if (attribute["byte-order"] !== "big-endian") return type.name === wire;
  return (
    type.name ===
    (attribute["display-hint"] === "ipv4" ? "ipv4" : (BIG_ENDIAN[wire] ?? wire.replace("u", "be")))
  );
}
