import { describedBy, type NumberedOperation, numberedOperations } from "../source/numbered-operations.js";
import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { type Expression, literal, type Member, object, plain } from "./expression.js";
import { messageOf } from "./message.js";

/** Returns the numbers of single requests, or of those for a list; `undefined` if the operation has none. */
function mode({ place, request, reply }: NumberedOperation, name: "do" | "dump"): Member[] {
  const described = place.find(name);
  if (described === undefined) return [];
  const own = (side: string, otherwise: number | undefined) => {
    const part = described.find(side);
    const isThere = part !== undefined || (name === "dump" && side === "reply");
    return part?.find("value")?.number() ?? (isThere || side === "request" ? otherwise : undefined);
  };
  return [{ key: name, value: plain({ request: own("request", request), reply: own("reply", reply) }) }];
}

function operation(context: Context, numbered: NumberedOperation): Expression {
  const { source } = context;
  const { place, request, reply } = numbered;
  const described = describedBy(source, place);
  const header = place.find("fixed-header") ?? described.find("fixed-header") ?? familyHeader(context);
  const layout = messageOf(context, { header, set: described.find("attribute-set") }, place);
  const group = place.find("mcgrp");
  const notification: Member[] =
    request === undefined ? [{ key: "notification", value: literal(reply!) }] : [];
  return object([
    { key: "layout", value: layout },
    ...mode(numbered, "do"),
    ...mode(numbered, "dump"),
    ...notification,
    ...(group === undefined ? [] : [{ key: "group", value: literal(group.text()) }]),
  ]);
}

const familyHeader = ({ source }: Context): Place | undefined =>
  source.root.find("operations")?.find("fixed-header");

/** Returns the operations of a family by their names. */
export function operationsOf(context: Context): Expression {
  const all = numberedOperations(context.source).map((numbered) => ({
    key: numbered.name,
    value: operation(context, numbered),
    doc: numbered.place.doc(),
  }));
  return object(all);
}
