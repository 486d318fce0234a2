import { deepEqual } from "@rxnetlink/core";
import {
  concatMap,
  defer,
  EMPTY,
  map,
  mergeMap,
  type Observable,
  type OperatorFunction,
  of,
  take,
  tap,
  toArray,
} from "rxjs";
import type { Nftables } from "../nftables.js";
import type { SetGiven } from "../set/given.js";
import { retryStale } from "../transaction/retry-stale.js";
import { type Transaction, transaction } from "../transaction/transaction.js";
import { asElement, elementEncoder } from "./codec.js";
import type { Element, ElementKey } from "./element.js";
import type { RawElement } from "./layout.js";

/** A set that holds what it should. */
export interface SetSynced {
  /** Elements that were added, or replaced since something else of them changed. */
  readonly added: readonly Element[];
  /** Elements that were removed. */
  readonly removed: readonly Element[];
}

/** Reading and changing that {@link syncSet} needs: `nf.nftables`. */
export type SyncSetBy = Pick<Nftables, "element" | "generation$" | "set" | "transaction$">;

const hex = ({ value }: NonNullable<RawElement["key"]>) => (value === undefined ? "" : value.join(","));

/** Returns a text that is the same for elements with the same key. */
const identityOf = (raws: readonly RawElement[]): string =>
  raws.map(({ key, keyEnd }) => `${key ? hex(key) : "*"}/${keyEnd ? hex(keyEnd) : ""}`).join("-");

/** Elements by their keys. */
function byKey(elements: Iterable<Element | ElementKey>, encode: ReturnType<typeof elementEncoder>) {
  const known = new Map<string, Element>();
  for (const element of elements) known.set(identityOf(encode(element)), asElement(element));
  return known;
}

const NONE: ReadonlySet<string> = new Set();
/** Members of an element that are compared, as far as they are given. */
const COMPARED = ["verdict", "object", "comment", "timeout"] as const;

/** Compares elements of a set. Data are compared as the kernel has them, since a number may be given for a word. */
function isAsGiven(there: Element, given: Element, encode: ReturnType<typeof elementEncoder>): boolean {
  const same = (one: unknown, other: unknown) => other === undefined || deepEqual(one, other, NONE);
  const dataOf = (element: Element) => encode(element)[0]?.data?.value;
  if (given.data !== undefined && !same(dataOf(there), dataOf(given))) return false;
  return COMPARED.every((member) => same(there[member], given[member]));
}

/** Difference of a set to what it should hold. */
interface Difference extends SetSynced {
  /** The steps that make up for it. */
  readonly changes: Transaction;
}

/** Compares what a set holds with what it should. */
function differenceOf(
  set: SetGiven,
  listed: readonly Element[],
  wanted: Iterable<Element | ElementKey>,
): Difference {
  const encode = elementEncoder(set);
  const [there, given] = [byKey(listed, encode), byKey(wanted, encode)];
  const added: Element[] = [];
  const gone: Element[] = [];
  for (const [key, one] of given) {
    const present = there.get(key);
    if (present !== undefined && isAsGiven(present, one, encode)) continue;
    added.push(one);
    if (present !== undefined) gone.push(present);
  }
  const removed = [...there].filter(([key]) => !given.has(key)).map(([, one]) => one);
  const elements = [...removed, ...gone].map(({ key }) => ({ key }));
  const changes = transaction().delete("element", { set, elements }).add("element", { set, elements: added });
  return { added, removed, changes };
}

/** Makes a set hold some elements and no others. */
function synced$(
  { element, generation$, set, transaction$ }: SyncSetBy,
  { family = "unspec", table = "", name = "" }: SetGiven,
  wanted: Iterable<Element | ElementKey>,
): Observable<SetSynced> {
  const differences$ = set.get$({ family, table, name }).pipe(
    mergeMap((described) =>
      element.list$(described).pipe(
        toArray(),
        map((listed) => differenceOf(described, listed, wanted)),
      ),
    ),
  );
  return generation$().pipe(
    take(1),
    mergeMap(({ id: generation = 0 }) =>
      differences$.pipe(
        mergeMap(({ added, removed, changes }) => {
          if (added.length === 0 && removed.length === 0) return of({ added, removed });
          return transaction$(changes, { generation }).pipe(map(() => ({ added, removed })));
        }),
      ),
    ),
    retryStale(),
  );
}

/**
 * Keeps a set equal to the latest list of a stream, and emits what each list changed once packets meet it. Only differences
 * are sent, each list in one transaction; lists that a newer one has overtaken are left out. Changes by others in between are
 * noticed and undone with the next list.
 *
 * Errors as {@link Nftables.transaction$} does, or if there is no such set.
 *
 * @param nftables - `nf.nftables`.
 * @param set - Identity of the set.
 *
 * @example
 * addresses$.pipe(syncSet(nf.nftables, { family: "inet", table: "filter", name: "blocked" })).subscribe();
 */
export function syncSet(
  nftables: SyncSetBy,
  set: SetGiven,
): OperatorFunction<Iterable<Element | ElementKey>, SetSynced> {
  return (lists$) =>
    defer(() => {
      let latest: Iterable<Element | ElementKey> | undefined;
      return lists$.pipe(
        tap((list) => {
          latest = list;
        }),
        concatMap((list) => (list === latest ? synced$(nftables, set, list) : EMPTY)),
      );
    });
}
