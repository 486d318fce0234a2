import type { CapturedMessage } from "@rxnetlink/capture";

/** Numbers requests from 1: sequence numbers may be large, and those of several processes alike. */
export class RequestNumbers {
  readonly #numbers = new WeakMap<CapturedMessage, number>();
  #last = 0;

  /** Returns the number of a request, or of the request of another message; `undefined` if there is none. */
  of(message: CapturedMessage): number | undefined {
    const request = message.role === "request" ? message : message.request;
    if (request === undefined) return undefined;
    const number = this.#numbers.get(request) ?? ++this.#last;
    this.#numbers.set(request, number);
    return number;
  }
}
