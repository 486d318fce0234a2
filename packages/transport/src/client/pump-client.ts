import type { Arrival } from "@rxnetlink/core";
import type { NumberedSocketOptions } from "@rxnetlink/core/internal";
import { MAX_UNREAD } from "../channel/control.js";
import { FastPathClient } from "../channel/fast-path.js";
import { Numbers } from "../channel/numbers.js";
import type {
  Call,
  Command,
  FailedReport,
  ParametersOf,
  Report,
  ResultReport,
  Results,
  SlabReport,
} from "../channel/protocol.js";
import { readSlab } from "../channel/slab.js";
import { Spinning } from "../channel/spinning.js";
import type { SocketHandle } from "../linux/kernel-socket.js";
import type { Libc } from "../linux/libc.js";
import { usableProcessors } from "../linux/processors.js";
import { errorOf, unusable } from "./failure.js";
import { Inbox } from "./inbox.js";
import { Outbox } from "./outbox.js";
import { type PendingCall, PendingCalls } from "./pending-calls.js";
import { PumpLife } from "./pump-life.js";
import type { ResourceLimits } from "./resource-limits.js";

/** Number of slabs that a pump and the main thread share: at most 2 MiB of arrivals are in flight. */
const SLABS = 8;

/** Time for which notifications that come often are collected, in milliseconds. */
const LATENCY_MS = 1;

/** Options of a pump. */
export interface PumpOptions {
  readonly latency?: number;
  readonly resourceLimits?: ResourceLimits;
}

/** Receives the events of a socket. */
export interface SocketObserver {
  /** Handles the opening of the socket. */
  opened(portId: number): void;
  receive(arrival: Arrival): void;
  /** Handles the failure of the socket, perhaps before it was open. */
  failed(error: Error): void;
  /** Handles the shutdown of the pump. */
  closed(): void;
}

/** The main thread's side of a pump. */
export class PumpClient {
  readonly #libc: Libc;
  readonly #life: PumpLife;
  readonly #outbox: Outbox;
  readonly #fastPath: FastPathClient;
  readonly #calls = new PendingCalls((yes) => this.#life.keepAlive(yes));
  readonly #sockets = new Map<number, SocketObserver>();
  readonly #numbers = new Numbers();
  /** Descriptors of sockets that a pump is to take over once it runs. */
  readonly #handed = new Set<number>();
  readonly #receive = (socket: number, arrival: Arrival) => this.#sockets.get(socket)?.receive(arrival);
  readonly #inbox = new Inbox(this.#receive, (slab) => this.#afterRead(slab));

