import type { Observable, Subscription } from "rxjs";
import { ClosedError, DumpInterruptedError, during } from "../../errors/errors.js";
import { summaryOf } from "../../errors/request-summary.js";
import { type Acknowledgement, readDone, readError, toAck } from "../../message/ack.js";
import {
  type MessageHeader,
  NLM_F_DUMP_INTR,
  NLM_F_MULTI,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_MIN_TYPE,
} from "../../message/nlmsg.js";
import type { Datagram, Socket } from "../../transport.js";
import { type ArrivalHandler, receive } from "../receive.js";
import type { PendingRequest, Request } from "../request.js";
import type { SessionHandler } from "../session/session-handler.js";
import type { SocketContext } from "../socket-context.js";
import { Deadlines } from "./deadlines.js";
import { Packing } from "./packing.js";
import { refusal, timedOut, unknownOutcome } from "./request-errors.js";
import { Unacknowledged } from "./unacknowledged.js";

/** Most requests in flight; the others queue, so that acknowledgements never overflow the buffer. */
const IN_FLIGHT = 64;
const EPERM = 1;

interface Pending {
  readonly request: PendingRequest;
  /** The socket's ticket for the datagram it left in; absent before. */
  ticket?: number;
  interrupted: boolean;
  /** Error of the first reply that could not be decoded; later replies still count. */
  error?: Error;
}

/**
 * A socket for requests and their replies, matched by sequence number. Requests started in the same turn leave in one
 * datagram.
 */
