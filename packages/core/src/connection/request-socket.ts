import type { Observable, Subscription } from "rxjs";
import {
  ClosedError,
  DumpInterruptedError,
  during,
  KernelError,
  OutcomeUnknownError,
  RequestTimeoutError,
} from "../errors/errors.js";
import { summaryOf } from "../errors/request-summary.js";
import { type Acknowledgement, readDone, readError, toRefusal } from "../message/ack.js";
import {
  type MessageHeader,
  NLM_F_DUMP_INTR,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_MIN_TYPE,
  writeMessage,
} from "../message/nlmsg.js";
import type { Datagram, Socket } from "../transport.js";
import { Writer } from "../wire/writer.js";
import { Deadlines } from "./deadlines.js";
import { type ArrivalHandler, receive } from "./receive.js";
import { PACK_BYTES, type PendingRequest } from "./request.js";
import type { SentSequences } from "./sent-sequences.js";
import type { MutableStatistics } from "./statistics.js";

/** Most requests in flight; the others queue, so that acknowledgements never overflow the buffer. */
const IN_FLIGHT = 64;

interface Pending {
  readonly request: PendingRequest;
  /** The socket's ticket for the datagram it left in; absent before. */
  ticket?: number;
  interrupted: boolean;
  /** Error of the first reply that could not be decoded; later replies still count. */
  error?: Error;
}

const expire = (request: PendingRequest) =>
  request.fail(new RequestTimeoutError(summaryOf(request), request.timeout));

const unreadable = (request: PendingRequest, cause: unknown) =>
  new OutcomeUnknownError(summaryOf(request), { cause });

/**
 * A socket for requests and their replies, matched by sequence number. Requests started in the same turn leave in one
 * datagram.
 */
