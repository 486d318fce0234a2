import { channel } from "node:diagnostics_channel";
import type { ResourceLimits } from "node:worker_threads";
import {
  type Arrival,
  ClosedError,
  type NamespaceRef,
  type Socket,
  type SocketOptions,
  type Transport,
} from "@rxnetlink/core";
import { exhaustMap, Observable, type Subscriber, tap, timer } from "rxjs";
import { type Libc, loadLibc } from "./libc.js";
import { listNames } from "./named-namespaces.js";
import { portable } from "./open-options.js";
import { Pump } from "./pump.js";
import type { TransportStatistics } from "./statistics.js";

/** A network namespace that lives as long as it is open. */
export interface Namespace {
  /** Where sockets are told to open: `{ namespace: ns.ref }`. */
  readonly ref: NamespaceRef;
  /** The descriptor that keeps it alive, as `netNsFd` of a link wants it. */
  readonly fd: number;
  /** A path that other programs can enter it by while this process lives: `nsenter --net=PATH`. */
  readonly path: string;
  /** Lets go of it; it ends with the last socket and device in it. */
  close(): void;
}

/** How {@link kernelTransport} runs its thread. */
export interface KernelTransportOptions {
  /** How much memory the thread may use; the limits of Node by default. Where it is not enough, its sockets error. */
  readonly resourceLimits?: ResourceLimits;
}

/** Sockets of this machine's kernel, read by a thread of their own. */
export interface KernelTransport extends Transport {
  /**
   * Emits what its pump and sockets have done, at once and every `period` milliseconds (1000 by default), and
   * publishes it on the diagnostics channel `rxnetlink:statistics`.
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
   * Takes away the name of a network namespace, as `ip netns delete` does. What is open in it goes on; it ends with
   * the last socket, process and descriptor.
   *
   * @throws SystemError `ENOENT` where there is none of that name.
   */
  deleteNamespace(name: string): Promise<void>;
  /** The names of network namespaces, ours and those of `ip netns`, in order. */
  listNamespaces(): Promise<string[]>;
}

/** Tells of each overrun: `{ portId, drops }`. */
const OVERRUN_CHANNEL = "rxnetlink:overrun";
const STATISTICS_CHANNEL = "rxnetlink:statistics";

class OpenSocket implements Socket {
  #receiver: Subscriber<Arrival> | undefined;
  #alive = false;
  #closed = false;
  readonly #pump: Pump;
  readonly #number: number;
  readonly arrivals$ = new Observable<Arrival>((subscriber) => {
    this.#receiver = subscriber;
  });

  constructor(
    pump: Pump,
    number: number,
    readonly portId: number,
  ) {
    this.#pump = pump;
    this.#number = number;
  }

  send(bytes: Uint8Array, portId = 0): number {
    return this.#pump.send(this.#number, bytes, portId);
  }

  join(group: number): number {
    return this.#pump.membership("join", this.#number, group);
  }

  leave(group: number): number {
    return this.#pump.membership("leave", this.#number, group);
  }

  pause(yes: boolean): void {
    this.#pump.pause(this.#number, yes);
  }

  keepAlive(yes: boolean): void {
    if (yes === this.#alive || (yes && this.#closed)) return;
    this.#alive = yes;
    this.#pump.keepAlive(yes);
  }

  arrived(arrival: Arrival): void {
    if (arrival.kind === "overrun")
      channel(OVERRUN_CHANNEL).publish({ portId: this.portId, drops: arrival.drops });
    this.#receiver?.next(arrival);
  }

  failed(error: Error): void {
    this.#receiver?.error(error);
  }

  /** Nobody holds the socket any more. */
  closed(): void {
    this.keepAlive(false);
    this.#closed = true;
    this.#receiver?.complete();
  }
}

class Kernel implements KernelTransport {
  #libc: Libc | undefined;
  #pump: Pump | undefined;
  /** The ends of earlier pumps. */
  #past: Promise<unknown> | undefined;
  #closed = false;
  readonly #resourceLimits: ResourceLimits | undefined;

  constructor({ resourceLimits }: KernelTransportOptions) {
    this.#resourceLimits = resourceLimits;
  }

  socket$(options: SocketOptions): Observable<Socket> {
    return new Observable((subscriber) => {
      const pump = this.#running();
      let open: OpenSocket | undefined;
      const failed = (error: Error) => {
        open?.failed(error);
        subscriber.error(error);
      };
      const observer = { arrived: (arrival: Arrival) => open?.arrived(arrival), failed };
      const number = pump.open(portable(options), observer, (portId) => {
        open = new OpenSocket(pump, number, portId);
        subscriber.next(open);
      });
      return () => {
        pump.close(number);
        open?.closed();
      };
    });
  }

  async createNamespace(name?: string): Promise<Namespace> {
    return this.#namespace(await this.#running().createNamespace(name));
  }

  async deleteNamespace(name: string): Promise<void> {
    await this.#running().deleteNamespace(name);
  }

  async listNamespaces(): Promise<string[]> {
    return listNames();
  }

  #namespace(fd: number): Namespace {
    let open = true;
    const close = () => {
      // A number that was closed may be another file's by now.
      if (open) this.#libc?.close(fd);
      open = false;
    };
    const ref = {
      get fd() {
        return open ? fd : -1;
      },
    };
    return { ref, fd, path: `/proc/${process.pid}/fd/${fd}`, close };
  }

  statistics$(period = 1000): Observable<TransportStatistics> {
    return timer(0, period).pipe(
      exhaustMap(() => this.#running().statistics()),
      tap((statistics) => channel(STATISTICS_CHANNEL).publish(statistics)),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#past, this.#pump?.shutDown()]);
  }

  /** The pump; a new one where there is none yet, or where it crashed. */
  #running(): Pump {
    if (this.#closed) throw new ClosedError("the transport");
    this.#libc ??= loadLibc();
    if (this.#pump === undefined || this.#pump.dead) {
      const [died, before] = [this.#pump, this.#past];
      this.#past = Promise.all([before, died?.shutDown()]);
      this.#pump = new Pump(this.#libc, this.#resourceLimits);
    }
    return this.#pump;
  }
}

/** Opens netlink sockets of this machine's kernel. Nothing happens before the first socket is needed. */
export function kernelTransport(options: KernelTransportOptions = {}): KernelTransport {
  return new Kernel(options);
}
