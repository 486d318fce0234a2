import type { Arrival, GroupOf, Socket } from "@rxnetlink/core";
import { addressedGroup, checkSend, groupNumber, type NumberedSocketOptions } from "@rxnetlink/core/internal";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { Subject, type Subscriber, Subscription } from "rxjs";
import { errorOf, type RecordedEvent } from "../recording/recorded-event.js";
import { datagram } from "../scripted-transport.js";
import { type Clock, play } from "./clock.js";
import { datagramOf, type Message, messagesOf } from "./messages.js";
import { NotRecordedError } from "./not-recorded-error.js";
import type { RecordedOrder } from "./recorded-order.js";
import type { RecordedRequests } from "./recorded-requests.js";
import { RequestIds } from "./request-ids.js";
import type { GroupEvents, UnsolicitedEvent, UnsolicitedEvents } from "./unsolicited.js";

/** Data that all sockets of a replay share. */
export interface ReplayContext {
  readonly clock: Clock;
  readonly requests: RecordedRequests;
  readonly unsolicited: UnsolicitedEvents;
  readonly ids: RequestIds;
  /** Set if events are not timed. */
  readonly order: RecordedOrder | undefined;
  /** Time on the clock when everything has been played. */
  readonly end: number;
  /** Time of the last event that was played, in milliseconds since 1970. */
  time: number;
}

/** A step of a replay, in milliseconds from now. */
interface Step {
  readonly at: number;
  readonly run: () => void;
}

/** A socket whose kernel is a recording. */
export class ReplaySocket implements Socket {
  readonly portId: number;
  readonly #arrivals = new Subject<Arrival>();
  readonly arrivals$ = this.#arrivals.asObservable();
  readonly #context: ReplayContext;
  readonly #options: NumberedSocketOptions;
  readonly #subscriber: Subscriber<Socket>;
  readonly #groups: Set<number>;
  /** Losses already delivered: one can affect several requests, each of which has it. */
  readonly #reported = new Set<RecordedEvent>();
  /** Deliveries held back while it is paused. */
  readonly #held: (() => void)[] = [];
  #playing = 0;
  #tickets = 0;
  #paused = false;

  constructor(
    portId: number,
    context: ReplayContext,
    options: NumberedSocketOptions,
    subscriber: Subscriber<Socket>,
  ) {
    this.portId = portId;
    this.#context = context;
    this.#options = options;
    this.#subscriber = subscriber;
    this.#groups = new Set(options.groups);
  }

