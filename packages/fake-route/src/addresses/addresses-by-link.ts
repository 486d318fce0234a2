import type { FakeLink } from "../links/fake-link.js";
import type { FakeAddress } from "./fake-address.js";

/** The addresses of one family by link, in the order of a dump. */
export class AddressesByLink {
  readonly #rows = new Map<number, FakeAddress[]>();

  /** All current addresses. */
  get all(): readonly FakeAddress[] {
    return [...this.#rows.values()].flat();
  }

  /** Returns the addresses of a link as a list that callers may change. */
  of({ index }: FakeLink): FakeAddress[] {
    const rows = this.#rows.get(index) ?? [];
    this.#rows.set(index, rows);
    return rows;
  }

  /** Forgets a deleted link. */
  forget({ index }: FakeLink): void {
    this.#rows.delete(index);
  }
}
