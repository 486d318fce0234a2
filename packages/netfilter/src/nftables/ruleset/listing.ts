import type { Connection, MessageSet } from "@rxnetlink/core";
import { forkJoin, from, map, mergeMap, type Observable, switchMap, toArray } from "rxjs";
import type { Chain } from "../chain/layout.js";
import type { RawElements } from "../element/layout.js";
import type { Flowtable } from "../flowtable/layout.js";
import type { StatefulObject } from "../object/layout.js";
import type { Rule } from "../rule/layout.js";
import type { NftSet } from "../set/layout.js";
import type { Table } from "../table/layout.js";
import * as of from "./messages.js";
import { nameOf } from "./model/keys.js";
import { type AtGeneration, atOneGeneration$, type Dump } from "./one-generation.js";
import { isInScope, type RulesetScope } from "./scope.js";

/** All objects of a ruleset. */
export interface Listing {
  readonly tables: readonly Table[];
  readonly chains: readonly Chain[];
  /** Rules; those of a chain are in order. */
  readonly rules: readonly Rule[];
  readonly sets: readonly NftSet[];
  readonly elements: readonly RawElements[];
  readonly objects: readonly StatefulObject[];
  readonly flowtables: readonly Flowtable[];
}

/** Dumps of elements at once. */
const CONCURRENCY = 4;

function elements$(dump: Dump, sets: readonly NftSet[]): Observable<RawElements[]> {
  return from(sets).pipe(
    mergeMap(
      ({ family, table = "", name = "" }) => dump(of.elementMessages, { family, table, set: name }),
      CONCURRENCY,
    ),
    mergeMap((rows) => rows),
    toArray(),
  );
}

/** Lists the ruleset, or a part of it, at one generation. */
export function listing$(connection: Connection, scope: RulesetScope): Observable<AtGeneration<Listing>> {
  const { family = "unspec", elements = true } = scope;
  return atOneGeneration$(connection, (dump) => {
    const all$ = <T extends of.InTable>(messages: MessageSet<T>) =>
      dump(messages, { family } as Partial<T>).pipe(
        map((rows) => rows.filter((row) => isInScope(scope, row))),
      );
    const tables$ = dump(of.tableMessages, { family });
    return forkJoin({
      tables: tables$.pipe(
        map((rows) => rows.filter((row) => isInScope(scope, { ...row, table: nameOf(row) }))),
      ),
      chains: all$(of.chainMessages),
      rules: all$(of.ruleMessages),
      sets: all$(of.setMessages),
      objects: all$(of.objectMessages),
      flowtables: all$(of.flowtableMessages),
    }).pipe(
      switchMap((listed) =>
        elements$(dump, elements ? listed.sets : []).pipe(map((rows) => ({ ...listed, elements: rows }))),
      ),
    );
  });
}

/** Lists the handles of a chain's rules in order. */
export function order$(connection: Connection, chain: Chain): Observable<AtGeneration<bigint[]>> {
  const { family, table = "", name = "" } = chain;
  return atOneGeneration$(connection, (dump) =>
    dump(of.ruleMessages, { family, table, chain: name }).pipe(
      map((rules) => rules.map(({ handle = 0n }) => handle)),
    ),
  );
}
