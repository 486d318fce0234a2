import { asapScheduler, Observable, observeOn, type Subscriber } from "rxjs";
import {
  ClosedError,
  during,
  encodeError,
  KernelError,
  type NetlinkError,
  OutcomeUnknownError,
} from "../../errors/errors.js";
import type { KernelRefusal } from "../../errors/kernel-refusal.js";
import { summaryOf } from "../../errors/request-summary.js";
import { type Acknowledgement, readError, toRefusal } from "../../message/ack.js";
import {
  type MessageHeader,
  NLM_F_ACK,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  writeMessage,
} from "../../message/nlmsg.js";
import type { Arrival, Datagram, Socket } from "../../transport.js";
import { inSubscriberContext } from "../../values/async-context.js";
import { littleEndian } from "../../wire/host.js";
import { Writer } from "../../wire/writer.js";
import { type ArrivalHandler, receive } from "../receive.js";
import { PACK_BYTES, type Request } from "../request.js";
import type { SocketContext } from "../socket-context.js";
import { type Entry, entriesOf } from "./batch-entries.js";
import type { Outcome } from "./outcome.js";

/** Requests per datagram: if all fail, their errors fit into any receive buffer. */
const PACK = 128;
/** Datagrams in flight: while the kernel works on one, the next are packed. */
const IN_FLIGHT = 4;
const EPERM = 1;
/** Offset of `nlmsg_flags` in a message. */
const FLAGS = 6;

/** The requests of one datagram; the last asks for an acknowledgement, which completes them all. */
interface Pack<Q> {
  readonly first: number;
  readonly entries: Entry<Q>[];
  /** Errors by index; the kernel reports them unasked. */
  readonly errors: Map<number, Error>;
  /** Sequence number whose acknowledgement completes the pack. */
  last: number;
  ticket: number;
}

/**
 * Sends many requests with few system calls and one acknowledgement per {@link PACK}. The kernel handles the requests
 * of a datagram in order and continues after one that fails, so the last acknowledgement covers all before it.
 */
