import { concat, defer, mergeMap, NEVER, Observable, type Subscriber, take, throwError } from "rxjs";
import { withCallSite } from "../errors/call-site.js";
import { ClosedError } from "../errors/errors.js";
import type { RequestLabel } from "../errors/request-summary.js";
import type { Ack } from "../message/ack.js";
import { NLM_F_DUMP } from "../message/nlmsg.js";
import { endpointOf } from "../probe/endpoint.js";
import { Publisher } from "../probe/publisher.js";
import { tracedRequest } from "../probe/traced-request.js";
import { type Protocol, protocolNumber } from "../protocol/names.js";
import type { Socket, SocketOptions, Transport } from "../transport.js";
import { currentContext } from "../values/async-context.js";
import { checkArgument, checkOptions } from "../values/check-options.js";
import { batch$ } from "./batch/batch.js";
import type { Outcome } from "./batch/outcome.js";
import { checkObjects, connectionChecks, notificationChecks, sessionChecks } from "./checks.js";
import type { Commit, CommitOutcome } from "./commit/commit.js";
import { type Committer, committer$ } from "./commit/committer.js";
import type { ConnectionOptions } from "./connection-options.js";
import { Lifetime } from "./lifetime.js";
import type {
  ChangeNotification,
  MessageSet,
  NetlinkNotification,
  NotificationOptions,
} from "./notification.js";
import { readNotifications } from "./notifications.js";
import type { Request } from "./request.js";
import { type Asker, ack$, pendingRequest, replies$ } from "./requests/asking.js";
import { RequestSocket } from "./requests/request-socket.js";
import { SentSequences } from "./sent-sequences.js";
import { type Session, session$ } from "./session/session.js";
import type { SessionOptions } from "./session/session-options.js";
import { aTransport } from "./socket-checks.js";
import type { SocketContext } from "./socket-context.js";
import { SocketSupply } from "./socket-supply.js";
import { newStatistics, type Statistics } from "./statistics.js";

const TIMEOUT = 30_000;

/** Limits of the buffers of sockets for commits, which use memory only as they need it. */
const UNLIMITED = { sendBuffer: 0x3fff_ffff, receiveBuffer: 0x3fff_ffff };

/** Sockets kept open for the next dumps. */
const IDLE = 4;

/**
 * Requests and notifications of one netlink protocol over any {@link Transport}. Sockets are opened on demand: one
 * for requests, one for each running dump (the kernel allows one dump per socket at a time), one for each
 * subscription to notifications.
 *
 * All Observables are cold: nothing happens before they are subscribed, and unsubscribing cancels.
 */
