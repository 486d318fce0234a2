import { camelCased } from "../names.js";
import type { Place } from "../source/place.js";
import { sizedBytes } from "./bytes.js";
import type { Context } from "./context.js";
import type { Wanted } from "./declarations.js";
import { call, type Expression, literal, type Member, object, word } from "./expression.js";
import { integer, integers, isInteger } from "./integer.js";

function memberType(context: Context, place: Place): Expression {
  const { source, declarations } = context;
  const type = place.get("type").text();
  if (isInteger(type)) return integer(context, place, type);
  const length = place.find("len");
  const size = length === undefined ? undefined : Number(source.constant(length));
  if (type === "pad") return call("pad", literal(size ?? place.get("len").number()));
  if (type === "string") return size === undefined ? word("string") : call("chars", literal(size));
  if (type !== "binary")
    throw place.get("type").noSuch("type of a member", ["pad", "string", "binary", ...integers]);
  const struct = place.find("struct");
  if (struct !== undefined) return declarations.nest(structOf(context, struct), struct);
  return size === undefined ? word("binary") : sizedBytes(context, place, size);
}

/** Returns the members of a struct, some under another name. */
export function structMembers(
  context: Context,
  definition: Place,
  nameFor: (key: string, name: string) => string = (key) => key,
): Member[] {
  const places = definition.get("members").list();
  const keys = camelCased(places.map((place) => place.name()));
  return places.map((place, index) => ({
    key: nameFor(keys[index]!, place.name()),
    value: memberType(context, place),
    doc: place.doc(),
  }));
}

/** Returns how to declare the struct that a place names. */
export function structOf(context: Context, named: Place): Wanted {
  const definition = context.source.definition(named);
  if (definition.get("type").text() !== "struct") throw named.error(`${named.text()} is no struct`);
  const name = definition.name();
  return {
    key: `struct:${name}`,
    names: [name, `${name}-struct`],
    typed: true,
    doc: definition.doc(),
    make: () =>
      call("struct", literal(name.replaceAll("-", "_")), object(structMembers(context, definition))),
  };
}

/** Returns the keys of a struct's members. */
export const structKeys = (definition: Place): string[] =>
  camelCased(
    definition
      .get("members")
      .list()
      .map((place) => place.name()),
  );
