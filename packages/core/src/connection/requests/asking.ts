import type { Observable, Observer, Subscriber } from "rxjs";
import type { Ack } from "../../message/ack.js";
import { NLM_F_ACK, NLM_F_REQUEST } from "../../message/nlmsg.js";
import type { Publisher } from "../../probe/publisher.js";
import { tracedRequest } from "../../probe/traced-request.js";
import type { Type } from "../../schema/type.js";
import { currentContext } from "../../values/async-context.js";
import { checkRequest } from "../checks.js";
import type { PendingRequest, Request } from "../request.js";
import type { RequestSocket } from "./request-socket.js";

/** The sockets that requests leave by, and how long their replies may take. */
export interface Asker {
  /** Returns the socket for the next request. */
  readonly socket: () => Pick<RequestSocket, "start">;
  /** Timeout of requests that set none themselves, in milliseconds. */
  readonly timeout: number;
  /** Publishes the course of requests. */
  readonly publisher: Publisher;
}

/**
 * Returns a request whose replies go to an observer, in the async context of the caller.
 *
 * @param needed - Flags required by the operator, added to those of the request.
 * @param complete - Called once the kernel has applied the request, after the last reply.
 */
export function pendingRequest<Q, R>(
  request: Request<Q, R>,
  needed: number,
  defaultTimeout: number,
  observer: Pick<Observer<R>, "next" | "error">,
  complete: (ack: Ack) => void,
): PendingRequest {
  checkRequest(request);
  const { type, layout, value, label, returnsNumber, alone, flags = 0, timeout = defaultTimeout } = request;
  const reply = request.reply ?? (layout as unknown as Type<R>);
  const context = currentContext();
  return {
    type,
    flags: flags | needed | NLM_F_REQUEST,
    layout,
    value,
    label,
    completesOn: needed === 0 && (flags & NLM_F_ACK) === 0 ? "reply" : "acknowledgement",
    returnsNumber,
    alone,
    timeout,
    reply: (_, view, at, end) => context.runInAsyncScope(observer.next, observer, reply.read(view, at, end)),
    complete: (ack) => context.runInAsyncScope(complete, undefined, ack),
    fail: (error) => context.runInAsyncScope(observer.error, observer, error),
  };
}

/** Sends a request and emits its replies; see `Connection.request$`. */
export function replies$<Q, R>(asker: Asker, request: Request<Q, R>): Observable<R> {
  const { socket, timeout, publisher } = asker;
  const start = (subscriber: Subscriber<R>) =>
    socket().start(pendingRequest(request, 0, timeout, subscriber, () => subscriber.complete()));
  return publisher.request$(start, () => tracedRequest("request", request));
}

/** Sends a request and emits its acknowledgement; see `Connection.execute$`. */
export function ack$<Q>({ socket, timeout, publisher }: Asker, request: Request<Q>): Observable<Ack> {
  const start = (subscriber: Subscriber<Ack>) => {
    const ignored = { next: () => {}, error: (error: unknown) => subscriber.error(error) };
    const complete = (ack: Ack) => {
      subscriber.next(ack);
      subscriber.complete();
    };
    return socket().start(pendingRequest(request, NLM_F_ACK, timeout, ignored, complete));
  };
  return publisher.request$(start, () => tracedRequest("request", request));
}
