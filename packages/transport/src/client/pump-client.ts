import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { type Arrival, ClosedError, type SocketOptions } from "@rxnetlink/core";
import { LaneClient } from "../channel/fast-path.js";
import { Numbers } from "../channel/numbers.js";
import {
  AHEAD,
  type Arrived,
  CONTROL,
  type Command,
  type Done,
  type Failed,
  newControl,
  type PumpStart,
  type Report,
  unread,
} from "../channel/protocol.js";
import { readSlab } from "../channel/slab.js";
import { EFD_CLOEXEC, EFD_NONBLOCK } from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";
import type { TransportStatistics } from "../statistics.js";
import { atExit } from "./at-exit.js";
import { errorOf, unusable } from "./failure.js";
import { Inbox } from "./inbox.js";
import { type CommandOf, Outbox } from "./outbox.js";
import type { ResourceLimits } from "./resource-limits.js";
import { newThread, type Thread } from "./thread.js";

/** Slabs that travel between a pump and the main thread; 2 MiB bound what is on the way. */
const SLABS = 8;

/** How long the exit of the process waits for a system call that a pump is in, in milliseconds. */
const PATIENCE = 1000;

const ONE = new Uint8Array(new BigUint64Array([1n]).buffer);

/** Receives what happens on a socket. */
export interface SocketObserver {
  arrived(arrival: Arrival): void;
  failed(error: Error): void;
  /** The pump was shut down. */
  closed(): void;
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** The main thread's side of a pump. */
export class PumpClient {
  readonly #libc: Libc;
  readonly #port: MessagePort;
  readonly #control = newControl();
  readonly #wakeFd: number;
  readonly #thread: Thread;
  readonly #sockets = new Map<number, SocketObserver>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  readonly #outbox: Outbox;
  readonly #numbers = new Numbers();
  #alive = 0;
  #dead: Error | undefined;
  #buried: Promise<void> | undefined;
  readonly #staying: () => void;

