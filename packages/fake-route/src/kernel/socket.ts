import {
  type Arrival,
  aGroup,
  ClosedError,
  checkArgument,
  checkSend,
  type Datagram,
  errnoOf,
  type Socket,
  type SocketOptions,
  SystemError,
} from "@rxnetlink/core";
import { datagram } from "@rxnetlink/testing";
import { Observable, Subject } from "rxjs";
import { ReceiveQueue } from "./receive-queue.js";

/** What a socket asks of the kernel. */
export interface Kernel {
  /** Carries out what is in a datagram. */
  receive(bytes: Uint8Array, socket: FakeSocket): void;
}

/** What goes on with a socket while it is read, such as a dump. */
export interface Task {
  /** Its next datagram; `undefined` where it is over. */
  next(): Uint8Array | undefined;
}

/** A socket of the fake kernel, seen from both sides. */
export class FakeSocket implements Socket {
  /** The multicast groups that it has joined. */
  readonly groups: Set<number>;
  /** The dump that runs on it. */
  task: Task | undefined;
  readonly arrivals$: Observable<Arrival>;
  readonly #arrivals = new Subject<Arrival>();
  readonly #kernel: Kernel;
  readonly #queue: ReceiveQueue;
  #tickets = 0;
  #held = 0;
  #paused = false;
  #woken = false;
  #closed = false;

  constructor(
    readonly portId: number,
    kernel: Kernel,
    { groups = [] }: SocketOptions,
    limit: number,
  ) {
    this.groups = new Set(groups);
    this.#kernel = kernel;
    this.#queue = new ReceiveQueue(limit);
    this.arrivals$ = new Observable((subscriber) => this.#arrivals.subscribe(subscriber));
  }

  send(bytes: Uint8Array, portId = 0): number {
    return this.#call((ticket) => {
      checkSend(bytes, portId);
      queueMicrotask(() => {
        if (portId === 0) this.#kernel.receive(bytes, this);
        // Nobody is at any other port.
        else this.#fail(ticket, new SystemError("sendmsg", errnoOf("ECONNREFUSED")!));
      });
    });
  }

  join(group: number): number {
    return this.#call(() => this.groups.add(checkArgument("join", "group", group, aGroup)));
  }

  leave(group: number): number {
    return this.#call(() => this.groups.delete(checkArgument("leave", "group", group, aGroup)));
  }

  pause(yes: boolean): void {
    this.#paused = yes;
    this.#wake();
  }

  keepAlive(): void {}

  /** Puts a datagram into its queue. */
  deliver(bytes: Uint8Array, origin: Partial<Pick<Datagram, "group">> = {}): void {
    this.#queue.put(datagram(bytes, origin));
    this.#wake();
  }

  /** Lets its queue overflow with what is delivered now. */
  overflow(): void {
    this.#queue.overflow();
    this.#wake();
  }

  /** Does not read for so many turns. */
  hold(turns: number): void {
    this.#held += turns;
  }

  /** Ends what goes on, without a word. */
  close(): void {
    this.#closed = true;
    this.task = undefined;
  }

  /** Ends it with an error. */
  die(): void {
    this.close();
    this.#arrivals.error(new ClosedError("the socket", { cause: new Error("a fault ended it") }));
  }

  /** Makes a call and returns its ticket. */
  #call(call: (ticket: number) => void): number {
    const ticket = ++this.#tickets;
    try {
      call(ticket);
    } catch (error) {
      this.#fail(ticket, error as Error);
    }
    return ticket;
  }

  #fail(ticket: number, error: Error): void {
    this.#queue.tell({ type: "failed", ticket, error });
    this.#wake();
  }

  /** Has one arrival read in the next turn. */
  #wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    queueMicrotask(() => {
      this.#woken = false;
      if (!this.#paused && !this.#closed) this.#read();
    });
  }

  #read(): void {
    if (this.#held > 0) {
      this.#held--;
      return this.#wake();
    }
    const arrival = this.#queue.take();
    if (arrival === undefined) return;
    this.proceed();
    this.#wake();
    this.#arrivals.next(arrival);
  }

  /** Goes on with the dump when there is room for what it has to say; `cut` says where that ends, if early. */
  proceed(cut?: (bytes: Uint8Array) => number): void {
    if (this.task === undefined || !this.#queue.empty) return;
    const bytes = this.task.next();
    if (bytes === undefined) this.task = undefined;
    else this.deliver(bytes.subarray(0, cut?.(bytes)));
  }
}
