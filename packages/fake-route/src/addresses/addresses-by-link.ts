import type { FakeLink } from "../links/fake-link.js";
import type { FakeAddress } from "./fake-address.js";

/** The addresses of one family, by link, in the order in which they are told. */
export class AddressesByLink {
  readonly #rows = new Map<number, FakeAddress[]>();

  /** All of them that there are now. */
  get all(): readonly FakeAddress[] {
    return [...this.#rows.values()].flat();
  }

  /** Those of a link, to read and to change. */
  of({ index }: FakeLink): FakeAddress[] {
    const rows = this.#rows.get(index) ?? [];
    this.#rows.set(index, rows);
    return rows;
  }

  /** A link is gone. */
  forget({ index }: FakeLink): void {
    this.#rows.delete(index);
  }
}