export class RequestSocket {
  readonly #context: SocketContext;
  readonly #subscription: Subscription;
  readonly #pending = new Map<number, Pending>();
  readonly #queue = new Map<number, PendingRequest>();
  readonly #packing = new Packing((bytes, sequences) => this.#sendPacked(bytes, sequences));
  readonly #session: SessionHandler | undefined;
  readonly #unacknowledged = new Unacknowledged();
  readonly #deadlines = new Deadlines((sequence) =>
    this.#end(sequence, (request) => request.fail(timedOut(request))),
  );
  readonly #handler: ArrivalHandler = {
    message: (header, datagram, at, end) => this.#message(header, datagram, at, end),
    malformed: (cause, datagram) => this.#malformed(cause, datagram),
    overrun: (drops) => this.#overrun(drops),
    drained: () => this.#drained(),
    callFailed: (ticket, error) => this.#callFailed(ticket, error),
  };
  #scheduled = false;
  /** Set from an overrun until the queue is empty: the kernel drops replies, so nothing is sent. */
  #congested = false;
  #socket: Socket | undefined;
  #sequence = 0;
  #closing = false;
  #closed: Error | undefined;

  /** @param session - The session whose socket it is, if it is one. */
  constructor(socket$: Observable<Socket>, context: SocketContext, session?: SessionHandler) {
    this.#context = context;
    this.#session = session;
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
    const sequence = this.#nextSequence();
    this.#queue.set(sequence, request);
    this.#schedule();
    return () => {
      this.#queue.delete(sequence);
      this.#forget(sequence);
      this.#schedule();
    };
  }

  /** Sends a request at the end of this turn that the kernel answers only if it refuses it. */
  send<Q>(request: Request<Q>, refused: (error: Error) => void, acknowledged?: () => void): void {
    if (this.#closed !== undefined) return refused(this.#closed);
    const sequence = this.#nextSequence();
    this.#packing.add(this.#unacknowledged.add(sequence, request, refused, acknowledged));
    this.#sendSoon();
  }

  /** Fails all pending requests and closes the socket, by which a session may send its last requests before. */
  close(cause: Error = new ClosedError("the connection")): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#session?.closing();
    this.#packing.flush();
    this.#closed = cause;
    const open = [...[...this.#pending.values()].map(({ request }) => request), ...this.#queue.values()];
    this.#deadlines.clear();
    this.#pending.clear();
    this.#queue.clear();
    for (const request of open) request.fail(cause);
    this.#session?.closed(cause);
    this.#subscription?.unsubscribe();
  }

  #nextSequence(): number {
    this.#sequence = (this.#sequence % 0xffff_ffff) + 1;
    return this.#sequence;
  }

  #open(socket: Socket): void {
    this.#socket = socket;
    socket.arrivals$.subscribe({
      next: (arrival) => receive(arrival, this.#context, this.#handler),
      error: (error: Error) => this.close(error),
      complete: () => this.close(new ClosedError("the socket")),
    });
    this.#session?.opened(socket, this);
    this.#schedule();
  }

  /** Schedules the queue to be sent at the end of this turn, so that a request cancelled before then never leaves. */
  #schedule(): void {
    if (this.#closed !== undefined || this.#socket === undefined) return;
    if (this.#session === undefined) this.#socket.keepAlive(this.#pending.size + this.#queue.size > 0);
    if (this.#congested || this.#queue.size === 0 || this.#pending.size >= IN_FLIGHT) return;
    this.#sendSoon();
  }

  #sendSoon(): void {
    if (this.#scheduled) return;
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
    this.#packing.flush();
    this.#schedule();
  }

  #pack(sequence: number, request: PendingRequest): void {
    const { type, flags, layout, value, alone } = request;
    const pending: Pending = { request, interrupted: false };
    this.#pending.set(sequence, pending);
    this.#expect(sequence, pending);
    try {
      this.#packing.add({ type, flags, sequence, layout, value, alone });
    } catch (error) {
      this.#end(sequence, () => request.fail(during(error, () => summaryOf(request))));
    }
  }

  #sendPacked(bytes: Uint8Array, sequences: readonly number[]): void {
    if (this.#closed !== undefined || this.#socket === undefined) return;
    this.#context.sent.add(this.#socket.portId, sequences.at(-1) ?? 0);
    const ticket = this.#socket.send(bytes);
    for (const sequence of sequences) {
      const sent = this.#pending.get(sequence) ?? this.#unacknowledged.get(sequence);
      if (sent !== undefined) sent.ticket = ticket;
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
  #overrun(drops: number | undefined): void {
    this.#congested = true;
    this.#failSent(undefined, (request) => unknownOutcome(request));
    this.#session?.overrun(drops);
  }

  #drained(): void {
    this.#congested = false;
    this.#schedule();
    this.#session?.drained();
  }

  /** Handles the unread rest of a datagram, in which replies may have been. */
  #malformed(cause: unknown, datagram: Datagram): void {
    this.#failSent(undefined, (request) => unknownOutcome(request, cause));
    this.#session?.malformed(cause, datagram);
  }

  #callFailed(ticket: number, error: Error): void {
    this.#unacknowledged.callFailed(ticket, error);
    this.#failSent(ticket, () => error);
  }

  /** Fails the requests that left in one datagram, or all that have left. */
  #failSent(ticket: number | undefined, errorFor: (request: PendingRequest) => Error): void {
    for (const [sequence, pending] of [...this.#pending])
      if (pending.ticket !== undefined && (ticket ?? pending.ticket) === pending.ticket)
        this.#end(sequence, (request) => request.fail(errorFor(request)));
  }

  /** Returns true for what the kernel sent to this socket alone; some families leave the port id 0 in replies. */
  #isReply({ portId }: MessageHeader, { group }: Datagram): boolean {
    return portId === this.#socket?.portId || (portId === 0 && group === 0);
  }

  #unasked(header: MessageHeader, datagram: Datagram, at: number, end: number): void {
    const sent = header.type === NLMSG_ERROR ? this.#unacknowledged.get(header.sequence) : undefined;
    if (sent !== undefined) {
      const acknowledgement = readError(header, datagram.view, at, end);
      this.#unacknowledged.answered(header.sequence, acknowledgement);
      this.#refuseDatagram(sent.ticket, acknowledgement);
      this.#unacknowledged.executedBefore(header.sequence);
    } else if (this.#session === undefined) this.#context.statistics.strays++;
    else this.#session.message(header, datagram, at, end);
  }

  #message(header: MessageHeader, datagram: Datagram, at: number, end: number): void {
    const pending = this.#isReply(header, datagram) ? this.#pending.get(header.sequence) : undefined;
    if (pending === undefined) return this.#unasked(header, datagram, at, end);
    const { view } = datagram;
    if ((header.flags & NLM_F_DUMP_INTR) !== 0) pending.interrupted = true;
    const read = header.type === NLMSG_ERROR ? readError : header.type === NLMSG_DONE ? readDone : undefined;
    if (header.type >= NLMSG_MIN_TYPE) this.#reply(pending, header, view, at, end);
    if (read === undefined) return;
    try {
      this.#acknowledged(pending, header.sequence, read(header, view, at, end));
    } catch (cause) {
      this.#end(header.sequence, (request) => request.fail(unknownOutcome(request, cause)));
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

  /** Settles the other requests of a datagram if the kernel has not looked at them. */
  #refuseDatagram(ticket: number | undefined, reply: Acknowledgement): void {
    if (ticket === undefined || reply.errno !== EPERM || this.#context.permission !== "datagram") return;
    this.#unacknowledged.datagramRefused(ticket, reply);
    this.#failSent(ticket, (request) => refusal(reply, request));
  }

  #acknowledged(pending: Pending, sequence: number, acknowledgement: Acknowledgement): void {
    const { errno, extended, returned } = acknowledgement;
    this.#refuseDatagram(pending.ticket, acknowledgement);
    this.#end(sequence, (request) => {
      if (returned !== undefined && request.returnsNumber) request.complete({ ...toAck(extended), returned });
      else if (errno !== 0) request.fail(refusal(acknowledgement, request));
      else if (pending.error !== undefined) request.fail(pending.error);
      else if (pending.interrupted) request.fail(new DumpInterruptedError(summaryOf(request)));
      else request.complete(toAck(extended));
    });
  }
}
