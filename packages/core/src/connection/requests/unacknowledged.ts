import { KernelError } from "../../errors/errors.js";
import { summaryOf } from "../../errors/request-summary.js";
import { type Acknowledgement, toRefusal } from "../../message/ack.js";
import { NLM_F_ACK, NLM_F_REQUEST, type OutgoingMessage } from "../../message/nlmsg.js";
import type { Request } from "../request.js";

/** Requests remembered for their refusal, which the kernel sends at once: far more than can be on the way. A power of 2. */
const REMEMBERED = 8192;
/**
 * Every so many requests, one asks for an acknowledgement all the same. The kernel executes requests in order, so those before
 * it can be forgotten: what is remembered for longer makes most of the work of the garbage collector.
 */
const ACKNOWLEDGED = 256;

interface Sent extends OutgoingMessage, Pick<Request<unknown>, "label"> {
  readonly refused: (error: Error) => void;
  readonly acknowledged: (() => void) | undefined;
  ticket: number | undefined;
}

/** The last requests sent without asking for an acknowledgement. */
export class Unacknowledged {
  /** Requests by the lower bits of their sequence number: a map would cost more than the rest of sending. */
  readonly #sent: (Sent | undefined)[] = [];
  /** The last request that the kernel is known to have executed. */
  #executed = 0;

  /** Remembers a request by its sequence number, and returns the message that is to be sent. */
  add<Q>(
    sequence: number,
    request: Request<Q>,
    refused: Sent["refused"],
    acknowledged: Sent["acknowledged"],
  ): OutgoingMessage {
    const { type, layout, value, label } = request;
    const asked = sequence % ACKNOWLEDGED === 0 ? NLM_F_ACK : 0;
    const flags = (request.flags ?? 0) | NLM_F_REQUEST | asked;
    const ticket = undefined;
    const sent: Sent = { type, flags, sequence, layout, value, label, refused, acknowledged, ticket };
    this.#sent[sequence % REMEMBERED] = sent;
    return sent;
  }

  /** Returns a request, if it is remembered. */
  get(sequence: number): Sent | undefined {
    const sent = this.#sent[sequence % REMEMBERED];
    return sent?.sequence === sequence ? sent : undefined;
  }

  /** Forgets the requests before one that the kernel has replied to. */
  executedBefore(sequence: number): void {
    for (let at = Math.max(this.#executed, sequence - REMEMBERED) + 1; at < sequence; at++)
      this.#sent[at % REMEMBERED] = undefined;
    this.#executed = sequence;
  }

  /** Reports the kernel's refusal of a request, or its acknowledgement. */
  answered(sequence: number, acknowledgement: Acknowledgement): void {
    const sent = this.#forget(sequence);
    if (sent === undefined) return;
    if (acknowledgement.errno === 0) return sent.acknowledged?.();
    sent.refused(new KernelError(toRefusal(acknowledgement, sent), summaryOf(sent)));
  }

  /** Reports the requests that could not be sent. */
  callFailed(ticket: number, error: Error): void {
    for (const { sequence } of this.#of(ticket)) this.#forget(sequence)?.refused(error);
  }

  /** Reports the kernel's refusal of a whole datagram. */
  datagramRefused(ticket: number, acknowledgement: Acknowledgement): void {
    for (const { sequence } of this.#of(ticket)) this.answered(sequence, acknowledgement);
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
