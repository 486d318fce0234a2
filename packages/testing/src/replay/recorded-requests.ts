import type { SocketOptions } from "@rxnetlink/core";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { type Observable, Subject } from "rxjs";
import { hex, toNotation } from "../golden/notation.js";
import type { LayoutOf } from "../message-layouts.js";
import type { RecordedRequest } from "./conversation.js";
import type { Message } from "./messages.js";
import { NotRecordedError } from "./not-recorded-error.js";

/** The destination of a request: equal requests in two namespaces are different. */
export type Endpoint = Pick<SocketOptions, "protocol" | "namespace">;

/** Number of requests that an error lists. */
const NAMED = 5;

/** Formats a destination; only names and paths of namespaces are the same in other processes. */
export const endpointText = ({ protocol, namespace }: Endpoint): string =>
  typeof namespace === "string" ? `protocol ${protocol} in ${namespace}` : `protocol ${protocol}`;

const keyOf = (endpoint: Endpoint, { header: { type, flags }, payload }: Message) =>
  [endpointText(endpoint), type, flags, hex(payload)].join();

/** The requests of a recording, from which repeated requests get their replies. */
export class RecordedRequests {
  readonly #all: readonly RecordedRequest[];
  readonly #layoutOf: LayoutOf | undefined;
  /** The remaining occurrences of each request, next one first. */
  readonly #left = new Map<string, RecordedRequest[]>();
  /** Those that the program has not sent. */
  readonly #unsent: Set<RecordedRequest>;
  readonly #taken = new Subject<RecordedRequest>();
  /** Emits each request when it is sent for the first time. */
  readonly taken$: Observable<RecordedRequest> = this.#taken;

  constructor(requests: readonly RecordedRequest[], layoutOf: LayoutOf | undefined) {
    this.#all = requests.toSorted((one, other) => one.time - other.time);
    this.#unsent = new Set(this.#all);
    this.#layoutOf = layoutOf;
    for (const recorded of this.#all) {
      const key = keyOf(recorded.socket, recorded.request);
      const alike = this.#left.get(key) ?? [];
      this.#left.set(key, alike);
      alike.push(recorded);
    }
  }

  /**
   * Takes the recording of a request. Equal requests are taken in order; the last one of a query serves all further ones,
   * while a change can be made just as often as it was recorded.
   *
   * @throws NotRecordedError if the recording has no such request.
   */
  take(endpoint: Endpoint, request: Message): RecordedRequest {
    const left = this.#left.get(keyOf(endpoint, request));
    const next = left?.[0];
    if (left === undefined || next === undefined) {
      const text = this.describe(endpoint, request);
      throw new NotRecordedError(left ? `${text} once more` : text, this.#alike(endpoint, request));
    }
    const isQuery = (request.header.flags & NLM_F_ACK) === 0;
    if (left.length > 1 || !isQuery) left.shift();
    if (this.#unsent.delete(next)) this.#taken.next(next);
    return next;
  }

  /** True if the program has not sent a request that was recorded before a time, in milliseconds since 1970. */
  lacks(time: number): boolean {
    for (const unsent of this.#unsent) return unsent.time < time;
    return false;
  }

  /** Describes a request in words. */
  describe(endpoint: Endpoint, { header: { type, flags }, payload }: Message): string {
    const what = `of type ${type} with the flags 0x${flags.toString(16)} and ${this.#content(type, payload)}`;
    return `a request of ${endpointText(endpoint)}, ${what}`;
  }

  #content(type: number, payload: Uint8Array): string {
    try {
      const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
      const value = this.#layoutOf?.(type).read(view, 0, payload.length);
      if (value !== undefined) return toNotation(value).replaceAll(/\s+/g, " ").trim();
    } catch {
      // The request may have another layout; its bytes will do.
    }
    return `the payload ${hex(payload)}`;
  }

  /** Describes the recorded requests most similar to this one, for the error message. */
  #alike(endpoint: Endpoint, { header: { type } }: Message): string[] {
    const here = this.#all.filter(({ socket }) => endpointText(socket) === endpointText(endpoint));
    const same = here.filter(({ request }) => request.header.type === type);
    const [alike = []] = [same, here, this.#all].filter(({ length }) => length > 0);
    const texts = [...new Set(alike.map(({ socket, request }) => this.describe(socket, request)))];
    const more = texts.length - NAMED;
    return more > 0 ? [...texts.slice(0, NAMED), `${more} more`] : texts;
  }
}