  constructor(libc: Libc, { latency = LATENCY_MS, resourceLimits }: PumpOptions = {}) {
    this.#libc = libc;
    this.#life = new PumpLife(libc, resourceLimits, {
      stopping: () => this.#outbox.flush(),
      afterDelivery: (action) => this.#inbox.after(action),
      ended: (error, crashed) => this.#ended(error, crashed),
    });
    const { control, port } = this.#life;
    const wake = () => this.#life.wake();
    const fastPath = new FastPathClient({
      control,
      spinning: new Spinning(control, usableProcessors() >= 2),
      hasTime: () => this.#inbox.hasTime,
      wake,
      receive: (slab) => readSlab(slab, this.#receive),
    });
    const fail = (command: Command, cause: unknown) =>
      this.#fail(command.ticket, "socket" in command ? command.socket : 0, unusable(command.type, cause));
    this.#fastPath = fastPath;
    this.#outbox = new Outbox({ port, control, fastPath, wake, fail });
    port.on("message", (report: Report) => this.#reports[report.type](report as never));
    port.unref();
    this.#life.whenReady(() => this.#handed.clear());
    this.#life.start({ fastPath: fastPath.memory, latency, slabs: SLABS });
  }

  /** Calls an action once its thread runs: now, if it does. */
  whenReady(action: () => void): void {
    this.#life.whenReady(action);
  }

  /** True once its thread runs. */
  get ready(): boolean {
    return this.#life.ready;
  }

  /** True once its thread has ended. */
  get dead(): boolean {
    return this.#life.error !== undefined;
  }

  /** Opens a socket and returns its number at once; `opened` or `failed` of the observer is called later. */
  open(options: NumberedSocketOptions, observer: SocketObserver): number {
    const socket = this.#numbers.next(this.#sockets);
    this.#sockets.set(socket, observer);
    this.#request(
      "open",
      { socket, options },
      {
        resolve: (portId) => observer.opened(portId),
        reject: (error) => observer.failed(error),
      },
    );
    return socket;
  }

  /** Takes over a socket that the calling thread has opened, and returns its number. */
  adopt(handle: SocketHandle, observer: SocketObserver): number {
    const socket = this.#numbers.next(this.#sockets);
    this.#sockets.set(socket, observer);
    if (!this.ready) this.#handed.add(handle.fd);
    this.#outbox.post("adopt", { socket, handle });
    return socket;
  }

  /** Closes a socket; its observer is not called again. */
  close(socket: number): void {
    if (!this.#sockets.delete(socket) || this.dead) return;
    this.#outbox.post("close", { socket });
  }

  /** Sends a datagram by a socket; returns the ticket of a `callFailed` arrival. */
  send(socket: number, bytes: Uint8Array, portId: number, group = 0): number {
    // The rest of the buffer may belong to others, as with Node's own small buffers.
    const own = bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    return this.#outbox.post("send", { socket, bytes: own, portId, ...(group !== 0 && { group }) });
  }

  /** Fails a call that was not made, as if the kernel had rejected it; returns its ticket. */
  reject(socket: number, error: Error): number {
    const ticket = this.#outbox.ticket();
    queueMicrotask(() => this.#fail(ticket, socket, error));
    return ticket;
  }

  /** Joins or leaves a multicast group; returns the ticket of a `callFailed` arrival. */
  membership(type: "join" | "leave", socket: number, group: number): number {
    return this.#outbox.post(type, { socket, group });
  }

  /** Stops reading a socket, or resumes. */
  pause(socket: number, paused: boolean): void {
    this.#outbox.post("pause", { socket, paused });
  }

  /** Sends a command and returns its result. */
  request<T extends Exclude<Call, "open">>(type: T, parameters: ParametersOf<T>): Promise<Results[T]> {
    return new Promise((resolve, reject) => this.#request(type, parameters, { resolve, reject }));
  }

  /** Adds or removes a reason for the process to stay alive. */
  keepAlive(yes: boolean): void {
    this.#life.keepAlive(yes);
  }

  /** Closes all sockets and ends the thread. */
  shutDown(): Promise<void> {
    return this.#life.shutDown();
  }

  #request<T extends Call>(type: T, parameters: ParametersOf<T>, call: PendingCall<T>): void {
    const { error } = this.#life;
    if (error !== undefined) return call.reject(error);
    this.#calls.add(this.#outbox.post(type, parameters), call);
  }

  readonly #reports = {
    slab: (report: SlabReport) => this.#inbox.receive(report),
    reply: () => this.#inbox.after(() => this.#fastPath.takeReply()),
    result: ({ ticket, result }: ResultReport) => this.#calls.resolve(ticket, result),
    failed: (report: FailedReport) => this.#fail(report.ticket, report.socket, errorOf(report)),
  };

  /** Fails a command or, with ticket 0, a socket. */
  #fail(ticket: number, socket: number, error: Error): void {
    if (this.#calls.reject(ticket, error)) return;
    this.#inbox.after(() => {
      if (ticket === 0) this.#sockets.get(socket)?.failed(error);
      else this.#receive(socket, { type: "callFailed", ticket, error });
    });
  }

  /** Returns a slab that has been read, or wakes the pump if it waited for that. */
  #afterRead({ buffer, reusable }: SlabReport): void {
    const { control } = this.#life;
    control.slabRead();
    if (reusable) this.#outbox.returnSlab(buffer);
    else if (control.holding && control.unreadSlabs < MAX_UNREAD) this.#life.wake();
  }

  #ended(error: Error, crashed: boolean): void {
    for (const observer of this.#sockets.values())
      if (crashed) observer.failed(error);
      else observer.closed();
    this.#calls.rejectAll(error);
    for (const fd of this.#handed) this.#libc.close(fd);
    this.#sockets.clear();
    this.#outbox.close();
  }
}
