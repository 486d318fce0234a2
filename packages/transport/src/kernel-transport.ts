import { channel } from "node:diagnostics_channel";
import { type Arrival, ClosedError, type Socket, type SocketOptions, type Transport } from "@rxnetlink/core";
import {
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
  SocketSupply,
  type SupplyOptions,
} from "@rxnetlink/core/internal";
import { defer, endWith, exhaustMap, ignoreElements, Observable, Subject, takeUntil, tap, timer } from "rxjs";
import { OpenSocket } from "./client/open-socket.js";
import { portable } from "./client/portable-options.js";
import { PumpClient } from "./client/pump-client.js";
import { checkLimits, type ResourceLimits } from "./client/resource-limits.js";
import { type Libc, loadLibc } from "./linux/libc.js";
import { type NamespaceEvent, namespaces$ } from "./netns/events.js";
import { listNames } from "./netns/names.js";
import { type Namespace, namespaceOf } from "./netns/namespace.js";
import { patiently } from "./netns/patiently.js";
import { NamespaceWatch } from "./netns/watch.js";
import type { Loss, TransportStatistics } from "./statistics.js";

/** How {@link kernelTransport} runs its thread, and how much at once. */
export interface KernelTransportOptions extends SupplyOptions {
  /** How much memory the thread may use; the limits of Node by default. Where it is not enough, its sockets error. */
  readonly resourceLimits?: ResourceLimits;
}

/** Sockets of this machine's kernel, read by a thread of their own. */
export interface KernelTransport extends Transport {
  readonly supply: SocketSupply;
  /**
   * Emits whenever a socket has lost something, while it is subscribed; so does the diagnostics channel
   * `rxnetlink:overrun`. Completes when the transport is closed.
   */
  readonly loss$: Observable<Loss>;
  /**
   * Emits what its pump and sockets have done, at once and every `period` milliseconds (1000 by default), and
   * publishes it on the diagnostics channel `rxnetlink:statistics`. Completes when the transport is closed.
   */
  statistics$(period?: number): Observable<TransportStatistics>;
  /**
   * Makes a network namespace, which needs CAP_SYS_ADMIN (root, or `unshare -Urn`). With a name it is one as of
   * `ip netns add`, which outlives this process until {@link deleteNamespace}; that needs root.
   *
   * @throws SystemError `EEXIST` where there is one of that name.
   */
  createNamespace(name?: string): Promise<Namespace>;
  /**
   * Takes away the name of a network namespace, as `ip netns delete` does. Sockets that were opened by the name end,
   * in this process and all others that use this library; the namespace ends with the last other socket, process and
   * descriptor.
   *
   * @throws SystemError `ENOENT` where there is none of that name.
   */
  deleteNamespace(name: string): Promise<void>;
  /** The names of network namespaces, ours and those of `ip netns`, in order. */
  listNamespaces(): Promise<string[]>;
  /**
   * Emits the network namespaces that have names, a mark, and then those that appear and disappear, whoever names them.
   * A name counts from when there is a namespace behind it. Completes when the transport is closed.
   *
   * @throws SystemError where the folder of names cannot be watched.
   */
  namespaces$(): Observable<NamespaceEvent>;
}

const STATISTICS_CHANNEL = "rxnetlink:statistics";

/** What a timer can be set to, in milliseconds. */
const aPeriod = anInteger(1, 0x7fff_ffff);

class Kernel implements KernelTransport {
  readonly supply: SocketSupply;
  #libc: Libc | undefined;
  #pump: PumpClient | undefined;
  /** The ends of earlier pumps. */
  #past: Promise<unknown> | undefined;
  readonly #lifetime = new Lifetime("the transport");
  /** Pumps, which all share, are made in it: they hold on to no subscriber's. */
  readonly #context = currentContext();
  readonly #watch = new NamespaceWatch();
  readonly #losses = new Subject<Loss>();
  readonly loss$ = this.#losses.pipe(inSubscriberContext());
  readonly #resourceLimits: ResourceLimits | undefined;

  constructor({ resourceLimits, concurrency }: KernelTransportOptions) {
    this.#resourceLimits = resourceLimits;
    this.supply = new SocketSupply(concurrency);
  }

  socket$(given: SocketOptions): Observable<Socket> {
    const socket$ = new Observable<Socket>((subscriber) => {
      const options = checkSocketOptions(given);
      const pump = this.#running();
      let open: OpenSocket | undefined;
      const failed = (error: Error) => {
        open?.failed(error);
        subscriber.error(error);
      };
      const arrived = (arrival: Arrival) => open?.arrived(arrival);
      const observer = { arrived, failed, closed: () => subscriber.complete() };
      const number = pump.open(portable(options), observer, (portId) => {
        open = new OpenSocket(pump, number, portId, this.#losses);
        subscriber.next(open);
        subscriber.add(this.#watch.watch(options.namespace, () => subscriber.complete()));
      });
      return () => {
        pump.close(number);
        open?.closed();
      };
    });
    return socket$.pipe(inSubscriberContext());
  }

  async createNamespace(name?: string): Promise<Namespace> {
    if (name !== undefined) checkArgument("createNamespace", "name", name, aString);
    const fd = await patiently(() => this.#running().createNamespace(name));
    return namespaceOf(this.#libc!, fd);
  }

  async deleteNamespace(name: string): Promise<void> {
    checkArgument("deleteNamespace", "name", name, aString);
    await this.#running().deleteNamespace(name);
  }

  async listNamespaces(): Promise<string[]> {
    return listNames();
  }

  namespaces$(): Observable<NamespaceEvent> {
    const closed$ = this.#losses.pipe(ignoreElements(), endWith(undefined));
    return namespaces$().pipe(takeUntil(closed$), inSubscriberContext());
  }

  statistics$(period = 1000): Observable<TransportStatistics> {
    const statistics$ = defer(() => timer(0, checkArgument("statistics$", "period", period, aPeriod))).pipe(
      exhaustMap(() => this.#running().statistics()),
      tap((statistics) => channel(STATISTICS_CHANNEL).publish(statistics)),
    );
    return this.#lifetime.within(statistics$);
  }

  async close(): Promise<void> {
    this.#lifetime.end();
    await Promise.all([this.#past, this.#pump?.shutDown()]);
    this.#losses.complete();
  }

  /** The pump; a new one where there is none yet, or where it crashed. */
  #running(): PumpClient {
    if (this.#lifetime.ended) throw new ClosedError("the transport");
    this.#libc ??= loadLibc();
    if (this.#pump === undefined || this.#pump.dead) {
      const [died, before] = [this.#pump, this.#past];
      this.#past = Promise.all([before, died?.shutDown()]);
      const [libc, limits] = [this.#libc, this.#resourceLimits];
      this.#pump = this.#context.runInAsyncScope(() => new PumpClient(libc, limits), undefined);
    }
    return this.#pump;
  }
}

/**
 * Opens netlink sockets of this machine's kernel. Nothing happens before the first socket is needed.
 *
 * @throws ArgumentError where an option does not exist, or is not what it has to be.
 */
export function kernelTransport(options: KernelTransportOptions = {}): KernelTransport {
  const checks = { resourceLimits: anObject, concurrency: aConcurrency };
  const { resourceLimits, ...rest } = checkOptions("kernelTransport", options, checks);
  return new Kernel({ ...rest, ...(resourceLimits && { resourceLimits: checkLimits(resourceLimits) }) });
}