export class RequestSocket {
  readonly #statistics: MutableStatistics;
  readonly #sent: SentSequences;
  readonly #subscription: Subscription;
  readonly #pending = new Map<number, Pending>();
  readonly #queue = new Map<number, PendingRequest>();
  readonly #outbox = new Writer(undefined, true);
  readonly #deadlines = new Deadlines((sequence) => this.#end(sequence, expire));
  readonly #handler: ArrivalHandler = {
    message: (header, datagram, at, end) => this.#message(header, datagram, at, end),
    // The replies in the unread rest are unknown.
    malformed: (cause) => this.#failSent(undefined, (request) => unreadable(request, cause)),
    overrun: () => this.#overrun(),
    drained: () => this.#drained(),
    callFailed: (ticket, error) => this.#failSent(ticket, () => error),
  };
  #packed: number[] = [];
  #scheduled = false;
  /** Set from an overrun until the queue is empty: the kernel drops replies, so nothing is sent. */
  #congested = false;
  #socket: Socket | undefined;
  #sequence = 0;
  #closed: Error | undefined;

  constructor(socket$: Observable<Socket>, statistics: MutableStatistics, sent: SentSequences) {
    this.#statistics = statistics;
    this.#sent = sent;
    this.#subscription = socket$.subscribe({
      next: (socket) => this.#open(socket),
      error: (error: Error) => this.close(error),
      complete: () => this.close(new ClosedError("the socket")),
    });
  }

  /** True if it accepts no more requests. */
  get closed(): boolean {
    return this.#closed !== undefined;
  }

  /** Sends a request; the returned function abandons it. */
  start(request: PendingRequest): () => void {
    if (this.#closed !== undefined) {
      request.fail(this.#closed);
      return () => {};
    }
    this.#sequence = (this.#sequence % 0xffff_ffff) + 1;
    const sequence = this.#sequence;
    this.#queue.set(sequence, request);
    this.#schedule();
    return () => {
      this.#queue.delete(sequence);
      this.#forget(sequence);
      this.#schedule();
    };
  }

  /** Fails all pending requests and closes the socket. */
  close(cause: Error = new ClosedError("the connection")): void {
    if (this.#closed !== undefined) return;
    this.#closed = cause;
    const open = [...[...this.#pending.values()].map(({ request }) => request), ...this.#queue.values()];
    this.#deadlines.clear();
    this.#pending.clear();
    this.#queue.clear();
    for (const request of open) request.fail(cause);
    this.#subscription?.unsubscribe();
  }

  #open(socket: Socket): void {
    this.#socket = socket;
    socket.arrivals$.subscribe({
      next: (arrival) => receive(arrival, this.#statistics, this.#handler),
      error: (error: Error) => this.close(error),
      complete: () => this.close(new ClosedError("the socket")),
    });
    this.#schedule();
  }

  /** Schedules the queue to be sent at the end of this turn, so that a request cancelled before then never leaves. */
  #schedule(): void {
    if (this.#closed !== undefined || this.#socket === undefined) return;
    this.#socket.keepAlive(this.#pending.size + this.#queue.size > 0);
    if (this.#scheduled || this.#congested || this.#queue.size === 0 || this.#pending.size >= IN_FLIGHT)
      return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#sendQueued();
    });
  }

  /** Sends from the queue up to the limit in flight. */
  #sendQueued(): void {
    for (const [sequence, request] of this.#queue) {
      if (this.#congested || this.#pending.size >= IN_FLIGHT) break;
      this.#queue.delete(sequence);
      this.#pack(sequence, request);
    }
    this.#flush();
    this.#schedule();
  }

  #pack(sequence: number, request: PendingRequest): void {
    const { type, flags, layout, value } = request;
    const start = this.#outbox.at;
    try {
      writeMessage(this.#outbox, { type, flags, sequence, layout, value });
    } catch (error) {
      request.fail(during(error, () => summaryOf(request)));
      return;
    }
    if (this.#outbox.at - start > PACK_BYTES) this.#isolate(start);
    const pending: Pending = { request, interrupted: false };
    this.#pending.set(sequence, pending);
    this.#packed.push(sequence);
    this.#expect(sequence, pending);
    if (this.#outbox.at >= PACK_BYTES) this.#flush();
  }

  /** Sends what precedes a large request, which alone fails if the socket refuses it. */
  #isolate(start: number): void {
    const large = this.#outbox.take(start);
    this.#flush();
    this.#outbox.append(large);
  }

  #flush(): void {
    if (this.#packed.length === 0 || this.#closed !== undefined || this.#socket === undefined) return;
    const sequences = this.#packed;
    this.#packed = [];
    this.#sent.add(this.#socket.portId, sequences.at(-1) ?? 0);
    const ticket = this.#socket.send(this.#outbox.take());
    for (const sequence of sequences) {
      const pending = this.#pending.get(sequence);
      if (pending !== undefined) pending.ticket = ticket;
    }
  }

  /** Starts, or restarts, the time that a reply may take. */
  #expect(sequence: number, { request: { timeout } }: Pending): void {
    if (timeout !== 0) this.#deadlines.set(sequence, timeout);
  }

  #forget(sequence: number): PendingRequest | undefined {
    const pending = this.#pending.get(sequence);
    if (pending === undefined) return undefined;
    this.#deadlines.delete(sequence);
    this.#pending.delete(sequence);
    this.#schedule();
    return pending.request;
  }

  #end(sequence: number, how: (request: PendingRequest) => void): void {
    const request = this.#forget(sequence);
    if (request !== undefined) how(request);
  }

  /** Handles the loss of an unknown set of replies. */
  #overrun(): void {
    this.#congested = true;
    this.#failSent(undefined, (request) => new OutcomeUnknownError(summaryOf(request)));
  }

  #drained(): void {
    this.#congested = false;
    this.#schedule();
  }

  /** Fails the requests that left in one datagram, or all that have left. */
  #failSent(ticket: number | undefined, errorFor: (request: PendingRequest) => Error): void {
    for (const [sequence, pending] of [...this.#pending])
      if (pending.ticket !== undefined && (ticket ?? pending.ticket) === pending.ticket)
        this.#end(sequence, (request) => request.fail(errorFor(request)));
  }

  #message(header: MessageHeader, { view }: Datagram, at: number, end: number): void {
    const pending = this.#pending.get(header.sequence);
    if (pending === undefined || header.portId !== this.#socket?.portId) {
      this.#statistics.strays++;
      return;
    }
    if ((header.flags & NLM_F_DUMP_INTR) !== 0) pending.interrupted = true;
    const read = header.type === NLMSG_ERROR ? readError : header.type === NLMSG_DONE ? readDone : undefined;
    if (header.type >= NLMSG_MIN_TYPE) this.#reply(pending, header, view, at, end);
    if (read === undefined) return;
    try {
      this.#acknowledged(pending, header.sequence, read(header, view, at, end));
    } catch (cause) {
      this.#end(header.sequence, (request) => request.fail(unreadable(request, cause)));
    }
  }

  #reply(pending: Pending, header: MessageHeader, view: DataView, at: number, end: number): void {
    try {
      pending.request.reply(header, view, at, end);
    } catch (error) {
      pending.error ??= during(error, () => summaryOf(pending.request));
    }
    if (pending.request.completesOn === "reply" && (header.flags & NLM_F_MULTI) === 0)
      this.#acknowledged(pending, header.sequence, { errno: 0, extended: {} });
    else if (this.#pending.has(header.sequence)) this.#expect(header.sequence, pending);
  }

  #acknowledged(pending: Pending, sequence: number, acknowledgement: Acknowledgement): void {
    const { errno, extended } = acknowledgement;
    this.#end(sequence, (request) => {
      if (errno !== 0) request.fail(new KernelError(toRefusal(acknowledgement, request), summaryOf(request)));
      else if (pending.error !== undefined) request.fail(pending.error);
      else if (pending.interrupted) request.fail(new DumpInterruptedError(summaryOf(request)));
      else
        request.complete({
          ...(extended.msg !== undefined && { warning: extended.msg }),
          ...(extended.cookie !== undefined && { cookie: extended.cookie }),
        });
    });
  }
}
