// What is listed is handed back: to get$, change$, delete$ and add$.

import type { NetlinkObject, Written } from "@rxnetlink/core";
import { done, one } from "@rxnetlink/core/promises";
import type { Observable } from "rxjs";
import { expect } from "vitest";

type Json = Record<string, unknown>;

/** The members of a value but for some, at any depth. */
export function without(value: object, names: ReadonlySet<string>): Json {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (names.has(key)) return undefined;
    return typeof inner === "bigint" ? `${inner}n` : inner;
  });
  return JSON.parse(text) as Json;
}

const VERBS = ["add$", "change$", "delete$", "get$"] as const;
type Verb = (typeof VERBS)[number];

/** An object, and how what is listed of it is tried. */
export interface HandedBack<T extends object> {
  readonly object: Partial<Pick<NetlinkObject<T>, Verb>>;
  /** Lists them, as they are now. */
  list(): Promise<T[]>;
  /** Members that differ from one list to the next, or from one that was made anew. */
  readonly volatile: ReadonlySet<string>;
  /** Set where some come and go with others of the list. */
  readonly together?: boolean;
  /** The verbs that are not tried. */
  readonly but?: readonly Verb[];
}

/** Rows in an order of their own: the kernel lists some tables in that of a hash with a random part. */
const inOrder = (rows: readonly unknown[]) => {
  const text = (row: unknown) => JSON.stringify(row, (_, it) => (typeof it === "bigint" ? `${it}` : it));
  return rows.toSorted((a, b) => text(a).localeCompare(text(b)));
};

/** Gets, changes, deletes and adds what is listed, as it is listed; gives how many members that took. */
export async function handBack<T extends object>(objects: HandedBack<T>): Promise<number> {
  const { object, volatile, but = [] } = objects;
  const settled = (request$: Observable<unknown>, code: string) =>
    done(request$).catch((error) => {
      if (!objects.together || error.code !== code) throw error;
    });
  const has = (verb: Verb) => object[verb] !== undefined && !but.includes(verb);
  const seen = async () => inOrder((await objects.list()).map((row) => without(row, volatile)));
  const listed = await objects.list();
  const before = inOrder(listed.map((row) => without(row, volatile)));
  expect(before.length).toBeGreaterThan(0);
  for (const row of listed) {
    if (has("get$"))
      expect(without(await one(object.get$!(row as never)), volatile)).toEqual(without(row, volatile));
    if (has("change$")) await done(object.change$!(row as Written<T>));
  }
  expect(await seen()).toEqual(before);
  if (!has("delete$")) return 0;
  // What refers to others comes behind them.
  for (const row of listed.toReversed()) await settled(object.delete$!(row as never), "ENOENT");
  expect(await seen()).toEqual([]);
  if (!has("add$")) return 0;
  for (const row of listed) await settled(object.add$!(row as Written<T>), "EEXIST");
  expect(await seen()).toEqual(before);
  return JSON.stringify(before).length;
}