  constructor(libc: Libc, resourceLimits?: ResourceLimits) {
    this.#libc = libc;
    this.#thread = newThread((error) => this.#inbox.after(() => this.#end(error)), resourceLimits);
    this.#wakeFd = libc.check("eventfd", libc.eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#ended = new Promise((resolve) => port1.once("close", () => resolve(this.#left())));
    port1.on("message", (report: Report) => this.#reports[report.type](report as never));
    port1.unref();
    // A thread in the kernel would hang the exit of the process: it is woken.
    this.#staying = atExit(() => {
      this.#stop();
      // Node ends threads next; one that is inside a native call then would abort the process.
      Atomics.wait(this.#control, CONTROL.ended, 0, PATIENCE);
    });
    const [lane, spins] = [new LaneClient(), availableParallelism() > 1];
    this.#outbox = new Outbox({
      port: port1,
      control: this.#control,
      lane,
      spins,
      hasTime: () => this.#inbox.hasTime,
      wake: () => this.#wake(),
      answered: (slab) => readSlab(slab, (socket, arrival) => this.#arrived(socket, arrival)),
      refused: (command, cause) => this.#refused(command, cause),
    });
    this.#start({
      port: port2,
      koffi: libc.koffi,
      wake: this.#wakeFd,
      control: this.#control,
      lane: lane.memory,
      spin: spins,
      slabs: SLABS,
    });
  }

  /** Whether its thread has ended. */
  get dead(): boolean {
    return this.#dead !== undefined;
  }

  /** Opens a socket and returns its number at once; `opened` or `observer.failed` is called later. */
  open(options: SocketOptions, observer: SocketObserver, opened: (portId: number) => void): number {
    const socket = this.#numbers.next(this.#sockets);
    this.#sockets.set(socket, observer);
    this.#ask("open", { socket, options }, { resolve: opened, reject: (error) => observer.failed(error) });
    return socket;
  }

  /** Closes a socket; nothing more is heard of it. */
  close(socket: number): void {
    if (!this.#sockets.delete(socket) || this.dead) return;
    this.#outbox.post("close", { socket });
  }

  /** Sends a datagram from a socket; returns the ticket of a `failed` arrival. */
  send(socket: number, bytes: Uint8Array, portId: number): number {
    // The rest of a buffer may be anybody's, as with Node's own small ones.
    const own = bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    return this.#outbox.post("send", { socket, bytes: own, portId });
  }

  /** Fails a call that was not made, like one that the kernel refuses; returns its ticket. */
  refuse(socket: number, error: Error): number {
    const ticket = this.#outbox.ticket();
    queueMicrotask(() => this.#failed(ticket, socket, error));
    return ticket;
  }

  /** Joins or leaves a multicast group; returns the ticket of a `failed` arrival. */
  membership(type: "join" | "leave", socket: number, group: number): number {
    return this.#outbox.post(type, { socket, group });
  }

  /** Stops reading a socket, or goes on. */
  pause(socket: number, paused: boolean): void {
    this.#outbox.post("pause", { socket, paused });
  }

  /** What the pump and its sockets have done. */
  statistics(): Promise<TransportStatistics> {
    return new Promise((resolve, reject) => this.#ask("statistics", {}, { resolve, reject }));
  }

  /** Makes a network namespace, with a name or without, and gives its descriptor. */
  createNamespace(name?: string): Promise<number> {
    return new Promise((resolve, reject) => this.#ask("createNamespace", { name }, { resolve, reject }));
  }

  /** Takes away the name of a network namespace. */
  deleteNamespace(name: string): Promise<number> {
    return new Promise((resolve, reject) => this.#ask("deleteNamespace", { name }, { resolve, reject }));
  }

  /** Counts reasons for the process to live on: while there is one, the pump keeps it alive. */
  keepAlive(yes: boolean): void {
    this.#alive += yes ? 1 : -1;
    if (this.#alive > 0) this.#port.ref();
    else this.#port.unref();
  }

  /** Ends the thread and with it all its sockets. */
  async shutDown(): Promise<void> {
    // The caller waits: a process that has nothing else to do must not end before the thread has.
    if (!this.dead) {
      this.keepAlive(true);
      this.#stop();
    }
    await this.#ended;
    await this.#thread.destroy();
    await this.#buried;
  }

  #start(start: PumpStart): void {
    this.keepAlive(true);
    this.#thread.adopt(start).then(
      () => this.keepAlive(false),
      (error) => this.#end(error),
    );
  }

  /** Sends a command that answers. */
  #ask<T extends Command["type"]>(type: T, command: CommandOf<T>, waiting: Waiting): void {
    if (this.#dead !== undefined) return waiting.reject(this.#dead);
    const settle =
      <T>(how: (value: T) => void) =>
      (value: T) => {
        this.keepAlive(false);
        how(value);
      };
    this.keepAlive(true);
    const ticket = this.#outbox.post(type, command);
    this.#waiting.set(ticket, { resolve: settle(waiting.resolve), reject: settle(waiting.reject) });
  }

  readonly #inbox = new Inbox({
    arrived: (socket, arrival) => this.#arrived(socket, arrival),
    read: ({ buffer, reusable }) => {
      const [control, outbox] = [this.#control, this.#outbox];
      Atomics.add(control, CONTROL.read, 1);
      if (reusable) outbox.giveBack(buffer);
      else if (Atomics.load(control, CONTROL.holding) === 1 && unread(control) < AHEAD) outbox.wake();
    },
  });

  #arrived(socket: number, arrival: Arrival): void {
    this.#sockets.get(socket)?.arrived(arrival);
  }

  readonly #reports = {
    arrived: (arrived: Arrived) => this.#inbox.take(arrived),
    done: ({ ticket, result }: Done) => this.#settle(ticket)?.resolve(result as never),
    failed: (report: Failed) => this.#failed(report.ticket, report.socket, errorOf(report)),
  };

  /** A command cannot be told to the pump. */
  #refused(command: Command, cause: unknown): void {
    this.#failed(command.ticket, "socket" in command ? command.socket : 0, unusable(command.type, cause));
  }

  /** A command has failed, or with the ticket 0 a socket. */
  #failed(ticket: number, socket: number, error: Error): void {
    const waiting = this.#settle(ticket);
    if (waiting !== undefined) return waiting.reject(error);
    this.#inbox.after(() => {
      if (ticket === 0) this.#sockets.get(socket)?.failed(error);
      else this.#arrived(socket, { type: "callFailed", ticket, error });
    });
  }

  #settle(ticket: number): Waiting | undefined {
    const waiting = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    return waiting;
  }

  #stop(): void {
    Atomics.store(this.#control, CONTROL.stop, 1);
    this.#wake();
  }

  #wake(): void {
    this.#libc.write(this.#wakeFd, ONE, 8);
  }

  /** The thread has let go of its port: it was told to end, or died; an error then comes before it is no more. */
  async #left(): Promise<void> {
    const ended = Atomics.load(this.#control, CONTROL.ended) === 1;
    if (!ended) await this.#exited();
    await new Promise<void>((resolve) => this.#inbox.after(resolve));
    this.#end(ended ? undefined : new Error("the thread has ended by itself"));
  }

  /** Waits for the end of a thread that dies: by itself neither it nor its port, which is closed, keeps the process. */
  async #exited(): Promise<void> {
    const keeping = setInterval(() => {}, PATIENCE);
    await this.#thread.exited;
    clearInterval(keeping);
  }

  /** Ends a thread whose pump could not start, or waits for the end of one that dies. */
  async #bury(): Promise<void> {
    await this.#thread.destroy();
    this.#libc.close(this.#wakeFd);
  }

  /** The thread has ended, as it was told to or by an accident. */
  #end(cause?: unknown): void {
    if (this.#dead !== undefined) return;
    this.#dead = new ClosedError("the transport", cause === undefined ? undefined : { cause });
    this.#staying();
    for (const observer of this.#sockets.values())
      if (cause === undefined) observer.closed();
      else observer.failed(this.#dead);
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
    this.#sockets.clear();
    this.#outbox.close();
    this.#port.close();
    if (cause === undefined) this.#libc.close(this.#wakeFd);
    else this.#buried = this.#bury();
  }
}
