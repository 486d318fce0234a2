import {
  type Arrival,
  ClosedError,
  type Datagram,
  errnoOf,
  type GroupOf,
  type Socket,
  SystemError,
} from "@rxnetlink/core";
import { addressedGroup, checkSend, groupNumber, type NumberedSocketOptions } from "@rxnetlink/core/internal";
import { Observable, Subject } from "rxjs";
import { datagram } from "../scripted-transport.js";
import { ReceiveQueue } from "./receive-queue.js";

/** The kernel behind a socket. */
export interface RequestHandler {
  /** Carries out the requests in a datagram, one after the other. */
  receive(bytes: Uint8Array, socket: FakeSocket): void;
}

/** A reply in several datagrams that continues as the socket is read: a dump. */
export interface SocketTask {
  /** Returns its next datagram; `undefined` at the end. */
  next(): Uint8Array | undefined;
}

/** A socket of a fake kernel: the side of the program, and that of the kernel. */
export class FakeSocket implements Socket {
  /** The multicast groups it has joined. */
  readonly groups: Set<number>;
  /** The dump that runs on it. */
  task: SocketTask | undefined;
  readonly arrivals$: Observable<Arrival>;
  readonly #protocol: number;
  readonly #arrivals = new Subject<Arrival>();
  readonly #handler: RequestHandler;
  readonly #queue: ReceiveQueue;
  /** The kernel as a sender. */
  readonly #origin: Pick<Datagram, "credentials">;
  #tickets = 0;
  #held = 0;
  #paused = false;
  #woken = false;
  #closed = false;

  constructor(
    readonly portId: number,
    handler: RequestHandler,
    { protocol, groups = [], passCredentials = false }: NumberedSocketOptions,
    limit: number,
  ) {
    this.#protocol = protocol;
    this.groups = new Set(groups);
    this.#origin = passCredentials ? { credentials: { pid: 0, uid: 0, gid: 0 } } : {};
    this.#handler = handler;
    this.#queue = new ReceiveQueue(limit);
    this.arrivals$ = new Observable((subscriber) => this.#arrivals.subscribe(subscriber));
  }

  send(bytes: Uint8Array, portId = 0, group?: GroupOf): number {
    return this.#call((ticket) => {
      checkSend(bytes, portId);
      addressedGroup(this.#protocol, group);
      queueMicrotask(() => {
        if (portId === 0) this.#handler.receive(bytes, this);
        // No other port is bound.
        else this.#fail(ticket, new SystemError("sendmsg", errnoOf("ECONNREFUSED")!));
      });
    });
  }

  join(group: GroupOf): number {
    return this.#call(() => this.groups.add(groupNumber("join", "group", this.#protocol, group)));
  }

  leave(group: GroupOf): number {
    return this.#call(() => this.groups.delete(groupNumber("leave", "group", this.#protocol, group)));
  }

  pause(yes: boolean): void {
    this.#paused = yes;
    this.#wake();
  }

  keepAlive(): void {}

  /** Queues a datagram from the kernel. */
  deliver(bytes: Uint8Array, origin: Partial<Pick<Datagram, "group">> = {}): void {
    this.#queue.put(datagram(bytes, { ...this.#origin, ...origin }));
    this.#wake();
  }

  /** Overflows its queue, so that the current datagram is lost. */
  overflow(): void {
    this.#queue.overflow();
    this.#wake();
  }

  /** Stops reading for a number of turns. */
  hold(turns: number): void {
    this.#held += turns;
  }

  /** Closes it silently. */
  close(): void {
    this.#closed = true;
    this.task = undefined;
  }

  /** Closes it with an error. */
  die(): void {
    this.close();
    this.#arrivals.error(new ClosedError("the socket", { cause: new Error("a fault ended it") }));
  }

  /** Makes a call and returns its ticket; errors arrive as a `callFailed` arrival. */
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
    this.#queue.putAlways({ type: "callFailed", ticket, error });
    this.#wake();
  }

  /** Schedules the next arrival for the next turn. */
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

  /** Continues the dump if there is room for its next datagram; `cut` returns where a truncated one ends. */
  proceed(cut?: (bytes: Uint8Array) => number): void {
    if (this.task === undefined || !this.#queue.empty) return;
    const bytes = this.task.next();
    if (bytes === undefined) this.task = undefined;
    else this.deliver(bytes.subarray(0, cut?.(bytes)));
  }
}
