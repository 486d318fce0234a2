import {
  ClosedError,
  type Socket,
  type SocketOptions,
  SocketSupply,
  type SupplyOptions,
  type Transport,
} from "@rxnetlink/core";
import {
  aBoolean,
  aConcurrency,
  anInteger,
  anObject,
  aString,
  checkArgument,
  checkOptions,
  checkSocketOptions,
  currentContext,
  inSubscriberContext,
  Lifetime,
  type NumberedSocketOptions,
} from "@rxnetlink/core/internal";
import {
  defer,
  endWith,
  exhaustMap,
  ignoreElements,
  Observable,
  type Observer,
  Subject,
  takeUntil,
  tap,
  timer,
} from "rxjs";
import { HeadStart } from "./client/head-start.js";
import { OpenSocket } from "./client/open-socket.js";
import { portable } from "./client/portable-options.js";
import { PumpClient, type PumpOptions, type SocketObserver } from "./client/pump-client.js";
import { checkLimits, type ResourceLimits } from "./client/resource-limits.js";
import { diagnostics, statistics } from "./diagnostics/channels.js";
import { publishedSocket$ } from "./diagnostics/published-sockets.js";
import { type Libc, loadLibc } from "./linux/libc.js";
import { type NamespaceEvent, type NamespacesOptions, namespaces$ } from "./netns/events.js";
import { listNames } from "./netns/names.js";
import { type Namespace, namespaceOf } from "./netns/namespace.js";
import { retryWhileLocked } from "./netns/retry-while-locked.js";
import { NamespaceWatch } from "./netns/watch.js";
import type { SocketOverrun, TransportStatistics } from "./statistics.js";

/** Limits of a {@link kernelTransport}. */
export interface KernelTransportOptions extends SupplyOptions {
  /** Memory limits of the thread; those of Node by default. When one is exceeded, the sockets error. */
  readonly resourceLimits?: ResourceLimits;
  /**
   * Longest time for which notifications that come often wait for others, in whole milliseconds; 1 by default. The thread
   * then wakes the event loop once for all of them. Notifications that come rarely, and replies, never wait; with 0, none do.
   */
  readonly latency?: number;
  /**
   * Set to `false` to make all system calls of sockets in the worker thread. By default, the calling thread asks the first
   * questions (`list$`, `get$`) itself, until a call takes 4 milliseconds, a list 10, or all together have taken 250: a
   * program that asks a few and exits then starts no thread.
   */
  readonly headStart?: boolean;
}

/** Sockets of this machine's kernel, read by a worker thread. */
export interface KernelTransport extends Transport {
  readonly supply: SocketSupply;
  /**
   * Emits each overflow of a socket's receive queue; the diagnostics channel `rxnetlink:overrun` publishes them too.
   * Completes when the transport is closed.
   */
  overruns$(): Observable<SocketOverrun>;
  /**
   * Emits the state of the pump and its sockets, at once and every `period` milliseconds (1000 by default), and
   * publishes it on the diagnostics channel `rxnetlink:statistics`. Completes when the transport is closed.
   *
   * Errors with an `ArgumentError` if the period is not a whole number of milliseconds from 1.
   */
  statistics$(period?: number): Observable<TransportStatistics>;
  /**
   * Creates a network namespace, which needs CAP_SYS_ADMIN (root, or `unshare -Urn`). With a name, it is like one of
   * `ip netns add`: it outlives this process until {@link deleteNamespace}. That needs root.
   *
   * @throws SystemError `EEXIST` if the name is taken.
   */
  createNamespace(name?: string): Promise<Namespace>;
  /**
   * Deletes the name of a network namespace, as `ip netns delete` does. Sockets that were opened by the name complete,
   * in this process and in all others that use this library; the namespace ends with the last other socket, process and
   * descriptor.
   *
   * @throws SystemError `ENOENT` if there is no such name.
   */
  deleteNamespace(name: string): Promise<void>;
  /** Lists the names of network namespaces in order, whoever created them. */
  listNamespaces(): Promise<string[]>;
  /**
   * Emits the network namespaces that have names, a `synced` marker, and then each one that appears or disappears,
   * whoever creates or deletes it. A name counts once a namespace is mounted on it. With `ofProcesses`, also emits those
   * without a name that processes are in. Completes when the transport is closed.
   *
   * Errors with a `SystemError` if the folder of names cannot be watched, and an `ArgumentError` if an option is invalid.
   */
  namespaces$(options?: NamespacesOptions): Observable<NamespaceEvent>;
}

/** The range of latencies: the pump looks up once a second anyway. */
const aLatency = anInteger(0, 1000);
/** The range of timers, in milliseconds. */
const aPeriod = anInteger(1, 0x7fff_ffff);