export class Connection<P extends Protocol = Protocol> {
  readonly #transport: Transport;
  readonly #options: SocketOptions;
  readonly #asker: Asker;
  /** Parts that all its sockets share. */
  readonly #shared: SocketContext;
  readonly #captureStack: boolean;
  /** Looks up the index of a link by its name, if the connection can. */
  readonly linkIndex$: ConnectionOptions["linkIndex$"];
  /** @internal Publishes what it does. */
  readonly publisher: Publisher;
  readonly #statistics = newStatistics();
  readonly #sent = new SentSequences();
  readonly #lifetime = new Lifetime("the connection");
  /** Async context that shared sockets open in, so that they retain none of a subscriber's. */
  readonly #context = currentContext();
  readonly #idle: RequestSocket[] = [];
  readonly #supply: SocketSupply;
  /** Errors when the connection is closed. */
  readonly #closed$ = concat(
    this.#lifetime.within(NEVER),
    throwError(() => new ClosedError("the connection")),
  );
  #requests: RequestSocket | undefined;

  /** @throws ArgumentError for an unknown option or one with an invalid value. */
  constructor(transport: Transport, options: ConnectionOptions<P>) {
    this.#transport = checkArgument("Connection", "transport", transport, aTransport);
    this.#supply = transport.supply ?? new SocketSupply();
    const checked = checkOptions<ConnectionOptions>("Connection", options, connectionChecks);
    const { timeout = TIMEOUT, captureStack = false, permission, linkIndex$, ...rest } = checked;
    const protocol = protocolNumber("Connection", rest.protocol);
    this.#options = { ...rest, protocol };
    const publisher = new Publisher(transport.probe, endpointOf({ ...rest, protocol }));
    this.publisher = publisher;
    this.#shared = { statistics: this.#statistics, publisher, sent: this.#sent, permission };
    this.#asker = { socket: () => this.#requestSocket(), timeout, publisher };
    this.#captureStack = captureStack;
    this.linkIndex$ = linkIndex$;
  }

  /** Its protocol, by number. */
  get protocol(): number {
    return this.#options.protocol as number;
  }

  /** Counters of everything its sockets have received so far. */
  get statistics(): Statistics {
    return { ...this.#statistics };
  }

  /**
   * Sends a request and emits its decoded replies. Completes after the first reply; with `NLM_F_ACK` after the
   * acknowledgement; after the last part of a multipart reply.
   *
   * Errors with a {@link KernelError} if the kernel refuses, a {@link DecodeError}, {@link EncodeError}, {@link
   * OutcomeUnknownError}, {@link RequestTimeoutError} or {@link ClosedError}.
   */
  request$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    return this.traced$(replies$(this.#asker, request));
  }

  /** Sends a request that changes something and emits one {@link Ack} when the kernel has applied it. */
  execute$<Q>(request: Request<Q>): Observable<Ack> {
    return this.traced$(ack$(this.#asker, request));
  }

  /** Makes the stacks of a stream's errors lead to the caller if `captureStack` is set. */
  traced$<R>(source$: Observable<R>): Observable<R> {
    return this.#captureStack ? withCallSite(source$) : source$;
  }

  /**
   * Requests a whole table and emits its rows as they arrive. Each running dump has its own socket, which
   * unsubscribing closes. At most `concurrency` dumps (an option of the transport) run at once; the others queue. A
   * row that cannot be decoded does not stop the others: its error comes at the end.
   *
   * Errors at the end with a {@link DumpInterruptedError} if the table changed during the dump; see `retryInterrupted()`.
   */
  dump$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    const dump$ = new Observable<R>((subscriber) => {
      let whole = false;
      const pending = pendingRequest(request, NLM_F_DUMP, 0, subscriber, () => {
        whole = true;
        subscriber.complete();
      });
      const socket = this.#dumpSocket();
      subscriber.add(() => {
        // Closing the socket of an unfinished dump also stops the kernel.
        if (whole) this.#keep(socket);
        else socket.close();
      });
      socket.start(pending);
    });
    const row$ = this.#supply.dumps.inTurn(dump$, this.#closed$);
    const start = (subscriber: Subscriber<R>) => row$.subscribe(subscriber);
    return this.traced$(this.publisher.request$(start, () => tracedRequest("dump", request)));
  }

  /**
   * Sends many changes, packed into few system calls, and emits the outcome of each, in order. Requests are taken
   * from the iterable no faster than the kernel applies them, so a million of them need no memory. A rejected request
   * does not stop the others.
   *
   * Errors with a {@link ClosedError}, a {@link SystemError} if the socket cannot be opened, or whatever the iterable
   * throws, once all that was sent has its outcome; never because of a single request.
   */
  batch$<Q>(requests: Iterable<Request<Q>>): Observable<Outcome<Q>>;
  /**
   * Sends the requests that `requestOf` makes from values; if it throws, that value is rejected with the error.
   *
   * @param label - Names of object and verb, for diagnostics.
   */
  batch$<Q, V>(
    values: Iterable<V>,
    requestOf: (value: V) => Request<Q>,
    label?: Pick<RequestLabel, "object" | "verb">,
  ): Observable<Outcome<Q>>;
  batch$<Q>(
    values: Iterable<unknown>,
    requestOf?: (value: never) => Request<Q>,
    label?: Pick<RequestLabel, "object" | "verb">,
  ): Observable<Outcome<Q>> {
    const outcome$ = batch$(this.#socket$(true), values, requestOf, this.#shared);
    const inTurn$ = this.#supply.batches.inTurn(outcome$, this.#closed$);
    const rejects = ({ type }: Outcome<Q>) => (type === "applied" ? 0 : 1);
    const start = (subscriber: Subscriber<Outcome<Q>>) => inTurn$.subscribe(subscriber);
    return this.publisher.request$(start, () => ({ kind: "batch", ...label }), rejects);
  }

  /**
   * Emits the notifications about some objects in the kernel's order, until unsubscribed; completes when the
   * connection or its transport is closed. Every change made through this connection's transport after `subscribe()`
   * is seen.
   */
  notifications$<T>(
    objects: readonly MessageSet<T>[],
    options: NotificationOptions = {},
  ): Observable<NetlinkNotification<T>> {
    return defer(() => {
      checkObjects(objects);
      checkOptions("notifications$", options, notificationChecks);
      const groups = [...new Set(objects.flatMap((object) => object.groups))];
      return readNotifications(this.#socket$(false, { groups }), objects, this.#shared, options);
    });
  }

  /**
   * Opens a socket and emits a {@link Session} on it: for what the kernel sends only to the socket that asked for it, such as
   * packets of a queue. Unsubscribing closes the socket, and with it what the kernel has tied to it; completes when the
   * connection or its transport is closed.
   *
   * @param objects - The messages that the kernel sends unasked.
   *
   * Errors with a {@link ClosedError} if the connection is closed already, or a {@link SystemError} if the socket cannot be
   * opened or fails.
   */
  session$<T>(objects: readonly MessageSet<T>[], options: SessionOptions<P> = {}): Observable<Session<T>> {
    return defer(() => {
      checkObjects(objects);
      const { flowControl, ...ofSocket } = checkOptions("session$", options, sessionChecks);
      const socket$ = this.#socket$(false, ofSocket);
      return session$(socket$, objects, { ...this.#shared, flowControl, timeout: this.#asker.timeout });
    });
  }

  /**
   * Sends requests that the kernel applies or refuses as a whole, and emits the outcome. They leave in one datagram of any
   * size, on a socket of their own.
   *
   * Errors as {@link Committer.commit$} does, or with a {@link SystemError} if the socket cannot be opened.
   */
  commit$(commit: Commit): Observable<CommitOutcome> {
    return this.traced$(
      this.committer$().pipe(
        mergeMap((committer) => committer.commit$(commit)),
        take(1),
      ),
    );
  }

  /**
   * Opens a socket of its own for commits and emits it. Unsubscribing closes it, and ends what the kernel has tied to it.
   *
   * Errors with a {@link ClosedError} when the connection is closed, or a {@link SystemError} if the socket cannot be opened.
   */
  committer$(): Observable<Committer> {
    return committer$(this.#socket$(false, UNLIMITED), this.#shared);
  }

  /** Returns true if one of this connection's requests caused a notification. */
  isOwn(change: ChangeNotification<unknown>): boolean {
    return this.#sent.has(change);
  }

  /**
   * Closes the connection. Notifications and state complete; pending requests, and all later subscriptions, error
   * with a {@link ClosedError}. The transport stays open.
   */
  close(): void {
    this.#lifetime.end();
    for (const socket of this.#idle) this.#supply.idle.delete(socket);
  }

  #requestSocket(): RequestSocket {
    if (this.#requests === undefined || this.#requests.closed) this.#requests = this.#newSocket(false);
    return this.#requests;
  }

  /** Returns a kept socket that is still open, or a new one. */
  #dumpSocket(): RequestSocket {
    let kept = this.#idle.pop();
    while (kept?.closed) kept = this.#idle.pop();
    if (kept === undefined) return this.#newSocket(true);
    this.#supply.idle.delete(kept);
    return kept;
  }

  /** Keeps a socket for the next dump, unless enough are kept or sockets are scarce. */
  #keep(socket: RequestSocket): void {
    if (socket.closed || this.#idle.length >= IDLE || this.#supply.short) return socket.close();
    this.#idle.push(socket);
    this.#supply.idle.add(socket);
  }

  #newSocket(passing: boolean): RequestSocket {
    const socket$ = this.#socket$(passing, { repliesOnly: true });
    const open = () => new RequestSocket(socket$, this.#shared);
    return this.#context.runInAsyncScope(open, undefined);
  }

  /**
   * Opens a socket that closes with the connection and emits in the subscriber's async context.
   *
   * @param passing - True if it closes after its one dump or batch.
   */
  #socket$(passing: boolean, options?: Partial<SocketOptions>): Observable<Socket> {
    const socket$ = defer(() => this.#transport.socket$({ ...this.#options, ...options }));
    return this.#lifetime.within(this.#supply.open$(socket$, passing));
  }
}
