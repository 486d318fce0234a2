import { Observable, type Subscriber, type Subscription } from "rxjs";
import { ClosedError, during, encodeError, KernelError, SystemError } from "../../errors/errors.js";
import { summaryOf } from "../../errors/request-summary.js";
import { readError, toRefusal } from "../../message/ack.js";
import { type MessageHeader, NLM_F_REQUEST, NLMSG_ERROR, writeMessage } from "../../message/nlmsg.js";
import type { Datagram, Socket } from "../../transport.js";
import { inSubscriberContext } from "../../values/async-context.js";
import { Writer } from "../../wire/writer.js";
import { checkRequest } from "../checks.js";
import { receive } from "../receive.js";
import type { SocketContext } from "../socket-context.js";
import type { Commit, CommitOutcome, CommitRefusal, CommitReply, CommitRequest } from "./commit.js";

/** A commit in flight. */
interface Running {
  readonly requests: Commit["requests"];
  readonly fence: Commit["fence"];
  /** Layouts of replies by message type. */
  readonly layouts: NonNullable<Commit["replies"]>;
  /** Sequence number of the first request; the fence has the one after the last. */
  readonly first: number;
  readonly subscriber: Subscriber<CommitOutcome>;
  readonly refusals: CommitRefusal[];
  readonly replies: CommitReply[];
  bytes: number;
  ticket: number;
  lost: boolean;
}

/** Writes a request; returns the error if it cannot be written. */
function written(out: Writer, request: CommitRequest, sequence: number): Error | undefined {
  try {
    checkRequest(request);
    const { type, layout, value, flags = 0 } = request;
    writeMessage(out, { type, flags: flags | NLM_F_REQUEST, sequence, layout, value });
    return undefined;
  } catch (error) {
    return during(encodeError(error), () => summaryOf(request));
  }
}

/** Explains the refusal of a datagram that is larger than the send buffer, which only privileged processes can raise. */
function explained(error: Error): Error {
  if (!(error instanceof SystemError) || error.code !== "EMSGSIZE") return error;
  const hint = "it is larger than the send buffer: raise net.core.wmem_max, or run it as root";
  return new SystemError(error.syscall, error.errno, hint, { cause: error });
}

/**
 * A socket of its own for commits: the kernel ties to it what belongs to its sender, such as tables that end with the socket.
 */
export class Committer {
  readonly #socket: Socket;
  readonly #context: SocketContext;
  readonly #running = new Set<Running>();
  #sequence = 1;
  #closed: Error | undefined;
  /** Port id of the socket. */
  readonly portId: number;

  /** @internal */
  constructor(socket: Socket, context: SocketContext) {
    this.#socket = socket;
    this.#context = context;
    this.portId = socket.portId;
  }

