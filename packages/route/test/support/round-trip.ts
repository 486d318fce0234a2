// Round trips: listed objects are passed to get$, change$, delete$ and add$.

import type { NetlinkObject, Written } from "@rxnetlink/core";
import { done, one } from "@rxnetlink/core/promises";
import type { Observable } from "rxjs";
import { expect } from "vitest";

type Json = Record<string, unknown>;

/** Returns a value without some members, at any depth. */
export function without(value: object, names: ReadonlySet<string>): Json {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (names.has(key)) return undefined;
    return typeof inner === "bigint" ? `${inner}n` : inner;
  });
  return JSON.parse(text) as Json;
}

const VERBS = ["add$", "change$", "delete$", "get$"] as const;
type Verb = (typeof VERBS)[number];

/** A round trip of the objects of a list. */
export interface RoundTrip<T extends object> {
  readonly object: Partial<Pick<NetlinkObject<T>, Verb>>;
  /** Lists the current objects. */
  list(): Promise<T[]>;
  /** Members that differ from one list to the next, or after the object was added again. */
  readonly volatile: ReadonlySet<string>;
  /** Set if some objects are added and removed together with others of the list. */
  readonly together?: boolean;
  /** Verbs that are not tested. */
  readonly but?: readonly Verb[];
}

/** Returns rows in a fixed order: the kernel lists some tables in a random order. */
const inOrder = (rows: readonly unknown[]) => {
  const text = (row: unknown) => JSON.stringify(row, (_, it) => (typeof it === "bigint" ? `${it}` : it));
  return rows.toSorted((a, b) => text(a).localeCompare(text(b)));
};

/** Gets, changes, deletes and adds listed objects without modification; resolves with the number of compared characters. */
export async function roundTrip<T extends object>(objects: RoundTrip<T>): Promise<number> {
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
  // Objects that refer to others come after them.
  for (const row of listed.toReversed()) await settled(object.delete$!(row as never), "ENOENT");
  expect(await seen()).toEqual([]);
  if (!has("add$")) return 0;
  for (const row of listed) await settled(object.add$!(row as Written<T>), "EEXIST");
  expect(await seen()).toEqual(before);
  return JSON.stringify(before).length;
}
