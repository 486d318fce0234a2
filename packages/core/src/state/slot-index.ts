import type { Identity } from "./identity.js";

/** Identities by slot. */
export class SlotIndex {
  readonly #at = new Map<Identity, Set<Identity>>();

  /** Returns the identities in a slot, except one. */
  others(place: Identity, id: Identity): Identity[] {
    const there = this.#at.get(place);
    return there === undefined ? [] : [...there].filter((one) => one !== id);
  }

  /** Adds an identity to a slot. */
  add(place: Identity, id: Identity): void {
    const there = this.#at.get(place);
    if (there === undefined) this.#at.set(place, new Set([id]));
    else there.add(id);
  }

  /** Removes an identity from a slot. */
  remove(place: Identity, id: Identity): void {
    const there = this.#at.get(place);
    there?.delete(id);
    if (there?.size === 0) this.#at.delete(place);
  }
}