  /**
   * Sends a commit and emits its outcome. What was sent is not undone by unsubscribing.
   *
   * Errors with a {@link SystemError} if it could not be sent, such as `EMSGSIZE` if the send buffer is too small; a {@link
   * ClosedError}, after which the outcome is unknown; a {@link DecodeError}.
   */
  commit$(commit: Commit): Observable<CommitOutcome> {
    const start = (subscriber: Subscriber<CommitOutcome>) => {
      if (this.#closed !== undefined) return subscriber.error(this.#closed);
      const first = this.#sequence;
      const { requests, fence, replies: layouts = new Map() } = commit;
      const state = { refusals: [], replies: [], bytes: 0, ticket: 0, lost: false };
      this.#sequence = first + requests.length + 1;
      this.#send({ requests, fence, layouts, first, subscriber, ...state });
    };
    const rejects = ({ refusals }: CommitOutcome) => refusals.length;
    return this.#context.publisher.request$(start, () => ({ kind: "commit" }), rejects);
  }

  /** Listens to the socket; commits fail with the error by which it ends. */
  listen(ended: (error: Error) => void): Subscription {
    const end = (error: Error) => {
      this.#closed = error;
      for (const { subscriber } of this.#running) subscriber.error(error);
      this.#running.clear();
      ended(error);
    };
    const handler = {
      message: (header: MessageHeader, datagram: Datagram, at: number, stop: number) =>
        this.#message(header, datagram, at, stop),
      malformed: (error: unknown) => this.#fail(error),
      overrun: () => {
        for (const running of this.#running) running.lost = true;
      },
      drained: () => this.#drained(),
      callFailed: (ticket: number, error: Error) => this.#fail(explained(error), ticket),
    };
    return this.#socket.arrivals$.pipe(inSubscriberContext()).subscribe({
      next: (arrival) => receive(arrival, this.#context, handler),
      error: end,
      complete: () => end(new ClosedError("the socket")),
    });
  }

  /** Ends the commits in flight: the socket was closed by its user. */
  close(): void {
    this.#closed = new ClosedError("the socket");
    for (const { subscriber } of this.#running) subscriber.error(this.#closed);
    this.#running.clear();
  }

  #send(running: Running): void {
    const { requests, first, refusals, subscriber } = running;
    const out = new Writer(64 * 1024, true);
    for (const [index, request] of requests.entries()) {
      const error = written(out, request, first + index);
      if (error !== undefined) refusals.push({ index, error });
    }
    if (refusals.length > 0) return this.#report(running, undefined);
    const fence = this.#fence(running);
    if (fence instanceof Error) return subscriber.error(fence);
    running.bytes = out.at;
    this.#context.sent.add(this.portId, first + requests.length);
    this.#running.add(running);
    running.ticket = this.#socket.send(out.take());
    this.#socket.send(fence);
  }

  /** Returns the datagram that holds the fence. */
  #fence({ fence, first, requests }: Running): Uint8Array | Error {
    const out = new Writer(256, true);
    return written(out, fence, first + requests.length) ?? out.take();
  }

  #message(header: MessageHeader, { view, group }: Datagram, at: number, end: number): void {
    const { sequence, portId, type } = header;
    const running = [...this.#running].find(
      ({ first, requests }) => sequence >= first && sequence <= first + requests.length,
    );
    const isReply = portId === this.portId || (portId === 0 && group === 0);
    if (running === undefined || !isReply) {
      this.#context.statistics.strays++;
      return;
    }
    try {
      const index = sequence - running.first;
      if (type === NLMSG_ERROR) this.#answered(running, index, readError(header, view, at, end));
      else if (index < running.requests.length) {
        const value = running.layouts.get(type)?.read(view, at, end);
        if (value !== undefined) running.replies.push({ index, type, value });
      } else this.#report(running, (running.fence.reply ?? running.fence.layout).read(view, at, end));
    } catch (error) {
      this.#running.delete(running);
      running.subscriber.error(error);
    }
  }

  #answered(running: Running, index: number, acknowledgement: ReturnType<typeof readError>): void {
    if (acknowledgement.errno === 0) return;
    const request = running.requests[index] ?? running.fence;
    const error = new KernelError(toRefusal(acknowledgement, request), summaryOf(request));
    if (index < running.requests.length) running.refusals.push({ index, error });
    // Who may not send the commit may not send the fence either: its refusal ends the wait just as well.
    else if (running.refusals.length > 0) this.#report(running, undefined);
    else {
      this.#running.delete(running);
      running.subscriber.error(error);
    }
  }

  #report(running: Running, fence: unknown): void {
    const { refusals, replies, lost, bytes, subscriber } = running;
    this.#running.delete(running);
    subscriber.next({ refusals, replies, lost, fence, bytes });
    subscriber.complete();
  }

  /** Asks again for the fence, whose reply was lost if it has not come by now. */
  #drained(): void {
    for (const running of this.#running) {
      const fence = this.#fence(running);
      if (!(fence instanceof Error)) this.#socket.send(fence);
    }
  }

  #fail(error: unknown, ticket?: number): void {
    for (const running of this.#running)
      if (ticket === undefined || running.ticket === ticket) {
        this.#running.delete(running);
        running.subscriber.error(error);
      }
  }
}

/** Opens a socket and emits a {@link Committer} on it; see `Connection.committer$`. */
export function committer$(socket$: Observable<Socket>, context: SocketContext): Observable<Committer> {
  return new Observable((subscriber) => {
    const ended = (error: Error) => subscriber.error(error);
    return socket$.subscribe({
      next(socket) {
        socket.keepAlive(true);
        const committer = new Committer(socket, context);
        subscriber.add(committer.listen(ended));
        subscriber.add(() => committer.close());
        subscriber.next(committer);
      },
      error: ended,
      complete: () => ended(new ClosedError("the socket")),
    });
  });
}
