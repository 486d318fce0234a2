import { Observable, type Subscriber } from "rxjs";
import { type Acknowledgement, readError, refusal } from "./ack.js";
import { inOwnContext } from "./async-context.js";
import { ClosedError, during, NetlinkError, type NetlinkFailure, OutcomeUnknownError } from "./errors.js";
import type { Request } from "./exchange.js";
import { littleEndian } from "./host.js";
import {
  eachMessage,
  type MessageHeader,
  NLM_F_ACK,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  writeMessage,
} from "./nlmsg.js";
import type { OwnRequests } from "./own-requests.js";
import { summaryOf } from "./request-summary.js";
import type { Counters } from "./statistics.js";
import type { Arrival, Datagram, Socket } from "./transport.js";
import { Writer } from "./writer.js";

/** What became of one request of a batch. */
export interface Outcome<Q> {
  /** Its place in the batch, from 0. */
  readonly index: number;
  /** What was to be sent, as the caller gave it. */
  readonly value: Partial<Q>;
  /**
   * `"applied"`; `"rejected"` by the kernel, or since it does not fit its layout; or `"unknown"`, where the answer
   * was lost in a receive overflow: read back to see.
   */
  readonly status: "applied" | "rejected" | "unknown";
  /** Why it was not applied. */
  readonly error?: Error;
}

/** Requests that leave in one datagram: their errors, if all fail, fit into any receive buffer. */
const PACK = 128;
/** Datagrams on their way: while the kernel works on one, the next are made. */
const IN_FLIGHT = 4;
/** Where `nlmsg_flags` is in a message. */
const FLAGS = 6;

/** The requests of one datagram, the last of which asks for an acknowledgement that settles them all. */
interface Pack<Q> {
  readonly first: number;
  readonly requests: Request<Q>[];
  /** Errors by place; the kernel reports them without being asked. */
  readonly errors: Map<number, Error>;
  /** The sequence number whose answer settles the pack. */
  last: number;
  ticket: number;
}

/**
 * Sends many requests with few system calls and one acknowledgement for each {@link PACK}. The kernel handles the
 * requests of a datagram in order, reports each that fails and goes on, so the last answer settles all before it.
 */
class Batch<Q> {
  readonly #requests: Iterator<Request<Q>>;
  readonly #subscriber: Subscriber<Outcome<Q>>;
  readonly #counters: Counters;
  readonly #own: OwnRequests;
  readonly #out = new Writer(16 * 1024, true);
  readonly #packs: Pack<Q>[] = [];
  #socket: Socket | undefined;
  #index = 0;
  #exhausted = false;

  constructor(
    requests: Iterable<Request<Q>>,
    subscriber: Subscriber<Outcome<Q>>,
    counters: Counters,
    own: OwnRequests,
  ) {
    this.#requests = requests[Symbol.iterator]();
    this.#subscriber = subscriber;
    this.#counters = counters;
    this.#own = own;
  }

  run(socket: Socket): void {
    this.#socket = socket;
    socket.keepAlive(true);
    const fail = (error: unknown) => this.#subscriber.error(error);
    const complete = () => this.#subscriber.error(new ClosedError("the socket"));
    this.#subscriber.add(
      socket.arrivals$
        .pipe(inOwnContext())
        .subscribe({ next: (arrival) => this.#receive(arrival), error: fail, complete }),
    );
    this.#fill();
  }

  /** Ends the caller's iteration early, where it has not ended. */
  stop(): void {
    if (!this.#exhausted) this.#requests.return?.();
  }

  /** Keeps the kernel busy; what is not sent yet has not been asked of the caller's iterator either. */
  #fill(): void {
    while (!this.#exhausted && this.#packs.length < IN_FLIGHT && !this.#subscriber.closed) {
      const pack = this.#nextPack();
      if (pack.last >= 0) {
        this.#own.sent(this.#socket!.portId, pack.last);
        pack.ticket = this.#socket!.send(this.#out.take());
        this.#packs.push(pack);
      } else this.#settle(pack, "applied");
    }
    if (this.#exhausted && this.#packs.length === 0) this.#subscriber.complete();
  }

  #nextPack(): Pack<Q> {
    const pack: Pack<Q> = { first: this.#index, requests: [], errors: new Map(), last: -1, ticket: 0 };
    let start = 0;
    while (pack.requests.length < PACK) {
      const { done, value: request } = this.#requests.next();
      if (done) {
        this.#exhausted = true;
        break;
      }
      const at = this.#out.at;
      if (this.#write(pack, request)) {
        pack.last = this.#index;
        start = at;
      }
      this.#index++;
    }
    if (pack.last >= 0) this.#acknowledge(start);
    return pack;
  }

  #write(pack: Pack<Q>, request: Request<Q>): boolean {
    const { type, layout, value, flags = 0 } = request;
    pack.requests.push(request);
    try {
      writeMessage(this.#out, { type, flags: flags | NLM_F_REQUEST, sequence: this.#index, layout, value });
      return true;
    } catch (error) {
      pack.errors.set(
        this.#index,
        during(error, () => summaryOf(request)),
      );
      return false;
    }
  }

  /** Has the message that begins at `start` acknowledged. */
  #acknowledge(start: number): void {
    const { view } = this.#out;
    view.setUint16(start + FLAGS, view.getUint16(start + FLAGS, littleEndian) | NLM_F_ACK, littleEndian);
  }

  #receive(arrival: Arrival): void {
    if (arrival.kind === "drained") return;
    if (arrival.kind === "overrun") this.#overrun();
    else if (arrival.kind === "failed") this.#notSent(arrival.ticket, arrival.error);
    else if (arrival.kind === "truncated" || arrival.portId !== 0) this.#counters.strays++;
    else this.#read(arrival);
    this.#fill();
  }

