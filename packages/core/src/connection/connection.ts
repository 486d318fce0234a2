import { concat, defer, NEVER, Observable, type Observer, throwError } from "rxjs";
import { withCallSite } from "../errors/call-site.js";
import { ClosedError } from "../errors/errors.js";
import type { Ack } from "../message/ack.js";
import { NLM_F_ACK, NLM_F_DUMP, NLM_F_REQUEST } from "../message/nlmsg.js";
import type { Type } from "../schema/type.js";
import type { Socket, SocketOptions, Transport } from "../transport.js";
import { currentContext } from "../values/async-context.js";
import { checkArgument, checkOptions } from "../values/check-options.js";
import { batch$, type Outcome } from "./batch.js";
import { checkObjects, checkRequest, connectionChecks, notificationChecks } from "./checks.js";
import type { ConnectionOptions } from "./connection-options.js";
import { Lifetime } from "./lifetime.js";
import type {
  ChangeNotification,
  MessageSet,
  NetlinkNotification,
  NotificationOptions,
} from "./notification.js";
import { readNotifications } from "./notifications.js";
import type { PendingRequest, Request } from "./request.js";
import { RequestSocket } from "./request-socket.js";
import { SentSequences } from "./sent-sequences.js";
import { aTransport } from "./socket-checks.js";
import { SocketSupply } from "./socket-supply.js";
import { newStatistics, type Statistics } from "./statistics.js";

const TIMEOUT = 30_000;

/** Sockets that are kept for the next dumps. */
const IDLE = 4;

/**
 * Requests and notifications of one netlink protocol over any {@link Transport}. Sockets are opened when they
 * are first needed: one for requests, one for each running dump (the kernel allows a socket one dump at a
 * time), one for each subscription to notifications.
 *
 * Nothing it returns does anything before it is subscribed; to unsubscribe is to cancel.
 */
