import { KernelError } from "../../errors/errors.js";
import { summaryOf } from "../../errors/request-summary.js";
import { type Acknowledgement, toRefusal } from "../../message/ack.js";
import type { PendingRequest } from "../request.js";

/** Requests remembered for their refusal, which the kernel sends at once: far more than can be on the way. */
const REMEMBERED = 8192;

interface Sent {
  readonly request: Pick<PendingRequest, "type" | "flags" | "layout" | "value" | "label">;
  readonly refused: (error: Error) => void;
  ticket?: number;
}

/** The last requests sent without asking for an acknowledgement. */
export class Unacknowledged {
  readonly #sent = new Map<number, Sent>();

  /** Remembers a request by its sequence number. */
  add(sequence: number, sent: Sent): void {
    this.#sent.set(sequence, sent);
    if (this.#sent.size <= REMEMBERED) return;
    for (const oldest of this.#sent.keys()) {
      this.#sent.delete(oldest);
      break;
    }
  }

  /** Returns a request, if it is remembered. */
  get(sequence: number): Sent | undefined {
    return this.#sent.get(sequence);
  }

  /** Reports the kernel's refusal of a request; nothing if it was accepted after all. */
  refused(sequence: number, acknowledgement: Acknowledgement): void {
    const sent = this.#sent.get(sequence);
    this.#sent.delete(sequence);
    if (sent === undefined || acknowledgement.errno === 0) return;
    const { request, refused } = sent;
    refused(new KernelError(toRefusal(acknowledgement, request), summaryOf(request)));
  }

  /** Reports the requests that could not be sent. */
  callFailed(ticket: number, error: Error): void {
    for (const [sequence, sent] of this.#of(ticket)) {
      this.#sent.delete(sequence);
      sent.refused(error);
    }
  }

  /** Reports the kernel's refusal of a whole datagram. */
  datagramRefused(ticket: number, acknowledgement: Acknowledgement): void {
    for (const [sequence] of this.#of(ticket)) this.refused(sequence, acknowledgement);
  }

  /** Returns the requests that left in one datagram. */
  #of(ticket: number): [sequence: number, sent: Sent][] {
    return [...this.#sent].filter(([, sent]) => sent.ticket === ticket);
  }
}
