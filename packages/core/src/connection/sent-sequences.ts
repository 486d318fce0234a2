/** Number of closed sockets remembered: changes they caused may still be reported. */
const REMEMBERED = 256;

/** Records a connection's requests by port id and sequence number, to tell its own changes from others'. */
export class SentSequences {
  /** Last sequence number sent, by port id. */
  readonly #last = new Map<number, number>();

  /** Records that a socket has sent requests up to a sequence number. */
  add(portId: number, sequence: number): void {
    this.#last.delete(portId);
    this.#last.set(portId, sequence);
    if (this.#last.size <= REMEMBERED) return;
    const [oldest] = this.#last.keys();
    this.#last.delete(oldest as number);
  }

  /** Returns true if one of the recorded requests caused a notification. */
  has({ portId, sequence }: { readonly portId: number; readonly sequence: number }): boolean {
    return sequence <= (this.#last.get(portId) ?? -1);
  }
}
