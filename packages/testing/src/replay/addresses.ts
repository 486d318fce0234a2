/** Whom a message answers, or whose request it tells of. */
export interface Address {
  readonly sequence: number;
  readonly portId: number;
}

/** Requests that were made again: their new addresses by those of the recording. */
export class Addresses {
  readonly #known = new Map<string, Address>();

  set({ portId, sequence }: Address, now: Address): void {
    this.#known.set(`${portId} ${sequence}`, now);
  }

  get({ portId, sequence }: Address): Address | undefined {
    return this.#known.get(`${portId} ${sequence}`);
  }
}