  #read({ view, start, end }: Datagram): void {
    this.#counters.datagrams++;
    this.#counters.bytes += end - start;
    try {
      eachMessage(view, start, end, (header, _, at, stop) => this.#message(header, view, at, stop));
    } catch {
      // Whose answers the rest held is not known.
      this.#counters.malformed++;
      this.#lose();
    }
  }

  #message(header: MessageHeader, view: DataView, at: number, end: number): void {
    this.#counters.messages++;
    const pack = this.#packs.find(({ first, last }) => header.sequence >= first && header.sequence <= last);
    if (pack === undefined || header.portId !== this.#socket?.portId) this.#counters.strays++;
    else if (header.type === NLMSG_ERROR)
      this.#answered(pack, header.sequence, readError(header, view, at, end));
  }

  #answered(pack: Pack<Q>, sequence: number, acknowledgement: Acknowledgement): void {
    if (acknowledgement.errno !== 0) {
      const request = pack.requests[sequence - pack.first]!;
      const why = refusal(acknowledgement, request);
      pack.errors.set(sequence, new NetlinkError(why, summaryOf(request)));
    }
    if (sequence !== pack.last) return;
    this.#packs.splice(this.#packs.indexOf(pack), 1);
    this.#settle(pack, "applied");
  }

  /** Answers were lost; those that were read before still count. */
  #overrun(): void {
    this.#counters.overruns++;
    this.#lose();
  }

  #lose(): void {
    for (const pack of this.#packs.splice(0)) this.#settle(pack, "unknown");
  }

  #notSent(ticket: number, error: Error): void {
    const at = this.#packs.findIndex((pack) => pack.ticket === ticket);
    const [pack] = at < 0 ? [] : this.#packs.splice(at, 1);
    if (pack === undefined) return;
    for (let index = pack.first; index < pack.first + pack.requests.length; index++)
      pack.errors.set(index, error);
    this.#settle(pack, "rejected");
  }

  /** Tells what became of a pack; those without an error of their own share its status. */
  #settle(pack: Pack<Q>, status: Outcome<Q>["status"]): void {
    pack.requests.forEach((request, place) => {
      const index = pack.first + place;
      const error = pack.errors.get(index) ?? (status === "unknown" ? unknown(request) : undefined);
      const { value } = request;
      this.#subscriber.next(
        error === undefined
          ? { index, value, status }
          : { index, value, status: error instanceof OutcomeUnknownError ? status : "rejected", error },
      );
    });
  }
}

const unknown = <Q>(request: Request<Q>): NetlinkFailure => new OutcomeUnknownError(summaryOf(request));

/** See `Connection.batch$`. */
export function batch$<Q>(
  socket$: Observable<Socket>,
  requests: Iterable<Request<Q>>,
  counters: Counters,
  own: OwnRequests,
): Observable<Outcome<Q>> {
  return new Observable((subscriber) => {
    const batch = new Batch(requests, subscriber, counters, own);
    subscriber.add(() => batch.stop());
    return socket$.subscribe({
      next: (socket) => batch.run(socket),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.error(new ClosedError("the socket")),
    });
  });
}
