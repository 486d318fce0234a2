import type { Place } from "../source/place.js";
import type { Source } from "../source/source.js";
import type { Context } from "./context.js";
import { Declarations } from "./declarations.js";
import { type Declaration, type Expression, literal, type Member, object } from "./expression.js";
import { namedValues } from "./names-of-values.js";
import { operationsOf } from "./operations.js";
import { setOf } from "./set.js";
import { structOf } from "./struct.js";

/** Everything that a description declares; the family itself comes last. */
export interface Declared {
  readonly layouts: readonly Declaration[];
  readonly family: Declaration;
}

/** Returns the groups with their numbers; those of generic netlink, which the kernel numbers, in order.
 * Others without a number cannot be joined. */
function groupsOf({ root, isGeneric }: Source): Expression {
  const groups = root.find("mcast-groups")?.get("list").list() ?? [];
  return object(
    groups.flatMap((place, index) => {
      const value = isGeneric ? index + 1 : place.find("value")?.number();
      return value === undefined ? [] : [{ key: place.name(), value: literal(value), doc: place.doc() }];
    }),
  );
}

function familyOf(context: Context): Declaration {
  const { source } = context;
  const { root, name, protocol, isGeneric } = source;
  const numbers: Member = isGeneric
    ? { key: "version", value: literal(root.find("version")?.number() ?? 1) }
    : { key: "protonum", value: literal(root.get("protonum").number()) };
  const members: Member[] = [
    { key: "name", value: literal(name) },
    { key: "protocol", value: literal(protocol) },
    numbers,
    { key: "groups", value: groupsOf(source) },
    { key: "operations", value: operationsOf(context) },
  ];
  return { name: "family", value: object(members), doc: root.doc() };
}

/** Declares what nothing uses, so that all of a description can be used. */
function declareRest(context: Context): void {
  const { source, declarations } = context;
  for (const [name, place] of source.definitions) {
    const named = place.get("name");
    const type = place.get("type").text();
    if (type === "struct") declarations.refer(structOf(context, named), named);
    else if (type !== "const" && !declarations.has(`names:${name}:`))
      namedValues(context, named, "u32", false);
  }
}

/** Translates a description into declarations. */
export function declare(source: Source): Declared {
  const declarations = new Declarations();
  const context: Context = {
    source,
    declarations,
    nest: (named: Place) => declarations.nest(setOf(context, named), named),
    set: (named: Place) => declarations.refer(setOf(context, named), named),
  };
  for (const set of source.sets.values()) context.nest(set.get("name"));
  const family = familyOf(context);
  declareRest(context);
  return { layouts: declarations.all, family };
}
