import type { SocketOptions } from "@rxnetlink/core";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { hex, toNotation } from "../golden/notation.js";
import type { LayoutOf } from "../message-layouts.js";
import type { Exchange } from "./conversation.js";
import type { Message } from "./messages.js";
import { NotRecordedError } from "./not-recorded-error.js";

/** Where a request goes: two of one content are not the same in two namespaces. */
export type Place = Pick<SocketOptions, "protocol" | "namespace">;

/** How many requests an error names. */
const NAMED = 5;

/** The namespace as far as it means the same in another process. */
export const placeOf = ({ protocol, namespace }: Place): string =>
  typeof namespace === "string" ? `protocol ${protocol} in ${namespace}` : `protocol ${protocol}`;

const keyOf = (place: Place, { header: { type, flags }, payload }: Message) =>
  [placeOf(place), type, flags, hex(payload)].join();

/** The requests of a recording, to be asked again. */
export class Exchanges {
  readonly #all: readonly Exchange[];
  readonly #layoutOf: LayoutOf | undefined;
  /** What is left of each request, the next one first. */
  readonly #left = new Map<string, Exchange[]>();

  constructor(exchanges: readonly Exchange[], layoutOf: LayoutOf | undefined) {
    this.#all = exchanges.toSorted((one, other) => one.time - other.time);
    this.#layoutOf = layoutOf;
    for (const exchange of this.#all) {
      const key = keyOf(exchange.socket, exchange.request);
      const alike = this.#left.get(key) ?? [];
      this.#left.set(key, alike);
      alike.push(exchange);
    }
  }

  /**
   * What came of a request when it was recorded. Of several that are alike each counts once, in order; the last one
   * of a question answers all further ones, while what changes something is done as often as it was recorded.
   *
   * @throws NotRecordedError
   */
  take(place: Place, request: Message): Exchange {
    const left = this.#left.get(keyOf(place, request));
    const next = left?.[0];
    if (left === undefined || next === undefined) {
      const wanted = this.describe(place, request);
      throw new NotRecordedError(left ? `${wanted} once more` : wanted, this.#alike(place, request));
    }
    const asks = (request.header.flags & NLM_F_ACK) === 0;
    if (left.length > 1 || !asks) left.shift();
    return next;
  }

  /** A request in words. */
  describe(place: Place, { header: { type, flags }, payload }: Message): string {
    const what = `of type ${type} with the flags 0x${flags.toString(16)} and ${this.#content(type, payload)}`;
    return `a request of ${placeOf(place)}, ${what}`;
  }

  #content(type: number, payload: Uint8Array): string {
    try {
      const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
      const value = this.#layoutOf?.(type).read(view, 0, payload.length);
      if (value !== undefined) return toNotation(value).replaceAll(/\s+/g, " ").trim();
    } catch {
      // A request may have a layout of its own; its bytes tell enough.
    }
    return `the payload ${hex(payload)}`;
  }

  /** The requests that a request could have been meant to be: those like it most. */
  #alike(place: Place, { header: { type } }: Message): string[] {
    const here = this.#all.filter(({ socket }) => placeOf(socket) === placeOf(place));
    const same = here.filter(({ request }) => request.header.type === type);
    const [alike = []] = [same, here, this.#all].filter(({ length }) => length > 0);
    const texts = [...new Set(alike.map(({ socket, request }) => this.describe(socket, request)))];
    const more = texts.length - NAMED;
    return more > 0 ? [...texts.slice(0, NAMED), `${more} more`] : texts;
  }
}