  send(bytes: Uint8Array, portId = 0, group?: GroupOf): number {
    return this.#call((ticket) => {
      checkSend(bytes, portId);
      addressedGroup(this.#options.protocol, group);
      const steps = this.#repliesTo(messagesOf(bytes).messages, ticket);
      this.#subscriber.add(play(this.#context.clock, steps, ({ run }) => run()));
    });
  }

  join(group: GroupOf): number {
    return this.#call((ticket) => {
      const number = groupNumber("join", "group", this.#options.protocol, group);
      this.#groups.add(number);
      this.listen([number], ticket);
    });
  }

  leave(group: GroupOf): number {
    return this.#call(() =>
      this.#groups.delete(groupNumber("leave", "group", this.#options.protocol, group)),
    );
  }

  pause(yes: boolean): void {
    this.#paused = yes;
    while (!this.#paused && this.#held.length > 0) this.#held.shift()?.();
  }

  keepAlive(): void {}

  /**
   * Starts the events of these groups; `ticket` identifies the call that joined them.
   *
   * @throws NotRecordedError if the recording has none for a group.
   */
  listen(groups: readonly number[], ticket = 0): void {
    if (groups.length === 0) return;
    for (const source of this.#context.unsolicited.of(this.#options, groups)) {
      this.#playing++;
      const receive = ({ event, time }: UnsolicitedEvent) => {
        this.#context.time = Math.max(this.#context.time, time);
        this.#receive(source, event, ticket);
      };
      this.#subscriber.add(play(this.#context.clock, source.unsolicited, receive, this.#gate));
    }
  }

  readonly #gate = ({ time }: UnsolicitedEvent, action: () => void) => {
    const { order } = this.#context;
    if (order !== undefined) return order.whenSent(time, action);
    action();
    return Subscription.EMPTY;
  };

  /** Returns the replies to requests in order; failures come after the replies to the other requests. */
  #repliesTo(requests: readonly Message[], ticket: number): Step[] {
    const steps: Step[] = [];
    const ids = new RequestIds();
    let failure: (() => NotRecordedError) | undefined;
    let failsAt = 0;
    for (const request of requests) {
      try {
        const { steps: replies, complete } = this.#take(request, ids);
        for (const { at, event } of replies) steps.push({ at, run: () => this.#deliver(event, ids, ticket) });
        if (!complete) failure ??= () => this.#incomplete(request);
      } catch (error) {
        failure = () => error as NotRecordedError;
      }
      // A query may have been abandoned, or come at another time than recorded: other replies come first.
      if (failure !== undefined && (request.header.flags & NLM_F_ACK) === 0)
        failsAt = this.#context.end - this.#context.clock.now() + 1;
    }
    steps.sort((one, other) => one.at - other.at);
    const last = Math.max(failsAt, 0, steps.at(-1)?.at ?? 0);
    if (failure !== undefined) steps.push({ at: last, run: () => this.#fail(ticket, failure()) });
    return steps;
  }

  #take(request: Message, ids: RequestIds) {
    const recorded = this.#context.requests.take(this.#options, request);
    const then = { portId: recorded.socket.portId, sequence: recorded.request.header.sequence };
    const now = { portId: this.portId, sequence: request.header.sequence };
    ids.set(then, now);
    // Notifications carry it too.
    this.#context.ids.set(then, now);
    return recorded;
  }

  #incomplete(request: Message): NotRecordedError {
    const text = this.#context.requests.describe(this.#options, request);
    return new NotRecordedError(`the whole reply to ${text}`, []);
  }

  #receive({ groups }: GroupEvents, event: RecordedEvent, ticket: number): void {
    if (event.type === "closed") return this.#endGroups();
    const group = event.type === "datagram" ? (event.group ?? 0) : 0;
    if (group !== 0 && !(groups.has(group) && this.#groups.has(group))) return;
    this.#deliver(event, this.#context.ids, ticket);
  }

  /** Ends the events of some groups; the socket completes with the last ones. */
  #endGroups(): void {
    this.#playing--;
    if (this.#playing === 0) this.#unlessPaused(() => this.#subscriber.complete());
  }

  #deliver(event: RecordedEvent, ids: RequestIds, ticket: number): void {
    if (event.type === "datagram") {
      const { portId = 0, group = 0, nsid, credentials } = event;
      const origin = { portId, group, nsid, ...(credentials && { credentials }) };
      const bytes = datagramOf(messagesOf(event.bytes), (id) => ids.get(id));
      this.#unlessPaused(() => this.#arrivals.next(datagram(bytes, origin)));
    } else if (!this.#reported.has(event)) {
      this.#reported.add(event);
      this.#unlessPaused(() => this.#deliverMarker(event, ticket));
    }
  }

  /** Makes a call and returns its ticket; errors arrive in a later turn. */
  #call(call: (ticket: number) => void): number {
    const ticket = ++this.#tickets;
    try {
      call(ticket);
    } catch (error) {
      const fail = () => this.#fail(ticket, error as Error);
      this.#subscriber.add(this.#context.clock.schedule(fail, 0));
    }
    return ticket;
  }

  #fail(ticket: number, error: Error): void {
    this.#unlessPaused(() => this.#arrivals.next({ type: "callFailed", ticket, error }));
  }

  #deliverMarker(event: RecordedEvent, ticket: number): void {
    if (event.type === "overrun" || event.type === "drained" || event.type === "truncated")
      this.#arrivals.next(event);
    else if (event.type === "callFailed") this.#fail(ticket, errorOf(event.error));
    else if (event.type === "ended" && event.error !== undefined)
      this.#subscriber.error(errorOf(event.error));
    else this.#subscriber.complete();
  }

  #unlessPaused(deliver: () => void): void {
    if (this.#paused) this.#held.push(deliver);
    else deliver();
  }
}
