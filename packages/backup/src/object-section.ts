import { definitionOf } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import type { Rtnetlink } from "@rxnetlink/route";
import { defer, map, mergeMap, type Observable, toArray } from "rxjs";
import { Carrier, type Verbs } from "./carrier.js";
import type { Links, ObjectRules } from "./object-rules.js";
import { type BackupRow, memberAt, toRow } from "./row.js";
import type { BackupConnections, Found, Section } from "./section.js";

/** Returns the section of objects of one kind. */
export function objectSection<T extends object>(rules: ObjectRules<T>): Section {
  const { name, needs, secret, key, subject, link, isGiven, adapted, identity = (row) => row } = rules;
  const verbsOf = (to: BackupConnections) => rules.object(to) as Verbs;
  return {
    name,
    ...(needs && { needs }),
    ...(secret && { secret }),
    keyOf: (row) => JSON.stringify(key.map((path) => memberAt(identity(row), path) ?? null)),
    subjectOf: subject,
    ...(link !== undefined && { linkOf: (row: BackupRow) => row[link] as string | undefined }),
    ...(isGiven && { isGiven }),
    ...(adapted && { adapted }),
    list$: (to, secrets) => deferred(() => found$(secrets ? rules : withoutSecrets(rules), to, verbsOf(to))),
    carryOut$: (to, steps, isVain) => deferred(() => new Carrier(rules, verbsOf(to), isVain).all$(steps)),
  };
}

/** Returns rules by which secrets are left out as state is. */
const withoutSecrets = <T extends object>({ secret = [], state = [], ...rules }: ObjectRules<T>) => ({
  ...rules,
  state: [...state, ...secret],
});

function found$<T extends object>(
  rules: ObjectRules<T>,
  to: BackupConnections,
  verbs: Verbs,
): Observable<Found> {
  const { layout } = definitionOf(verbs);
  const list$ = () => rules.list$?.(to) ?? (verbs.list$() as Observable<T>);
  return links$(to.route).pipe(
    mergeMap((links) => defer(list$).pipe(mergeMap((value) => foundIn(rules, layout, value, links)))),
  );
}

function foundIn<T extends object>(rules: ObjectRules<T>, layout: AnyType, value: T, links: Links): Found[] {
  if (rules.isState?.(value, links)) return [];
  const all = toRow(layout, value, links.nameOf, rules);
  const row = rules.corrected?.(all, value) ?? all;
  const noted = (reason: string) => ({ note: { subject: rules.subject(row), reason } });
  const unsaved = rules.unsaved?.(value);
  if (unsaved !== undefined) return [noted(unsaved)];
  const incomplete = rules.incomplete?.(value);
  return [{ row, ...(incomplete !== undefined && noted(incomplete)) }];
}

function links$({ link }: Rtnetlink): Observable<Links> {
  return link.list$({}, { members: ["index", "ifname", "address"] }).pipe(
    toArray(),
    map((all) => {
      const names = new Map(all.map(({ index, ifname }) => [index as number, ifname]));
      const addresses = new Set(all.map(({ address }) => address));
      return { nameOf: (index) => names.get(index), hasAddress: (address) => addresses.has(address) };
    }),
  );
}
