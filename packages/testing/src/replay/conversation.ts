import { completes } from "@rxnetlink/capture/internal";
import type { RecordedEvent } from "../recording/recorded-event.js";
import type { RecordedSocket, Timed } from "../recording/recording-reader.js";
import { datagramOf, type Message, messagesOf } from "./messages.js";

/** A recorded request and its replies. */
export interface RecordedRequest {
  readonly request: Message;
  /** The socket that sent it. */
  readonly socket: RecordedSocket;
  /** Time of sending, in milliseconds since 1970. */
  readonly time: number;
  /** Replies, losses and failures, in milliseconds since the request. */
  readonly steps: Timed[];
  /** True if the reply is complete. */
  complete: boolean;
}

type Of<K extends RecordedEvent["type"]> = Extract<RecordedEvent, { readonly type: K }>;

/** The events of a socket, divided into requests with their replies and unsolicited events. */
export class Conversation {
  readonly requests: RecordedRequest[] = [];
  /** Events that belong to no request, in milliseconds since the socket was opened. */
  readonly unsolicited: Timed[] = [];
  /** The groups it listened to, and the time of joining. */
  readonly listening: Map<number, number>;
  /** Requests without a complete reply, by sequence number. */
  readonly #open = new Map<number, RecordedRequest>();
  /** Requests by the ticket of their datagram. */
  readonly #sent = new Map<number, RecordedRequest[]>();

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
      this.unsolicited.push(timed);
      if (event.type === "overrun" || event.type === "ended") this.#end([...this.#open.values()], at, event);
    }
  }

  #send(at: number, { bytes, ticket }: Of<"sent">): void {
    const { socket } = this;
    const requests = messagesOf(bytes).messages.map(
      (request): RecordedRequest => ({
        request,
        socket,
        time: socket.opened + at,
        steps: [],
        complete: false,
      }),
    );
    for (const recorded of requests) this.#open.set(recorded.request.header.sequence, recorded);
    this.#sent.set(ticket, requests);
    this.requests.push(...requests);
  }

  #receive(at: number, event: Of<"datagram">): void {
    const { messages, rest } = messagesOf(event.bytes);
    const shares = new Map<RecordedRequest, Message[]>();
    // The rest may belong to the reply to any of them.
    if (rest.length > 0) for (const recorded of this.#open.values()) shares.set(recorded, []);
    for (const message of messages) {
      const { sequence, portId } = message.header;
      const recorded = portId === this.socket.portId ? this.#open.get(sequence) : undefined;
      if (recorded === undefined) continue;
      const own = shares.get(recorded) ?? [];
      shares.set(recorded, own);
      own.push(message);
    }
    if (shares.size === 0) this.unsolicited.push({ at, event });
    for (const [recorded, own] of shares) {
      const bytes = datagramOf({ messages: own, rest });
      this.#step(recorded, at, { ...event, bytes });
      if (own.some(({ header }) => completes(header, recorded.request.header.flags)))
        this.#complete(recorded);
    }
  }

  /** Handles a failed call: sending, or joining a group. */
  #fail(timed: Timed, ticket: number): void {
    const requests = this.#sent.get(ticket);
    if (requests === undefined) this.unsolicited.push(timed);
    else this.#end(requests, timed.at, timed.event);
  }

  #end(requests: readonly RecordedRequest[], at: number, event: RecordedEvent): void {
    for (const recorded of requests) {
      this.#step(recorded, at, event);
      this.#complete(recorded);
    }
  }

  #step({ steps, time }: RecordedRequest, at: number, event: RecordedEvent): void {
    steps.push({ at: this.socket.opened + at - time, event });
  }

  #complete(recorded: RecordedRequest): void {
    recorded.complete = true;
    this.#open.delete(recorded.request.header.sequence);
  }
}
