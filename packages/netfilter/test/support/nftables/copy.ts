// Reads a whole ruleset by ours and writes it back as a transaction.

import { firstValueFrom, type Observable, toArray } from "rxjs";
import type { RawElement } from "#src/nftables/element/layout.js";
import type { Expression } from "#src/nftables/expr/expression.js";
import type { Nftables } from "#src/nftables/nftables.js";
import type { Rule } from "#src/nftables/rule/layout.js";
import { type NftSet, setFlags } from "#src/nftables/set/layout.js";
import { type Transaction, transaction } from "#src/nftables/transaction/transaction.js";

/** Resolves to all values of a stream. */
export const all = <T>(source$: Observable<T>): Promise<T[]> => firstValueFrom(source$.pipe(toArray()));

interface Own extends NftSet {
  readonly elements: readonly RawElement[];
}

/** Returns a rule with the sets without a name that it looks up. */
function withSets(rule: Rule, own: ReadonlyMap<string, Own>) {
  const sets: object[] = [];
  const expressions = rule.expressions?.map((expression): Expression => {
    const lookup = expression.data?.lookup;
    const set = own.get(`${rule.table} ${lookup?.set}`);
    if (set === undefined || lookup === undefined) return expression;
    const { handle: _, ...rest } = set;
    const [name, id] = [rest.name!.replace(/\d+$/, "%d"), sets.length + 1];
    sets.push({ ...rest, name, id });
    return { ...expression, data: { lookup: { ...lookup, set: name, setId: id } } } as Expression;
  });
  return { ...rule, expressions, sets } as never;
}

/** Returns the transaction that removes a ruleset and makes it again. */
export async function copyOf({ table, chain, rule, set, element, object }: Nftables): Promise<Transaction> {
  const sets = await all(set.list$());
  const anonymous = sets.filter(({ flags = 0 }) => setFlags.has(flags, "anonymous"));
  const own = new Map<string, Own>();
  for (const one of anonymous)
    own.set(`${one.table} ${one.name}`, { ...one, elements: await all(element.raw$(one)) });
  let copy = transaction().flush("ruleset", {});
  for (const one of await all(table.list$())) copy = copy.add("table", one);
  for (const one of await all(object.list$())) copy = copy.add("object", one);
  for (const one of await all(chain.list$())) copy = copy.add("chain", one);
  for (const one of sets.filter((it) => !anonymous.includes(it)))
    copy = copy.add("set", one).add("element", { set: one, elements: await all(element.list$(one)) });
  for (const one of await all(rule.list$())) copy = copy.append(withSets(one, own));
  return copy;
}
