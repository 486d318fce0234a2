import { EncodeError } from "@rxnetlink/core";
import type { objectType } from "../../common/object-type.js";
import type { ObjrefExpr } from "../../expr/kinds/objref.js";
import { registerOf } from "../compile/compiler.js";
import type { Statement } from "../compile/statement.js";
import { spaceOf } from "../field/key.js";
import { emitLookup } from "../field/lookup.js";
import { Mapping } from "../field/mapping.js";
import { statement } from "./statement.js";

type ObjectType = keyof typeof objectType.values;

/** Name of a stateful object of the table, or a map from fields to names: `tcp.dport.map({ 22: "ssh" })`. */
export type ObjectName = string | Mapping<string>;

/** Returns the statement that uses a stateful object. */
export function objectReference(place: string, type: ObjectType, name: ObjectName): Statement {
  if (!(name instanceof Mapping)) {
    const reference: ObjrefExpr = { immType: type, immName: name };
    return statement(place, (c) => c.emit("objref", reference));
  }
  return statement(place, (c) => byMap(c, type, name), name.needs);
}

/** Looks the object up: the kernel does so in the expression itself, so the lookup of the map is turned into one. */
function byMap(
  c: Parameters<Statement["compile"]>[0],
  type: ObjectType,
  { key, source }: Mapping<string>,
): void {
  const slot = c.reserve(spaceOf(key));
  const entries = () => {
    const pairs = "named" in source ? [] : source.pairs();
    return pairs.map(({ held, ...rest }) => ({ ...rest, held: { objref: objectName(held) } }));
  };
  const elements = "named" in source ? source : { entries };
  emitLookup(c, key, slot, elements, {}, { type: "object", objType: type });
  const lookup = c.expressions.pop()?.data?.lookup;
  if (lookup?.set === undefined) throw new EncodeError("the map has no name");
  const id = lookup.setId === undefined ? {} : { setId: lookup.setId };
  c.emit("objref", { setSreg: registerOf(slot), setName: lookup.set, ...id });
}

function objectName(held: unknown): string {
  if (typeof held !== "string") throw new EncodeError("a map of objects holds their names");
  return held;
}
