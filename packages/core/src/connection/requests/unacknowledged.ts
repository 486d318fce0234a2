import { KernelError } from "../../errors/errors.js";
import { summaryOf } from "../../errors/request-summary.js";
import { type Acknowledgement, toRefusal } from "../../message/ack.js";
import type { PendingRequest } from "../request.js";

/** Requests remembered for their refusal, which the kernel sends at once: far more than can be on the way. A power of 2. */
const REMEMBERED = 8192;

type SentRequest = Pick<PendingRequest, "type" | "flags" | "layout" | "value" | "label">;

interface Sent {
  readonly sequence: number;
  readonly request: SentRequest;
  readonly refused: (error: Error) => void;
  ticket: number | undefined;
}

/** The last requests sent without asking for an acknowledgement. */
export class Unacknowledged {
  /** Requests by the lower bits of their sequence number: a map would cost more than the rest of sending. */
  readonly #sent: (Sent | undefined)[] = [];

  /** Remembers a request by its sequence number. */
  add(sequence: number, request: SentRequest, refused: Sent["refused"]): void {
    this.#sent[sequence % REMEMBERED] = { sequence, request, refused, ticket: undefined };
  }

  /** Returns a request, if it is remembered. */
  get(sequence: number): Sent | undefined {
    const sent = this.#sent[sequence % REMEMBERED];
    return sent?.sequence === sequence ? sent : undefined;
  }

  /** Reports the kernel's refusal of a request; nothing if it was accepted after all. */
  refused(sequence: number, acknowledgement: Acknowledgement): void {
    const sent = this.#forget(sequence);
    if (sent === undefined || acknowledgement.errno === 0) return;
    const { request, refused } = sent;
    refused(new KernelError(toRefusal(acknowledgement, request), summaryOf(request)));
  }

  /** Reports the requests that could not be sent. */
  callFailed(ticket: number, error: Error): void {
    for (const { sequence } of this.#of(ticket)) this.#forget(sequence)?.refused(error);
  }

  /** Reports the kernel's refusal of a whole datagram. */
  datagramRefused(ticket: number, acknowledgement: Acknowledgement): void {
    for (const { sequence } of this.#of(ticket)) this.refused(sequence, acknowledgement);
  }

  /** Returns the requests that left in one datagram, in their order. */
  #of(ticket: number): Sent[] {
    const found = this.#sent.filter((sent) => sent?.ticket === ticket) as Sent[];
    return found.sort((a, b) => a.sequence - b.sequence);
  }

  #forget(sequence: number): Sent | undefined {
    const sent = this.get(sequence);
    if (sent !== undefined) this.#sent[sequence % REMEMBERED] = undefined;
    return sent;
  }
}
