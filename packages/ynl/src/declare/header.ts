import { camelCase } from "../names.js";
import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { call, type Expression, literal, type Member, object } from "./expression.js";
import { setKeys } from "./keys.js";
import { structKeys, structMembers, structOf } from "./struct.js";

/** A fixed header, and what is around it. */
export interface Headed {
  readonly header: Place;
  /** The attributes after it. */
  readonly set: Place | undefined;
  /** Members before its own. */
  readonly first: readonly Member[];
}

/**
 * Returns the header of messages with some attributes. Members that have the key of an attribute have the name of the struct
 * in front: `fibRuleHdrTable` next to `table`.
 */
export function headerOf(context: Context, { header, set, first }: Headed, at: Place): Expression {
  const { source, declarations } = context;
  const definition = source.definition(header);
  const taken = new Set(set === undefined ? [] : setKeys(source, source.set(set)));
  const clashes = structKeys(definition).filter((key) => taken.has(key));
  if (first.length === 0 && clashes.length === 0)
    return declarations.refer(structOf(context, header), header);
  const name = definition.name();
  const nameFor = (key: string, member: string) => (taken.has(key) ? camelCase(`${name}-${member}`) : key);
  const members = () => object([...first, ...structMembers(context, definition, nameFor)]);
  return declarations.refer(
    {
      key: `header:${name}:${first.length}:${clashes.join()}`,
      names: [`${name}-header`, `${set?.text()}-header`],
      typed: false,
      doc: definition.doc(),
      make: () => call("struct", literal(name.replaceAll("-", "_")), members()),
    },
    at,
  );
}
