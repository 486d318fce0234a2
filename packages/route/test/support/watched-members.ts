import { definitionOf, type NetlinkObject, pick } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";

/** The chosen members of all objects, as the events of `watch$` add them up. */
export class WatchedMembers {
  /** Number of objects by their members as JSON: without an identity, several may be equal. */
  readonly #counts = new Map<string, number>();
  readonly #object: NetlinkObject<object>;
  readonly #members: readonly never[];
  #synced = false;

  constructor(object: NetlinkObject<object>, members: readonly string[]) {
    this.#object = object;
    this.#members = members as readonly never[];
    object.watch$({}, { members: this.#members }).subscribe((event) => {
      if (event.type === "synced") this.#synced = true;
      if (!("inferred" in event)) return;
      if (event.previous !== undefined) this.#count(event.previous, -1);
      if (event.current !== undefined) this.#count(event.current, 1);
    });
  }

  /** True once the first list is complete. */
  get synced(): boolean {
    return this.#synced;
  }

  /** The objects now, in no order. */
  get rows(): readonly string[] {
    return [...this.#counts].flatMap(([row, count]) => new Array<string>(count).fill(row)).sort();
  }

  /** The same, from a list of whole objects; the kernel may list several of one identity. */
  async listed(): Promise<readonly string[]> {
    const { identityOf } = definitionOf(this.#object).state!;
    const rows = new Map((await all(this.#object.list$())).map((row) => [identityOf(row), row]));
    return [...rows.values()].map((row) => JSON.stringify(pick(row, ...this.#members))).sort();
  }

  #count(row: object, by: 1 | -1): void {
    const text = JSON.stringify(row);
    const count = (this.#counts.get(text) ?? 0) + by;
    if (count < 0) throw new RangeError(`${text} was removed before it was added`);
    if (count === 0) this.#counts.delete(text);
    else this.#counts.set(text, count);
  }
}
