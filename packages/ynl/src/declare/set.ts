import { upperCase } from "../names.js";
import { numberedAttributes } from "../source/numbered-attributes.js";
import type { Place } from "../source/place.js";
import { attributeType } from "./attribute.js";
import type { Context } from "./context.js";
import type { Wanted } from "./declarations.js";
import { call, type Expression, list, literal, object } from "./expression.js";
import { setKeys } from "./keys.js";

function attributes(context: Context, set: Place): Expression {
  const { source } = context;
  const used = numberedAttributes(source, set).filter(({ place }) => place.get("type").value !== "unused");
  const keys = setKeys(source, set);
  const prefix = set.find("name-prefix")?.text() ?? `${source.name}-a-`;
  const members = used.map(({ number, place }, index) => {
    const type = attributeType(place, { context, set });
    return { key: keys[index]!, value: list(literal(number), type), doc: place.doc() };
  });
  return call("attributes", literal(set.name()), literal(upperCase(prefix)), object(members));
}

/** Returns how to declare the set of attributes that a place names. */
export function setOf(context: Context, named: Place): Wanted {
  const set = context.source.set(named);
  const name = set.name();
  return {
    key: `set:${name}`,
    names: [name, `${name}-attributes`],
    typed: true,
    recursive: true,
    doc: set.doc(),
    make: () => attributes(context, set),
  };
}
