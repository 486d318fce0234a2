import { type OutgoingMessage, writeMessage } from "../../message/nlmsg.js";
import { Writer } from "../../wire/writer.js";
import { PACK_BYTES } from "../request.js";

/** A request that is to leave, perhaps alone. */
interface Packable extends OutgoingMessage {
  readonly alone?: true | undefined;
}

/** Packs requests into datagrams, in order. */
export class Packing {
  readonly #out = new Writer(undefined, true);
  readonly #send: (bytes: Uint8Array, sequences: readonly number[]) => void;
  #sequences: number[] = [];

  /** @param send - Sends one datagram, which holds the requests with these sequence numbers. */
  constructor(send: (bytes: Uint8Array, sequences: readonly number[]) => void) {
    this.#send = send;
  }

  /**
   * Adds a request. What is full leaves at once; a large request leaves alone, which fails with no other if the socket
   * refuses it.
   *
   * @throws EncodeError, and has added nothing.
   */
  add(message: Packable): void {
    const start = this.#out.at;
    writeMessage(this.#out, message);
    const alone = message.alone || this.#out.at - start > PACK_BYTES;
    if (alone) this.#isolate(start);
    this.#sequences.push(message.sequence);
    if (alone || this.#out.at >= PACK_BYTES) this.flush();
  }

  /** Sends what has been added. */
  flush(): void {
    if (this.#sequences.length === 0) return;
    const sequences = this.#sequences;
    this.#sequences = [];
    this.#send(this.#out.take(), sequences);
  }

  /** Sends what precedes a request that leaves alone. */
  #isolate(start: number): void {
    const alone = this.#out.take(start);
    this.flush();
    this.#out.append(alone);
  }
}
