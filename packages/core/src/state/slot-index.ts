import type { Identity } from "./identity.js";

/** Which identities are in which place. */
export class SlotIndex {
  readonly #at = new Map<Identity, Set<Identity>>();

  /** Those in a place, except for one. */
  others(place: Identity, id: Identity): Identity[] {
    const there = this.#at.get(place);
    return there === undefined ? [] : [...there].filter((one) => one !== id);
  }

  /** Puts one there. */
  add(place: Identity, id: Identity): void {
    const there = this.#at.get(place);
    if (there === undefined) this.#at.set(place, new Set([id]));
    else there.add(id);
  }

  /** Takes one away. */
  remove(place: Identity, id: Identity): void {
    const there = this.#at.get(place);
    there?.delete(id);
    if (there?.size === 0) this.#at.delete(place);
  }
}
