import type { Arrival, Datagram, GroupOf, Socket } from "@rxnetlink/core";
import {
  aBoolean,
  addressedGroup,
  checkArgument,
  checkSend,
  groupNumber,
  inSubscriberContext,
} from "@rxnetlink/core/internal";
import { Subject } from "rxjs";
import type { KernelSocket, SocketHandle } from "../linux/kernel-socket.js";
import type { Libc } from "../linux/libc.js";
import { NO_NSID } from "../linux/origin.js";
import { type ArrivalSink, readUntilEmpty } from "../linux/read-until-empty.js";
import { type Received, Receiver } from "../linux/receiver.js";
import { Slices } from "./slices.js";

/** Reads sockets in the thread of the event loop, in {@link Slices}. */
export class DirectReader {
  readonly #receiver: Receiver;
  readonly #due = new Set<DirectSocket>();
  readonly #slices = new Slices(() => this.#readAll());

  constructor(libc: Libc) {
    this.#receiver = new Receiver(libc);
  }

  /** True if the current slice has time left. */
  get hasTime(): boolean {
    return !this.#slices.over;
  }

  /** Reads a socket until it is empty. */
  read(socket: DirectSocket): void {
    this.#due.add(socket);
    this.#slices.start();
  }

  #readAll(): void {
    for (const socket of this.#due) {
      if (!socket.readWith(this.#receiver) && this.#slices.over) return this.#slices.resume();
      this.#due.delete(socket);
    }
  }
}

/** Watches what a {@link DirectSocket} costs, and whether it suffices. */
export interface DirectObserver {
  /** Handles the time that a call took, in milliseconds. */
  called(time: number): void;
  /** Handles the time that reading and delivering took; the socket has then used up `slices` of the event loop in a row. */
  read(time: number, slices: number): void;
  /** Handles a socket that is empty although something was sent: the reply comes later, without another call. */
  unanswered(): void;
}

/** A socket that is read at the end of each turn in which something was sent. */
export class DirectSocket implements Socket, ArrivalSink {
  readonly #socket: KernelSocket;
  readonly #reader: DirectReader;
  readonly #arrivals = new Subject<Arrival>();
  readonly arrivals$ = this.#arrivals.pipe(inSubscriberContext());
  readonly #observer: DirectObserver | undefined;
  /** Tickets are negative, so that they differ from those of a pump that takes the socket over. */
  #tickets = 0;
  #closed = false;
  /** Set from a request until something arrives. */
  #asked = false;
  /** Slices in a row that were not enough to empty the socket. */
  #slices = 0;

  constructor(socket: KernelSocket, reader: DirectReader, observer?: DirectObserver) {
    this.#socket = socket;
    this.#reader = reader;
    this.#observer = observer;
  }

  get portId(): number {
    return this.#socket.portId;
  }

  get protocol(): number {
    return this.#socket.protocol;
  }

  send(bytes: Uint8Array, portId = 0, group?: GroupOf): number {
    const ticket = this.#call(() => {
      checkSend(bytes, portId);
      this.#socket.send(bytes, portId, addressedGroup(this.#socket.protocol, group));
      this.#asked = true;
    });
    this.#readSoon();
    return ticket;
  }

  join(group: GroupOf): number {
    const { protocol } = this.#socket;
    return this.#call(() => this.#socket.join(groupNumber("join", "group", protocol, group)));
  }

  leave(group: GroupOf): number {
    const { protocol } = this.#socket;
    return this.#call(() => this.#socket.leave(groupNumber("leave", "group", protocol, group)));
  }

  pause(yes: boolean): void {
    this.#call(() => {
      checkArgument("pause", "yes", yes, aBoolean);
      const resumes = this.#socket.paused && !yes;
      this.#socket.paused = yes;
      if (resumes) this.#readSoon();
    });
  }

  keepAlive(yes: boolean): void {
    this.#call(() => checkArgument("keepAlive", "yes", yes, aBoolean));
  }

  close(): void {
    this.#closed = true;
    this.#socket.close();
    this.#arrivals.complete();
  }

  /** Fails a call that was not made, as if the kernel had rejected it; returns its ticket. */
  reject(error: unknown): number {
    return this.#call(() => {
      throw error;
    });
  }

  /** Hands the socket over; it completes here, and remains open. */
  release(): SocketHandle {
    this.#closed = true;
    this.#arrivals.complete();
    return this.#socket.release();
  }

  /** Reads until nothing is left or the slice is over; returns false in the latter case. */
  readWith(receiver: Receiver): boolean {
    if (this.#closed) return true;
    const begun = performance.now();
    try {
      const empty = readUntilEmpty(receiver, this.#socket, this, 1);
      this.#slices = empty || this.#reader.hasTime ? 0 : this.#slices + 1;
      this.#observer?.read(performance.now() - begun, this.#slices);
      if (empty && this.#asked) this.#observer?.unanswered();
      return empty;
    } catch (error) {
      this.#arrivals.error(error);
      return true;
    }
  }

  get canReceive(): boolean {
    return !this.#closed && this.#reader.hasTime;
  }

  datagram(_: number, { bytes, portId, group, nsid, credentials }: Received): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#asked = false;
    const known = nsid === NO_NSID ? undefined : nsid;
    const end = bytes.length;
    const datagram: Datagram = { type: "datagram", view, start: 0, end, portId, group, nsid: known };
    this.#arrivals.next(credentials === undefined ? datagram : { ...datagram, credentials });
  }

  truncated(_: number, { portId, group, size }: Received): void {
    this.#asked = false;
    this.#arrivals.next({ type: "truncated", portId, group, size });
  }

  overrun(_: number, drops: number): void {
    this.#asked = false;
    this.#arrivals.next({ type: "overrun", drops });
  }

  drained(): void {
    this.#arrivals.next({ type: "drained" });
  }

  /** Makes a call and returns its ticket; errors arrive as a `callFailed` arrival. */
  #call(call: () => void): number {
    const ticket = --this.#tickets;
    const begun = performance.now();
    try {
      call();
      this.#observer?.called(performance.now() - begun);
    } catch (error) {
      queueMicrotask(() => this.#arrivals.next({ type: "callFailed", ticket, error: error as Error }));
    }
    return ticket;
  }

  #readSoon(): void {
    queueMicrotask(() => this.#reader.read(this));
  }
}
