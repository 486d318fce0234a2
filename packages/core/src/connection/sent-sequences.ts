/** Sockets that are remembered after they were closed: what they asked for may still be told of. */
const REMEMBERED = 256;

/** Knows the requests of a connection by port id and sequence number, to tell its own changes from others'. */
export class SentSequences {
  /** The last sequence number sent, by port id. */
  readonly #last = new Map<number, number>();

  /** A socket has sent requests up to this sequence number. */
  add(portId: number, sequence: number): void {
    this.#last.delete(portId);
    this.#last.set(portId, sequence);
    if (this.#last.size <= REMEMBERED) return;
    const [oldest] = this.#last.keys();
    this.#last.delete(oldest as number);
  }

  /** Whether a notification tells of one of them. */
  has({ portId, sequence }: { readonly portId: number; readonly sequence: number }): boolean {
    return sequence <= (this.#last.get(portId) ?? -1);
  }
}