class PumpTransport implements KernelTransport {
  readonly probe = diagnostics;
  readonly supply: SocketSupply;
  #libc: Libc | undefined;
  #pump: PumpClient | undefined;
  /** Resolves when earlier pumps have ended. */
  #past: Promise<unknown> | undefined;
  readonly #lifetime = new Lifetime("the transport");
  /** Pumps are created in it: they are shared, and must not keep the context of one subscriber. */
  readonly #context = currentContext();
  readonly #watch = new NamespaceWatch();
  readonly #overruns = new Subject<SocketOverrun>();
  readonly #pumpOptions: PumpOptions;
  readonly #headStart: boolean;
  #early: HeadStart | undefined;

  constructor({ concurrency, headStart = true, ...pumpOptions }: KernelTransportOptions) {
    this.#pumpOptions = pumpOptions;
    this.#headStart = headStart;
    this.supply = new SocketSupply(concurrency);
  }

  socket$(given: SocketOptions): Observable<Socket> {
    const socket$ = defer(() => {
      const options = checkSocketOptions(given);
      return publishedSocket$(this.#opened$(options), options);
    });
    return socket$.pipe(inSubscriberContext());
  }

  #opened$(options: NumberedSocketOptions): Observable<Socket> {
    return new Observable<Socket>((subscriber) => {
      const early = this.#earlyFor(options);
      if (early !== undefined) return early.open(options, subscriber);
      const pump = this.#running();
      const owner: Observer<Socket> = {
        next: (socket) => {
          subscriber.next(socket);
          subscriber.add(this.#watch.watch(options.namespace, () => subscriber.complete()));
        },
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      };
      const open = (observer: SocketObserver) => pump.open(portable(options), observer);
      const socket = new OpenSocket(options.protocol, pump, open, owner, this.#overruns);
      return () => socket.close();
    });
  }

  async createNamespace(name?: string): Promise<Namespace> {
    if (name !== undefined) checkArgument("createNamespace", "name", name, aString);
    const fd = await retryWhileLocked(() => this.#running().request("createNamespace", { name }));
    return namespaceOf(this.#libc!, fd);
  }

  async deleteNamespace(name: string): Promise<void> {
    checkArgument("deleteNamespace", "name", name, aString);
    await this.#running().request("deleteNamespace", { name });
  }

  async listNamespaces(): Promise<string[]> {
    return listNames();
  }

  namespaces$(options: NamespacesOptions = {}): Observable<NamespaceEvent> {
    const closed$ = this.#overruns.pipe(ignoreElements(), endWith(undefined));
    const emitted$ = defer(() =>
      namespaces$(checkOptions("namespaces$", options, { ofProcesses: aBoolean })),
    );
    return emitted$.pipe(takeUntil(closed$), inSubscriberContext());
  }

  overruns$(): Observable<SocketOverrun> {
    return this.#overruns.pipe(inSubscriberContext());
  }

  statistics$(period = 1000): Observable<TransportStatistics> {
    const state$ = defer(() => timer(0, checkArgument("statistics$", "period", period, aPeriod))).pipe(
      exhaustMap(() => this.#withAllSockets().request("statistics", {})),
      tap((state) => statistics.publish(state)),
    );
    return this.#lifetime.within(state$);
  }

  async close(): Promise<void> {
    this.#lifetime.end();
    this.#early?.end();
    await Promise.all([this.#past, this.#pump?.shutDown()]);
    this.#overruns.complete();
  }

  /** Returns the head start if it opens a socket with these options: the pump does not run yet. */
  #earlyFor(options: NumberedSocketOptions): HeadStart | undefined {
    if (!this.#headStart || this.#pump?.ready || this.#lifetime.ended) return undefined;
    this.#libc ??= loadLibc();
    this.#early ??= new HeadStart(this.#libc, () => this.#running(), this.#overruns);
    return this.#early.suits(options) ? this.#early : undefined;
  }

  /** Returns the pump when it has all sockets. */
  #withAllSockets(): PumpClient {
    const pump = this.#running();
    this.#early?.handOver();
    return pump;
  }

  /** Returns the pump: a new one at first, and after a crash. */
  #running(): PumpClient {
    if (this.#lifetime.ended) throw new ClosedError("the transport");
    this.#libc ??= loadLibc();
    if (this.#pump === undefined || this.#pump.dead) {
      const [died, before] = [this.#pump, this.#past];
      this.#past = Promise.all([before, died?.shutDown()]);
      const [libc, options] = [this.#libc, this.#pumpOptions];
      this.#pump = this.#context.runInAsyncScope(() => new PumpClient(libc, options), undefined);
      this.#pump.whenReady(() => this.#early?.handOver());
    }
    return this.#pump;
  }
}

/**
 * Creates a transport to this machine's kernel. Its thread starts with the first socket.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function kernelTransport(options: KernelTransportOptions = {}): KernelTransport {
  const checks = {
    resourceLimits: anObject,
    concurrency: aConcurrency,
    headStart: aBoolean,
    latency: aLatency,
  };
  const { resourceLimits, ...rest } = checkOptions("kernelTransport", options, checks);
  return new PumpTransport({
    ...rest,
    ...(resourceLimits && { resourceLimits: checkLimits(resourceLimits) }),
  });
}
