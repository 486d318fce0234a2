import type { Identity } from "./identity.js";

/** Identities by slot. Most slots hold one, which is stored without a set: that would take ten times the memory. */
export class SlotIndex {
  readonly #at = new Map<Identity, Identity | Set<Identity>>();
  readonly #slotOf = new Map<Identity, Identity>();

  /** Returns the identities in a slot, except one. */
  others(slot: Identity, id: Identity): Identity[] {
    const there = this.#at.get(slot);
    if (typeof there === "object") return [...there].filter((one) => one !== id);
    return there === undefined || there === id ? [] : [there];
  }

  /** Adds an identity to a slot. */
  add(slot: Identity, id: Identity): void {
    const there = this.#at.get(slot);
    this.#slotOf.set(id, slot);
    if (there === undefined) this.#at.set(slot, id);
    else if (typeof there === "object") there.add(id);
    else this.#at.set(slot, new Set([there, id]));
  }

  /** Removes an identity from its slot. */
  remove(id: Identity): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#slotOf.delete(id);
    const there = this.#at.get(slot);
    if (typeof there === "object") there.delete(id);
    if (typeof there !== "object" || there.size === 0) this.#at.delete(slot);
  }
}
