// Rulesets in plain form, for comparison with another list of ours and with that of nft.

import { isRecord } from "@rxnetlink/core/internal";
import type { Ruleset, TableNode } from "#src/nftables/index.js";

/** Members that the kernel changes silently, or that belong to a message. */
const SILENT = new Set(["resId", "use", "packets", "bytes", "consumed", "expiration", "count"]);

function withoutSilent(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (typeof value === "bigint") return `${value}`;
  if (Array.isArray(value)) return value.map(withoutSilent);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !SILENT.has(key))
      .map(([key, member]) => [key, withoutSilent(member)])
      .sort(([one], [other]) => (`${one}` < `${other}` ? -1 : 1)),
  );
}

const sorted = (map: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));

function plainTable({ table, chains, sets, objects, flowtables }: TableNode): unknown {
  const elements = [...sets].map(([name, { set, raw }]) => [name, { set, raw: sorted(raw) }] as const);
  return withoutSilent({
    table,
    chains: sorted(chains),
    sets: sorted(new Map(elements)),
    objects: sorted(objects),
    flowtables: sorted(flowtables),
  });
}

/** Returns a ruleset as plain values, without what changes silently. */
export function plain({ tables }: Ruleset): unknown {
  return sorted(new Map([...tables].map(([key, table]) => [key, plainTable(table)])));
}

/** One object of `nft -j -a list ruleset`. */
type NftObject = Readonly<Record<string, { readonly [member: string]: unknown }>>;

/** Returns the handles of chains, named sets and rules, in order, of what `nft -j -a list ruleset` prints. */
export function handlesOfNft({ nftables }: { readonly nftables: readonly NftObject[] }): string[] {
  return nftables
    .flatMap((one) => Object.entries(one))
    .filter(([kind]) => ["table", "chain", "rule", "set", "map", "counter", "quota"].includes(kind))
    .map(([kind, { family, table, chain, name, handle }]) => {
      const path = kind === "table" ? [name] : [table, ...(kind === "rule" ? [chain] : [name])];
      return [kind, family, ...path, handle].join(" ");
    })
    .sort(byKindAndPlace);
}

/** The order of rules counts, that of other objects does not. */
function byKindAndPlace(one: string, other: string): number {
  const key = (text: string) => (text.startsWith("rule") ? text.replace(/ \d+$/, "") : text);
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
}

/** Names of families as nft prints them. */
const FAMILIES: Readonly<Record<string, string>> = { ipv4: "ip", ipv6: "ip6" };

function* handlesOfTable({ table, chains, sets, objects }: TableNode): Generator<string> {
  const family = FAMILIES[table.family] ?? table.family;
  yield ["table", family, table.name, table.handle].join(" ");
  for (const { chain, rules } of chains.values()) {
    yield ["chain", family, table.name, chain.name, chain.handle].join(" ");
    for (const rule of rules) yield ["rule", family, table.name, chain.name, rule.handle].join(" ");
  }
  for (const { set } of sets.values()) {
    const flags = set.flags ?? 0;
    if ((flags & 1) === 0)
      yield [flags & 8 ? "map" : "set", family, table.name, set.name, set.handle].join(" ");
  }
  for (const object of objects.values())
    yield [object.type, family, table.name, object.name, object.handle].join(" ");
}

/** Returns the same of a ruleset of ours. */
export function handlesOf({ tables }: Ruleset): string[] {
  return [...tables.values()].flatMap((table) => [...handlesOfTable(table)]).sort(byKindAndPlace);
}