export class Connection {
  readonly #transport: Transport;
  readonly #options: SocketOptions;
  readonly #timeout: number;
  readonly #captureStack: boolean;
  /** Finds the index of a link by its name, where the connection can. */
  readonly linkIndex$: ConnectionOptions["linkIndex$"];
  readonly #statistics = newStatistics();
  readonly #sent = new SentSequences();
  readonly #lifetime = new Lifetime("the connection");
  /** Sockets that are shared open in it: they hold on to no subscriber's. */
  readonly #context = currentContext();
  readonly #idle: RequestSocket[] = [];
  readonly #supply: SocketSupply;
  /** Errors when it is closed. */
  readonly #closed$ = concat(
    this.#lifetime.within(NEVER),
    throwError(() => new ClosedError("the connection")),
  );
  #requests: RequestSocket | undefined;

  /** @throws ArgumentError where an option does not exist, or is not what it has to be. */
  constructor(transport: Transport, options: ConnectionOptions) {
    this.#transport = checkArgument("Connection", "transport", transport, aTransport);
    this.#supply = transport.supply ?? new SocketSupply();
    const checked = checkOptions("Connection", options, connectionChecks);
    const { timeout = TIMEOUT, captureStack = false, linkIndex$, ...rest } = checked;
    this.#options = rest;
    this.#timeout = timeout;
    this.#captureStack = captureStack;
    this.linkIndex$ = linkIndex$;
  }

  /** What its sockets have received so far. */
  get statistics(): Statistics {
    return { ...this.#statistics };
  }

  /**
   * Sends a request and emits its replies, decoded. It completes after the first reply, or with
   * `NLM_F_ACK` after the acknowledgement, or where the kernel answers in several parts after the last.
   *
   * @throws KernelError where the kernel refuses, {@link DecodeError}, {@link EncodeError},
   * {@link OutcomeUnknownError}, {@link RequestTimeoutError}, {@link ClosedError}.
   */
  request$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    const replies$ = new Observable<R>((subscriber) => {
      const pending = this.#pendingRequest(request, 0, subscriber, () => subscriber.complete());
      return this.#requestSocket().start(pending);
    });
    return this.traced$(replies$);
  }

  /** Sends a request that changes something and emits one {@link Ack} when the kernel has carried it out. */
  execute$<Q>(request: Request<Q>): Observable<Ack> {
    const execute$ = new Observable<Ack>((subscriber) => {
      const ignored = { next: () => {}, error: (error: unknown) => subscriber.error(error) };
      const pending = this.#pendingRequest(request, NLM_F_ACK, ignored, (ack) => {
        subscriber.next(ack);
        subscriber.complete();
      });
      return this.#requestSocket().start(pending);
    });
    return this.traced$(execute$);
  }

  /** Gives the errors of a stream the stack of the caller, where `captureStack` asks for it. */
  traced$<R>(source$: Observable<R>): Observable<R> {
    return this.#captureStack ? withCallSite(source$) : source$;
  }

  /**
   * Asks for a whole table and emits its rows as they arrive. Each running dump has a socket of its own;
   * unsubscribing closes it. So many run at once over one transport as its option `concurrency` says; the others wait
   * in turn. A row that cannot be read does not stop the others: the error comes at the end.
   *
   * @throws DumpInterruptedError at the end, where the table changed meanwhile; see {@link retryInterrupted}.
   */
  dump$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    const dump$ = new Observable<R>((subscriber) => {
      let whole = false;
      const pending = this.#pendingRequest({ timeout: 0, ...request }, NLM_F_DUMP, subscriber, () => {
        whole = true;
        subscriber.complete();
      });
      const socket = this.#dumpSocket();
      subscriber.add(() => {
        // One that has more to say is closed, which ends the kernel's work too.
        if (whole) this.#keep(socket);
        else socket.close();
      });
      socket.start(pending);
    });
    return this.traced$(this.#supply.dumps.inTurn(dump$, this.#closed$));
  }

  /**
   * Sends many requests that change something, packed into few system calls, and emits what became of each, in
   * order. It takes requests from the iterable no faster than the kernel carries them out, so that a million of
   * them need no memory; a request that is rejected does not stop the others.
   *
   * @throws ClosedError, {@link SystemError} where the socket cannot be opened, and what the iterable throws, after what
   * was sent has settled; never for a single request.
   */
  batch$<Q>(requests: Iterable<Request<Q>>): Observable<Outcome<Q>>;
  /**
   * The same for values that `requestOf` makes requests of; one for which it throws is rejected with that error.
   */
  batch$<Q, V>(values: Iterable<V>, requestOf: (value: V) => Request<Q>): Observable<Outcome<Q>>;
  batch$<Q>(values: Iterable<unknown>, requestOf?: (value: never) => Request<Q>): Observable<Outcome<Q>> {
    const outcome$ = batch$(this.#socket$(true), values, requestOf, this.#statistics, this.#sent);
    return this.#supply.batches.inTurn(outcome$, this.#closed$);
  }

  /**
   * Emits the notifications of some objects in the order in which the kernel sent them, until unsubscribed; completes
   * when the connection or its transport is closed. Whatever happens after `subscribe()` and comes through this connection's transport is seen.
   */
  notifications$<T>(
    objects: readonly MessageSet<T>[],
    options: NotificationOptions = {},
  ): Observable<NetlinkNotification<T>> {
    return defer(() => {
      checkObjects(objects);
      checkOptions("notifications$", options, notificationChecks);
      const groups = [...new Set(objects.flatMap((object) => object.groups))];
      return readNotifications(this.#socket$(false, { groups }), objects, this.#statistics, options);
    });
  }

  /** Whether a notification tells of what one of its requests has done. */
  isOwn(change: ChangeNotification<unknown>): boolean {
    return this.#sent.has(change);
  }

  /**
   * Ends it. Notifications and state complete: they end as they were asked to. Requests that wait for an answer error
   * with a {@link ClosedError}, as does what is subscribed later. The transport stays open.
   */
  close(): void {
    this.#lifetime.end();
    for (const socket of this.#idle) this.#supply.idle.delete(socket);
  }

  #requestSocket(): RequestSocket {
    if (this.#requests === undefined || this.#requests.closed) this.#requests = this.#newSocket(false);
    return this.#requests;
  }

  /** A socket that was kept and has not ended since, or a new one. */
  #dumpSocket(): RequestSocket {
    let kept = this.#idle.pop();
    while (kept?.closed) kept = this.#idle.pop();
    if (kept === undefined) return this.#newSocket(true);
    this.#supply.idle.delete(kept);
    return kept;
  }

  /** Keeps a socket for the next dump, unless there are enough, or too few for others. */
  #keep(socket: RequestSocket): void {
    if (socket.closed || this.#idle.length >= IDLE || this.#supply.short) return socket.close();
    this.#idle.push(socket);
    this.#supply.idle.add(socket);
  }

  #newSocket(passing: boolean): RequestSocket {
    const open = () => new RequestSocket(this.#socket$(passing), this.#statistics, this.#sent);
    return this.#context.runInAsyncScope(open, undefined);
  }

  /**
   * A socket that ends with the connection, and is heard in the context of who subscribes.
   *
   * @param passing - Whether it is closed when it has served.
   */
  #socket$(passing: boolean, options?: Pick<SocketOptions, "groups">): Observable<Socket> {
    const socket$ = defer(() => this.#transport.socket$({ ...this.#options, ...options }));
    return this.#lifetime.within(this.#supply.open$(socket$, passing));
  }

  /**
   * Returns a request whose replies go to an observer, in the async context of the caller.
   *
   * @param needed - Flags that the operator needs in addition to those of the request.
   * @param complete - Called once the kernel has carried it out, after the last reply.
   */
  #pendingRequest<Q, R>(
    request: Request<Q, R>,
    needed: number,
    observer: Pick<Observer<R>, "next" | "error">,
    complete: (ack: Ack) => void,
  ): PendingRequest {
    checkRequest(request);
    const { type, layout, value, label, flags = 0, timeout = this.#timeout } = request;
    const reply = request.reply ?? (layout as unknown as Type<R>);
    const context = currentContext();
    return {
      type,
      flags: flags | needed | NLM_F_REQUEST,
      layout,
      value,
      label,
      completesOn: needed === 0 && (flags & NLM_F_ACK) === 0 ? "reply" : "acknowledgement",
      timeout,
      reply: (_, view, at, end) =>
        context.runInAsyncScope(observer.next, observer, reply.read(view, at, end)),
      complete: (ack) => context.runInAsyncScope(complete, undefined, ack),
      fail: (error) => context.runInAsyncScope(observer.error, observer, error),
    };
  }
}
