// Rules, sets and elements, as far as tests of expressions need them: what they do not name is kept as it is.

import { attributes, be32, binary, message, NLM_F_CREATE, string, type Type } from "@rxnetlink/core/schema";
import { firstValueFrom, toArray } from "rxjs";
import { nfgenmsg } from "#src/common/nfgenmsg.js";
import { nfnlType } from "#src/common/subsystem.js";
import { type Expression, type NftRule, nftRuleMessage } from "#src/nftables/index.js";
import type { Kernel } from "../kernel.js";
import type { BatchMessage } from "./batch.js";

const [NEWRULE, GETRULE, NEWSET, GETSET, NEWSETELEM, GETSETELEM] = [6, 7, 9, 10, 12, 13].map((number) =>
  nfnlType(10, number),
) as [number, number, number, number, number, number];
const NLM_F_APPEND = 0x800;

const set = message(
  "set",
  nfgenmsg,
  attributes("set-attrs", "NFTA_SET_", {
    table: [1, string],
    name: [2, string],
    flags: [3, be32],
    id: [10, be32],
  }),
);
const elements = message(
  "elements",
  nfgenmsg,
  attributes("setelem-list-attrs", "NFTA_SET_ELEM_LIST_", {
    table: [1, string],
    set: [2, string],
    elements: [3, binary],
    setId: [4, be32],
  }),
);
/** Attributes of a listed set that the kernel makes up: handle, type and count. */
const MADE_UP = [16, 19, 20];
const [ANONYMOUS, EVAL] = [1, 32];

type Family = NftRule["family"];

/** Lists the rules of a table. */
export function listRules({ nf }: Kernel, family: Family, table: string): Promise<NftRule[]> {
  const value = { family, table };
  return firstValueFrom(
    nf.connection.dump$({ type: GETRULE, layout: nftRuleMessage, value }).pipe(toArray()),
  );
}

/** Sets of a table by name, as messages that make the same in another table. */
export type CopiedSets = ReadonlyMap<
  string,
  { readonly name: string; readonly id: number; readonly messages: BatchMessage[] }
>;

/** Names of the sets to which packets add: the kernel gives them a size, and then needs to be told why they have it. */
const changedBy = (rules: readonly NftRule[]): Set<string | undefined> =>
  new Set(rules.flatMap(({ expressions = [] }) => expressions.map(({ data }) => data?.dynset?.setName)));

/** Lists the sets of a table with their elements; `rules` are those of the table. */
export async function copySets(
  { nf }: Kernel,
  family: Family,
  rules: readonly NftRule[],
  from: string,
  to: string,
): Promise<CopiedSets> {
  const changed = changedBy(rules);
  const dump = <T>(type: number, layout: Type<T>, value: Partial<T>) =>
    firstValueFrom(nf.connection.dump$({ type, layout, value }).pipe(toArray()));
  const copies = new Map<string, { name: string; id: number; messages: BatchMessage[] }>();
  for (const [index, one] of (await dump(GETSET, set, { family, table: from })).entries()) {
    const original = one.name!;
    const flags = (one.flags ?? 0) | (changed.has(original) ? EVAL : 0);
    const anonymous = (flags & ANONYMOUS) !== 0;
    const [name, id] = [anonymous ? original.replace(/\d+$/, "%d") : original, index + 1];
    const unknown = one.unknown?.filter(({ type }) => !MADE_UP.includes(type & 0x3fff)) ?? [];
    const parts = await dump(GETSETELEM, elements, { family, table: from, set: original });
    const messages = [
      { type: NEWSET, layout: set, value: { ...one, table: to, name, id, flags, unknown } },
      ...parts
        .filter((part) => part.elements !== undefined)
        .map((part) => ({
          type: NEWSETELEM,
          layout: elements,
          value: { ...part, table: to, set: name, setId: id },
        })),
    ].map(({ value, ...message }) => ({ ...message, flags: NLM_F_CREATE, value: { ...value, resId: 0 } }));
    copies.set(original, { name, id, messages });
  }
  return copies;
}

/** Returns an expression that refers to a set by the name and id that it has within a transaction. */
function referring({ name, data }: Expression, sets: CopiedSets): Expression {
  const copy = (set = "") => sets.get(set);
  const { lookup, dynset, objref } = data ?? {};
  if (lookup !== undefined && copy(lookup.set))
    return { data: { lookup: { ...lookup, set: copy(lookup.set)!.name, setId: copy(lookup.set)!.id } } };
  if (dynset !== undefined && copy(dynset.setName))
    return {
      data: { dynset: { ...dynset, setName: copy(dynset.setName)!.name, setId: copy(dynset.setName)!.id } },
    };
  if (objref?.setName !== undefined)
    return {
      data: { objref: { ...objref, setName: copy(objref.setName)!.name, setId: copy(objref.setName)!.id } },
    };
  return { ...(name !== undefined && { name }), ...(data && { data }) };
}

/** Returns the names of the sets that a rule refers to. */
export const setsIn = ({ expressions = [] }: NftRule): string[] =>
  expressions.flatMap(
    ({ data }) => data?.lookup?.set ?? data?.dynset?.setName ?? data?.objref?.setName ?? [],
  );

/** Returns the message that adds a rule like a listed one to another table. */
export function copyRule(listed: NftRule, table: string, sets: CopiedSets): BatchMessage {
  const { handle: _handle, position: _position, expressions = [], ...rest } = listed;
  const all = expressions.map((each) => referring(each, sets));
  const value = { ...rest, resId: 0, table, expressions: all };
  return { type: NEWRULE, flags: NLM_F_CREATE | NLM_F_APPEND, layout: nftRuleMessage, value };
}
