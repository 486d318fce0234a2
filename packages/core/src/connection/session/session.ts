import { Observable, Subject } from "rxjs";
import { ClosedError } from "../../errors/errors.js";
import type { Ack } from "../../message/ack.js";
import type { Publisher } from "../../probe/publisher.js";
import type { Socket } from "../../transport.js";
import { checkRequest } from "../checks.js";
import type { FlowControl } from "../flow-control.js";
import type { MessageSet, NetlinkNotification } from "../notification.js";
import { candidatesByType, NotificationReader } from "../notification-reader.js";
import type { Request } from "../request.js";
import { type Asker, ack$, replies$ } from "../requests/asking.js";
import { RequestSocket } from "../requests/request-socket.js";
import type { SocketContext } from "../socket-context.js";
import type { SessionSender } from "./session-handler.js";

/**
 * Its own socket, for what the kernel sends only to the socket that asked for it, such as the packets of a queue, and which
 * ends with that socket. Requests leave and are answered by the same socket.
 */
export class Session<T> {
  readonly #asker: Asker;
  readonly #sender: SessionSender;
  /** Port id of the socket, which the kernel knows the session by. */
  readonly portId: number;
  /**
   * What the kernel sent unasked. Hot: subscribe in the turn in which the session is emitted. Completes just before the socket
   * is closed, also by unsubscribing from the session: what is then sent with {@link send} still leaves.
   */
  readonly notifications$: Observable<NetlinkNotification<T>>;

  /** @internal */
  constructor(
    portId: number,
    sender: SessionSender,
    publisher: Publisher,
    timeout: number,
    notifications$: Observable<NetlinkNotification<T>>,
  ) {
    this.#asker = { socket: () => sender, timeout, publisher };
    this.#sender = sender;
    this.portId = portId;
    this.notifications$ = notifications$;
  }

  /** Sends a request and emits its decoded replies, as {@link Connection.request$} does. */
  request$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    return replies$(this.#asker, request);
  }

  /** Sends a request and emits one {@link Ack} when the kernel has applied it, as {@link Connection.execute$} does. */
  execute$<Q>(request: Request<Q>): Observable<Ack> {
    return ack$(this.#asker, request);
  }

  /**
   * Sends a request at the end of this turn without asking for an acknowledgement, which would cost a message. Requests of one
   * turn share system calls.
   *
   * @param refused - Called with a {@link KernelError} if the kernel refuses it, or with the error that kept it from being sent;
   * not after the session has ended.
   * @param acknowledged - Called when the kernel acknowledges it, if its flags ask for that (`NLM_F_ACK`): those before it have
   * then been executed too.
   * @throws ArgumentError, EncodeError
   */
  send<Q>(request: Request<Q>, refused: (error: Error) => void = () => {}, acknowledged?: () => void): void {
    checkRequest(request);
    this.#sender.send(request, refused, acknowledged);
  }
}

/** Parts of the connection, and the options of the session. */
interface SessionContext extends SocketContext {
  readonly flowControl: FlowControl | undefined;
  readonly timeout: number;
}

/** Opens a socket and emits a session on it; see `Connection.session$`. */
export function session$<T>(
  socket$: Observable<Socket>,
  objects: readonly MessageSet<T>[],
  { flowControl, timeout, ...context }: SessionContext,
): Observable<Session<T>> {
  return new Observable((subscriber) => {
    const notifications$ = new Subject<NetlinkNotification<T>>();
    const { handler } = new NotificationReader(candidatesByType(objects), context, notifications$);
    let open = false;
    const opened = (socket: Socket, sender: SessionSender) => {
      open = true;
      socket.keepAlive(true);
      if (flowControl !== undefined)
        subscriber.add(flowControl.paused$.subscribe((paused) => socket.pause(paused)));
      subscriber.next(new Session(socket.portId, sender, context.publisher, timeout, notifications$));
    };
    const closing = () => notifications$.complete();
    const closed = (error: Error) => {
      if (open && error instanceof ClosedError) subscriber.complete();
      else subscriber.error(error);
    };
    const requests = new RequestSocket(socket$, context, { ...handler, opened, closing, closed });
    return () => requests.close();
  });
}
