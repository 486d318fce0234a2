import {
  type MessageHeader,
  NLM_F_ACK,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_MIN_TYPE,
} from "@rxnetlink/core/schema";
import type { RecordedEvent } from "../recording/recorded-event.js";
import type { RecordedSocket, Timed } from "../recording/recording-reader.js";
import { datagramOf, type Message, messagesOf } from "./messages.js";

/** A request that was recorded, and what came of it. */
export interface Exchange {
  readonly request: Message;
  /** Whose request it was. */
  readonly socket: RecordedSocket;
  /** When it left, in milliseconds since 1970. */
  readonly time: number;
  /** What happened then, in milliseconds since that. */
  readonly steps: Timed[];
  /** Whether it was answered to the end. */
  answered: boolean;
}

type Of<K extends RecordedEvent["type"]> = Extract<RecordedEvent, { readonly type: K }>;

/** A request without a wish for an acknowledgement is answered by one message, or by several and `NLMSG_DONE`. */
function answers({ type, flags }: MessageHeader, request: MessageHeader): boolean {
  if (type < NLMSG_MIN_TYPE) return type === NLMSG_ERROR || type === NLMSG_DONE;
  return (flags & NLM_F_MULTI) === 0 && (request.flags & NLM_F_ACK) === 0;
}

/** What happened on a socket, told apart: requests with their answers, and what came by itself. */
export class Conversation {
  readonly exchanges: Exchange[] = [];
  /** What no request had asked for, in milliseconds since the socket was opened. */
  readonly notices: Timed[] = [];
  /** The groups it listened to, and since when. */
  readonly listening: Map<number, number>;
  /** Requests that wait for an answer, by sequence number. */
  readonly #open = new Map<number, Exchange>();
  /** Requests by the ticket of the datagram that they left in. */
  readonly #sent = new Map<number, Exchange[]>();

  constructor(readonly socket: RecordedSocket) {
    this.listening = new Map(socket.groups.map((group) => [group, 0]));
    for (const timed of socket.events) this.#take(timed);
  }

  #take(timed: Timed): void {
    const { at, event } = timed;
    if (event.type === "sent") this.#send(at, event);
    else if (event.type === "datagram") this.#receive(at, event);
    else if (event.type === "callFailed") this.#fail(timed, event.ticket);
    else if (event.type === "joined") this.listening.set(event.group, this.listening.get(event.group) ?? at);
    else if (event.type !== "left") {
      this.notices.push(timed);
      if (event.type === "overrun" || event.type === "ended") this.#end([...this.#open.values()], at, event);
    }
  }

  #send(at: number, { bytes, ticket }: Of<"sent">): void {
    const { socket } = this;
    const exchanges = messagesOf(bytes).messages.map(
      (request): Exchange => ({ request, socket, time: socket.opened + at, steps: [], answered: false }),
    );
    for (const exchange of exchanges) this.#open.set(exchange.request.header.sequence, exchange);
    this.#sent.set(ticket, exchanges);
    this.exchanges.push(...exchanges);
  }

  #receive(at: number, event: Of<"datagram">): void {
    const { messages, rest } = messagesOf(event.bytes);
    const asked = new Map<Exchange, Message[]>();
    // Of whose answer the rest is a part nobody knows.
    if (rest.length > 0) for (const exchange of this.#open.values()) asked.set(exchange, []);
    for (const message of messages) {
      const { sequence, portId } = message.header;
      const exchange = portId === this.socket.portId ? this.#open.get(sequence) : undefined;
      if (exchange === undefined) continue;
      const own = asked.get(exchange) ?? [];
      asked.set(exchange, own);
      own.push(message);
    }
    if (asked.size === 0) this.notices.push({ at, event });
    for (const [exchange, own] of asked) {
      const bytes = datagramOf({ messages: own, rest });
      this.#step(exchange, at, { ...event, bytes });
      if (own.some(({ header }) => answers(header, exchange.request.header))) this.#settle(exchange);
    }
  }

  /** Sending has failed, or else joining a group. */
  #fail(timed: Timed, ticket: number): void {
    const exchanges = this.#sent.get(ticket);
    if (exchanges === undefined) this.notices.push(timed);
    else this.#end(exchanges, timed.at, timed.event);
  }

  #end(exchanges: readonly Exchange[], at: number, event: RecordedEvent): void {
    for (const exchange of exchanges) {
      this.#step(exchange, at, event);
      this.#settle(exchange);
    }
  }

  #step({ steps, time }: Exchange, at: number, event: RecordedEvent): void {
    steps.push({ at: this.socket.opened + at - time, event });
  }

  #settle(exchange: Exchange): void {
    exchange.answered = true;
    this.#open.delete(exchange.request.header.sequence);
  }
}
