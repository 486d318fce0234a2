import type { MessageHeader } from "@rxnetlink/core/schema";
import type { CapturedMessage } from "./captured-message.js";
import { completes } from "./completes.js";

/** Requests that are remembered: the kernel answers within the call that sends them, or soon after. */
const REMEMBERED = 4096;

/** A request, and the port id that replies to it have. */
interface Open {
  readonly request: CapturedMessage;
  /** 0 until a reply shows it: senders leave it to the kernel. */
  portId: number;
  /** True if the reply is complete. */
  complete: boolean;
}

const keyOf = (protocol: number, sequence: number) => `${protocol} ${sequence}`;

/** The requests of a capture, by which replies find theirs. */
export class Requests {
  /** By protocol and sequence number, which several processes may use at once; the latest last. */
  readonly #open = new Map<string, Open[]>();
  #count = 0;

  /** Remembers a request. */
  add(request: CapturedMessage & { readonly header: MessageHeader }): void {
    const { sequence, portId } = request.header;
    const key = keyOf(request.packet.protocol, sequence);
    const alike = this.#open.get(key) ?? [];
    // Again at the end: those that were used last are forgotten last.
    this.#open.delete(key);
    this.#open.set(key, [...alike, { request, portId, complete: false }]);
    this.#count++;
    while (this.#count > REMEMBERED) this.#forget();
  }

  /** Returns the request that a message from the kernel answers, or that caused it. */
  of(protocol: number, source: string | undefined, header: MessageHeader): CapturedMessage | undefined {
    const { sequence, portId } = header;
    if (portId === 0) return undefined;
    const alike = this.#open.get(keyOf(protocol, sequence)) ?? [];
    const own = alike.filter((one) => one.portId === portId);
    const unclaimed = alike.filter((one) => one.portId === 0);
    // A process may use a number again, once its request was answered.
    const found =
      own.findLast(({ complete }) => !complete) ??
      unclaimed.findLast(({ request }) => request.packet.source === source) ??
      unclaimed.at(-1) ??
      own.at(-1);
    if (found === undefined) return undefined;
    found.portId = portId;
    found.complete ||= completes(header, found.request.header?.flags ?? 0);
    return found.request;
  }

  #forget(): void {
    for (const [key, [, ...others]] of this.#open) {
      if (others.length > 0) this.#open.set(key, others);
      else this.#open.delete(key);
      this.#count--;
      return;
    }
  }
}
