import type { Place } from "../source/place.js";
import { openBytes } from "./bytes.js";
import type { Context } from "./context.js";
import { call, type Expression, object, word } from "./expression.js";
import { integer, integers, isInteger } from "./integer.js";
import { withLimits } from "./limits.js";
import { namedValues } from "./names-of-values.js";
import { structOf } from "./struct.js";
import { subMessageOf } from "./sub-message.js";

/** Where an attribute is. */
export interface Owner {
  readonly context: Context;
  /** Its set. */
  readonly set: Place;
}

type Make = (place: Place, owner: Owner) => Expression;

const nested: Make = (place, { context }) => context.nest(place.get("nested-attributes"));

function bytes(place: Place, { context }: Owner): Expression {
  const struct = place.find("struct");
  if (struct === undefined) return openBytes(context, place);
  const { declarations } = context;
  const wanted = structOf(context, struct);
  const of = call("growing", declarations.refer(wanted, struct));
  return { kind: "nest", of, type: `Partial<${declarations.nest(wanted, struct).type}>` };
}

/** Bits with a mask, both with the names of the bits. */
function bitfield(place: Place, { context }: Owner): Expression {
  const named = place.find("enum");
  if (named === undefined) return word("bitfield32");
  const bits = namedValues(context, named, "u32", true);
  const value = call("masked", bits, { kind: "literal", value: "selector" });
  return call(
    "struct",
    { kind: "literal", value: "bitfield32" },
    object([
      { key: "value", value },
      { key: "selector", value: call("maskOf", bits) },
    ]),
  );
}

/** Returns the type of an element of an indexed array: as of an attribute whose type is the `sub-type`. */
function indexed(place: Place, owner: Owner): Expression {
  const type = place.get("sub-type").text();
  const element = place.with({ type, "sub-type": undefined });
  return call("indexedArray", withLimits(owner.context, element, single(element, type, owner)));
}

const MAKES: Readonly<Record<string, Make>> = {
  flag: () => word("flag"),
  string: () => word("string"),
  binary: bytes,
  bitfield32: bitfield,
  nest: nested,
  "nest-type-value": nested,
  "sub-message": (place, { context, set }) => subMessageOf(context, set, place),
  pad: () => word("padding"),
};

/** Returns the type of one occurrence. */
function single(place: Place, type: string, owner: Owner): Expression {
  if (isInteger(type)) return integer(owner.context, place, type);
  const make = Object.hasOwn(MAKES, type) ? MAKES[type] : undefined;
  if (make === undefined)
    throw place
      .get("type")
      .noSuch("type of an attribute", [...Object.keys(MAKES), "indexed-array", ...integers]);
  return make(place, owner);
}

/** Returns the type of an attribute. */
export function attributeType(place: Place, owner: Owner): Expression {
  const type = place.get("type").text();
  if (type === "indexed-array") return indexed(place, owner);
  let made = withLimits(owner.context, place, single(place, type, owner));
  // Outermost first, each a nest whose numbers are data.
  for (const _ of place.find("type-value")?.list() ?? []) made = call("byNumber", made);
  // The kernel repeats a nest for each integer whose number is data.
  const isRepeated = isInteger(type) && place.find("type-value") !== undefined;
  return isRepeated || place.find("multi-attr")?.value === true ? call("repeated", made) : made;
}
