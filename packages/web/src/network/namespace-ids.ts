import { closeSync, openSync } from "node:fs";
import type { Rtnetlink } from "@rxnetlink/route";
import { catchError, defer, EMPTY, finalize, from, map, mergeMap, type Observable, toArray } from "rxjs";
import type { Place } from "./place.js";

/** Requests at a time. */
const CONCURRENCY = 8;

/** The names of namespaces by the ids that they have in each other. */
export class NamespaceIds {
  readonly #names = new Map<string, Map<number, string>>();
  /** What was last asked for in a namespace. */
  readonly #asked = new Map<string, string>();

  /** Returns the name of the namespace that has an id in another; `undefined` if it is not known. */
  of(namespace: string, id: number): string | undefined {
    return this.#names.get(namespace)?.get(id);
  }

  /** Forgets a namespace. */
  delete(name: string): void {
    this.#names.delete(name);
    this.#asked.delete(name);
    for (const ids of this.#names.values()) for (const [id, known] of ids) if (known === name) ids.delete(id);
  }

  /** Asks which of some places have the given ids in a namespace, unless that was asked; emits once it is known. */
  learn$(
    namespace: string,
    nl: Rtnetlink,
    ids: readonly number[],
    places: readonly Place[],
  ): Observable<void> {
    const unknown = [...new Set(ids)].filter((id) => this.of(namespace, id) === undefined);
    const question = `${unknown} ${places.map(({ name }) => name)}`;
    if (unknown.length === 0 || this.#asked.get(namespace) === question) return EMPTY;
    this.#asked.set(namespace, question);
    return from(places.filter(({ name }) => name !== namespace)).pipe(
      mergeMap((place) => idOf$(nl, place), CONCURRENCY),
      toArray(),
      map((found) => {
        this.#names.set(namespace, new Map(found));
      }),
    );
  }
}

/** Emits the id that a place has in a namespace, with its name; nothing if it has none. */
function idOf$({ nsid }: Rtnetlink, { file, name }: Place): Observable<readonly [number, string]> {
  if (file === undefined) return EMPTY;
  return defer(() => {
    const fd = openSync(file, "r");
    return nsid.get$({ fd }).pipe(
      mergeMap(({ nsid: id = -1 }) => (id < 0 ? [] : [[id, name] as const])),
      finalize(() => closeSync(fd)),
    );
  }).pipe(catchError(() => EMPTY));
}