class Batch<Q> {
  readonly #entries: Iterator<Entry<Q>>;
  readonly #subscriber: Subscriber<Outcome<Q>>;
  readonly #context: SocketContext;
  readonly #out = new Writer(16 * 1024, true);
  readonly #packs: Pack<Q>[] = [];
  #socket: Socket | undefined;
  #index = 0;
  #exhausted = false;
  readonly #handler: ArrivalHandler = {
    message: (header, datagram, at, end) => this.#message(header, datagram, at, end),
    // The replies in the unread rest are unknown.
    malformed: () => this.#lose(),
    overrun: () => this.#overrun(),
    drained: () => {
      this.#congested = false;
    },
    callFailed: (ticket, error) => this.#notSent(ticket, error),
  };
  /** Set from an overrun until the queue is empty: the kernel drops replies, so nothing is sent. */
  #congested = false;
  /** Set while the next request depends on something that is still being looked up. */
  #waiting = false;
  /** A large request that leaves in its own datagram. */
  #large: Entry<Q> | undefined;
  /** Error thrown by the caller's iterable; emitted last. */
  #failure: { readonly error: unknown } | undefined;

  constructor(entries: Iterator<Entry<Q>>, subscriber: Subscriber<Outcome<Q>>, context: SocketContext) {
    this.#entries = entries;
    this.#subscriber = subscriber;
    this.#context = context;
  }

  run(socket: Socket): void {
    this.#socket = socket;
    socket.keepAlive(true);
    const fail = (error: unknown) => this.#subscriber.error(error);
    const complete = () => this.#subscriber.error(new ClosedError("the socket"));
    this.#subscriber.add(
      socket.arrivals$
        .pipe(inSubscriberContext())
        .subscribe({ next: (arrival) => this.#receive(arrival), error: fail, complete }),
    );
    this.#fill();
  }

  /** Ends the caller's iteration early if it has not ended. */
  stop(): void {
    if (this.#exhausted) return;
    try {
      this.#entries.return?.();
    } catch {
      // There is no subscriber left to report it to.
    }
  }

  /** Keeps the kernel busy; takes from the caller's iterator only what can be sent now. */
  #fill(): void {
    while (this.#hasRoom()) {
      const pack = this.#nextPack();
      if (pack.last >= 0) {
        this.#context.sent.add(this.#socket!.portId, pack.last);
        pack.ticket = this.#socket!.send(this.#out.take());
        this.#packs.push(pack);
      } else this.#report(pack, "applied");
    }
    if (!this.#exhausted || this.#packs.length > 0) return;
    if (this.#failure === undefined) this.#subscriber.complete();
    else this.#subscriber.error(this.#failure.error);
  }

  #hasRoom(): boolean {
    const open = !this.#exhausted && !this.#congested && !this.#waiting && !this.#subscriber.closed;
    return open && this.#packs.length < IN_FLIGHT;
  }

  /** Returns the next value of the caller's iterable, if there is one. */
  #next(): Entry<Q> | undefined {
    try {
      const { done, value } = this.#entries.next();
      if (!done) return value;
    } catch (error) {
      this.#failure = { error };
    }
    this.#exhausted = true;
    return undefined;
  }

  #nextPack(): Pack<Q> {
    const pack: Pack<Q> = { first: this.#index, entries: [], errors: new Map(), last: -1, ticket: 0 };
    let start = 0;
    while (pack.entries.length < PACK && this.#out.at < PACK_BYTES) {
      const entry = this.#large ?? this.#next();
      this.#large = undefined;
      if (entry === undefined) break;
      if (entry.until$ !== undefined) {
        this.#wait(entry.until$);
        break;
      }
      const at = this.#out.at;
      const written = this.#write(pack, entry);
      if (at > 0 && this.#out.at - at > PACK_BYTES) {
        this.#postpone(pack, at);
        break;
      }
      if (written) {
        pack.last = this.#index;
        start = at;
      }
      this.#index++;
    }
    if (pack.last >= 0) this.#acknowledge(start);
    return pack;
  }

  /** Resumes when the next request can be made; never synchronously, since a datagram is being filled. */
  #wait(until$: Observable<never>): void {
    this.#waiting = true;
    const complete = () => {
      this.#waiting = false;
      this.#fill();
    };
    this.#subscriber.add(
      until$.pipe(observeOn(asapScheduler), inSubscriberContext()).subscribe({ complete }),
    );
  }

  /** Removes the large message written last, which leaves in the next datagram. */
  #postpone(pack: Pack<Q>, at: number): void {
    this.#large = pack.entries.pop();
    this.#out.at = at;
  }

  #write(pack: Pack<Q>, entry: Entry<Q>): boolean {
    pack.entries.push(entry);
    try {
      if (entry.request === undefined) throw entry.error;
      const { type, layout, value, flags = 0 } = entry.request;
      writeMessage(this.#out, { type, flags: flags | NLM_F_REQUEST, sequence: this.#index, layout, value });
      return true;
    } catch (thrown) {
      const error = encodeError(thrown);
      const { request } = entry;
      pack.errors.set(this.#index, request === undefined ? error : during(error, () => summaryOf(request)));
      return false;
    }
  }

  /** Requests an acknowledgement of the message that begins at `start`. */
  #acknowledge(start: number): void {
    const { view } = this.#out;
    view.setUint16(start + FLAGS, view.getUint16(start + FLAGS, littleEndian) | NLM_F_ACK, littleEndian);
  }

  #receive(arrival: Arrival): void {
    receive(arrival, this.#context, this.#handler);
    this.#fill();
  }

  #message(header: MessageHeader, { view }: Datagram, at: number, end: number): void {
    const pack = this.#packs.find(({ first, last }) => header.sequence >= first && header.sequence <= last);
    if (pack === undefined || header.portId !== this.#socket?.portId) this.#context.statistics.strays++;
    else if (header.type === NLMSG_ERROR)
      this.#answered(pack, header.sequence, readError(header, view, at, end));
  }

  #answered(pack: Pack<Q>, sequence: number, acknowledgement: Acknowledgement): void {
    if (acknowledgement.errno !== 0) {
      const request = pack.entries[sequence - pack.first]!.request!;
      const why = toRefusal(acknowledgement, request);
      pack.errors.set(sequence, new KernelError(why, summaryOf(request)));
      if (acknowledgement.errno === EPERM && this.#context.permission === "datagram") forbid(pack, why);
    }
    if (sequence !== pack.last && pack.errors.size < pack.entries.length) return;
    this.#packs.splice(this.#packs.indexOf(pack), 1);
    this.#report(pack, "applied");
  }

  /** Handles the loss of replies; those read before still count. */
  #overrun(): void {
    this.#congested = true;
    this.#lose();
  }

  #lose(): void {
    for (const pack of this.#packs.splice(0)) this.#report(pack, "unknown");
  }

  #notSent(ticket: number, error: Error): void {
    const at = this.#packs.findIndex((pack) => pack.ticket === ticket);
    const [pack] = at < 0 ? [] : this.#packs.splice(at, 1);
    if (pack === undefined) return;
    for (let index = pack.first; index < pack.first + pack.entries.length; index++)
      pack.errors.set(index, error);
    this.#report(pack, "rejected");
  }

  /** Emits the outcomes of a pack; requests without an error of their own share its status. */
  #report(pack: Pack<Q>, status: Outcome<Q>["type"]): void {
    pack.entries.forEach(({ value, request }, place) => {
      const index = pack.first + place;
      const error = pack.errors.get(index) ?? (status === "unknown" ? unknown(request!) : undefined);
      this.#subscriber.next(
        error === undefined
          ? { index, value, type: status }
          : { index, value, type: error instanceof OutcomeUnknownError ? status : "rejected", error },
      );
    });
  }
}

/** Refuses the requests of a pack that the kernel has not looked at. */
function forbid<Q>({ first, entries, errors }: Pack<Q>, why: KernelRefusal): void {
  for (const [i, { request }] of entries.entries())
    if (!errors.has(first + i)) errors.set(first + i, new KernelError(why, summaryOf(request!)));
}

const unknown = <Q>(request: Request<Q>): NetlinkError => new OutcomeUnknownError(summaryOf(request));

/** Sends a batch; see `Connection.batch$`. */
export function batch$<Q>(
  socket$: Observable<Socket>,
  values: Iterable<unknown>,
  requestOf: ((value: never) => Request<Q>) | undefined,
  connection: SocketContext,
): Observable<Outcome<Q>> {
  return new Observable((subscriber) => {
    const batch = new Batch(entriesOf(values, requestOf), subscriber, connection);
    subscriber.add(() => batch.stop());
    return socket$.subscribe({
      next: (socket) => batch.run(socket),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.error(new ClosedError("the socket")),
    });
  });
}
