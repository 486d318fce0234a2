import type { Arrival, Socket, SocketOptions } from "@rxnetlink/core";
import { aGroup, checkArgument, checkSend } from "@rxnetlink/core/internal";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { datagram } from "@rxnetlink/testing";
import { Subject, type Subscriber } from "rxjs";
import { errorOf, type RecordedEvent } from "../recording/recorded-event.js";
import { Addresses } from "./addresses.js";
import { type Clock, play } from "./clock.js";
import type { Exchanges } from "./exchanges.js";
import { datagramOf, type Message, messagesOf } from "./messages.js";
import { NotRecordedError } from "./not-recorded-error.js";
import type { Notices, Source } from "./notices.js";

/** What all sockets of a replay share. */
export interface Replayed {
  readonly clock: Clock;
  readonly exchanges: Exchanges;
  readonly notices: Notices;
  readonly addresses: Addresses;
  /** When all has been played, as the clock has it. */
  readonly end: number;
}

/** Something to do, in milliseconds from now. */
interface Step {
  readonly at: number;
  readonly run: () => void;
}

/** A socket whose kernel is a recording. */
export class ReplaySocket implements Socket {
  readonly portId: number;
  readonly #arrivals = new Subject<Arrival>();
  readonly arrivals$ = this.#arrivals.asObservable();
  readonly #replayed: Replayed;
  readonly #options: SocketOptions;
  readonly #subscriber: Subscriber<Socket>;
  readonly #groups: Set<number>;
  /** Losses that it was told of: one strikes several requests, and each knows of it. */
  readonly #told = new Set<RecordedEvent>();
  /** What arrived while it was paused. */
  readonly #held: (() => void)[] = [];
  #playing = 0;
  #tickets = 0;
  #paused = false;

  constructor(portId: number, replayed: Replayed, options: SocketOptions, subscriber: Subscriber<Socket>) {
    this.portId = portId;
    this.#replayed = replayed;
    this.#options = options;
    this.#subscriber = subscriber;
    this.#groups = new Set(options.groups);
  }

  send(bytes: Uint8Array, portId = 0): number {
    return this.#call((ticket) => {
      checkSend(bytes, portId);
      const steps = this.#answers(messagesOf(bytes).messages, ticket);
      this.#subscriber.add(play(this.#replayed.clock, steps, ({ run }) => run()));
    });
  }

  join(group: number): number {
    return this.#call((ticket) => {
      this.#groups.add(checkArgument("join", "group", group, aGroup));
      this.listen([group], ticket);
    });
  }

  leave(group: number): number {
    return this.#call(() => this.#groups.delete(checkArgument("leave", "group", group, aGroup)));
  }

  pause(yes: boolean): void {
    this.#paused = yes;
    while (!this.#paused && this.#held.length > 0) this.#held.shift()?.();
  }

  keepAlive(): void {}

  /**
   * Begins to hear what the recording has of these groups; `ticket` names the call that joined them.
   *
   * @throws NotRecordedError
   */
  listen(groups: readonly number[], ticket = 0): void {
    if (groups.length === 0) return;
    for (const source of this.#replayed.notices.of(this.#options, groups)) {
      this.#playing++;
      const hear = ({ event }: { event: RecordedEvent }) => this.#hear(source, event, ticket);
      this.#subscriber.add(play(this.#replayed.clock, source.notices, hear));
    }
  }

  /** What comes of requests, in order; those that fail do so when the others have been answered. */
  #answers(requests: readonly Message[], ticket: number): Step[] {
    const steps: Step[] = [];
    const addresses = new Addresses();
    let failure: (() => NotRecordedError) | undefined;
    let failsAt = 0;
    for (const request of requests) {
      try {
        const { steps: then, answered } = this.#ask(request, addresses);
        for (const { at, event } of then)
          steps.push({ at, run: () => this.#happen(event, addresses, ticket) });
        if (!answered) failure ??= () => this.#unanswered(request);
      } catch (error) {
        failure = () => error as NotRecordedError;
      }
      // A question may have been given up, or come at another time than then: what else there is comes before.
      if (failure !== undefined && (request.header.flags & NLM_F_ACK) === 0)
        failsAt = this.#replayed.end - this.#replayed.clock.now() + 1;
    }
    steps.sort((one, other) => one.at - other.at);
    const last = Math.max(failsAt, 0, steps.at(-1)?.at ?? 0);
    if (failure !== undefined) steps.push({ at: last, run: () => this.#fail(ticket, failure()) });
    return steps;
  }

  #ask(request: Message, addresses: Addresses) {
    const exchange = this.#replayed.exchanges.take(this.#options, request);
    const then = { portId: exchange.socket.portId, sequence: exchange.request.header.sequence };
    const now = { portId: this.portId, sequence: request.header.sequence };
    addresses.set(then, now);
    // Notifications tell of it too.
    this.#replayed.addresses.set(then, now);
    return exchange;
  }

  #unanswered(request: Message): NotRecordedError {
    const asked = this.#replayed.exchanges.describe(this.#options, request);
    return new NotRecordedError(`the whole answer to ${asked}`, []);
  }

  #hear({ groups }: Source, event: RecordedEvent, ticket: number): void {
    if (event.type === "closed") return this.#silence();
    const group = event.type === "datagram" ? (event.group ?? 0) : 0;
    if (group !== 0 && !(groups.has(group) && this.#groups.has(group))) return;
    this.#happen(event, this.#replayed.addresses, ticket);
  }

  /** The recording of some groups is over; with the last ones the socket ends. */
  #silence(): void {
    this.#playing--;
    if (this.#playing === 0) this.#pass(() => this.#subscriber.complete());
  }

  #happen(event: RecordedEvent, addresses: Addresses, ticket: number): void {
    if (event.type === "datagram") {
      const { portId = 0, group = 0, nsid } = event;
      const bytes = datagramOf(messagesOf(event.bytes), (address) => addresses.get(address));
      this.#pass(() => this.#arrivals.next(datagram(bytes, { portId, group, nsid })));
    } else if (!this.#told.has(event)) {
      this.#told.add(event);
      this.#pass(() => this.#mark(event, ticket));
    }
  }

  /** Makes a call and returns its ticket; it fails in a later turn. */
  #call(call: (ticket: number) => void): number {
    const ticket = ++this.#tickets;
    try {
      call(ticket);
    } catch (error) {
      const fail = () => this.#fail(ticket, error as Error);
      this.#subscriber.add(this.#replayed.clock.schedule(fail, 0));
    }
    return ticket;
  }

  #fail(ticket: number, error: Error): void {
    this.#pass(() => this.#arrivals.next({ type: "callFailed", ticket, error }));
  }

  #mark(event: RecordedEvent, ticket: number): void {
    if (event.type === "overrun" || event.type === "drained" || event.type === "truncated")
      this.#arrivals.next(event);
    else if (event.type === "callFailed") this.#fail(ticket, errorOf(event.error));
    else if (event.type === "ended" && event.error !== undefined)
      this.#subscriber.error(errorOf(event.error));
    else this.#subscriber.complete();
  }

  #pass(arrive: () => void): void {
    if (this.#paused) this.#held.push(arrive);
    else arrive();
  }
}
