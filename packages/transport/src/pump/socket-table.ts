import { Epoll } from "../linux/epoll.js";
import type { KernelSocket } from "../linux/kernel-socket.js";
import type { Libc } from "../linux/libc.js";
import type { SocketStatistics } from "../statistics.js";

/** The eventfd's number among the sockets, which count from 1. */
const WAKE = 0;
/** The number of the thread's event loop, which wakes the pump by no more than that it has something to hear. */
const LOOP = 0xffff_ffff;

/** The sockets of a pump by number, and which of them have something to be read. */
export class SocketTable {
  readonly #libc: Libc;
  readonly #wake: number;
  readonly #everything: Epoll;
  readonly #commandsOnly: Epoll;
  readonly #sockets = new Map<number, KernelSocket>();
  readonly #ready = new Set<number>();
  /** The kernel handles a request inside sendto(): the answers of these sockets wait already. */
  readonly #answering = new Set<number>();

  constructor(libc: Libc, wake: number) {
    this.#libc = libc;
    this.#wake = wake;
    this.#everything = new Epoll(libc);
    this.#commandsOnly = new Epoll(libc);
    const loop = libc.loopFd();
    for (const epoll of [this.#everything, this.#commandsOnly]) {
      epoll.add(wake, WAKE);
      epoll.addUnread(loop, LOOP);
    }
  }

  /** Whether answers wait, on any socket or on this one. */
  answers(number?: number): boolean {
    return number === undefined ? this.#answering.size > 0 : this.#answering.has(number);
  }

  get(number: number): KernelSocket | undefined {
    return this.#sockets.get(number);
  }

  /** Takes a socket in, or closes it where it cannot be waited for. */
  add(number: number, socket: KernelSocket): void {
    try {
      this.#everything.add(socket.fd, number);
    } catch (error) {
      socket.close();
      throw error;
    }
    this.#sockets.set(number, socket);
  }

  /** Notes that a request leaves a socket, whose answer then waits. */
  expectAnswer(number: number): void {
    this.#answering.add(number);
  }

  /** Looks which sockets are readable, waiting for `timeout` milliseconds at most. */
  look(timeout: number): void {
    this.#wait(this.#everything, timeout);
  }

  /** Waits for a command alone. */
  waitForCommand(timeout: number): void {
    this.#wait(this.#commandsOnly, timeout);
  }

  /**
   * Visits what is readable, the answers last: notifications that a request caused were sent before its
   * acknowledgement, and so arrive before it.
   */
  eachReadable(visit: (number: number, socket: KernelSocket) => void): void {
    const { size } = this.#answering;
    if (size > 0 && size < this.#sockets.size) this.look(0);
    for (const number of this.#ready) if (!this.#answering.has(number)) this.#visit(number, visit);
    for (const number of this.#answering) this.#visit(number, visit);
    this.#answering.clear();
  }

  /** Stops reading a socket, or goes on. */
  pause(number: number, paused: boolean): void {
    const socket = this.#sockets.get(number);
    if (socket === undefined || socket.paused === paused) return;
    if (paused) this.#everything.remove(socket.fd);
    else this.#everything.add(socket.fd, number);
    socket.paused = paused;
  }

  /** Closes a socket. */
  close(number: number): void {
    const socket = this.#sockets.get(number);
    if (socket === undefined) return;
    if (!socket.paused) this.#everything.remove(socket.fd);
    this.#sockets.delete(number);
    this.#ready.delete(number);
    this.#answering.delete(number);
    socket.close();
  }

  /** Closes all of them, and what they are waited for by. */
  closeAll(): void {
    for (const number of [...this.#sockets.keys()]) this.close(number);
    this.#everything.close();
    this.#commandsOnly.close();
  }

  statistics(): SocketStatistics[] {
    return Array.from(this.#sockets.values(), (socket) => socket.statistics());
  }

  #visit(number: number, visit: (number: number, socket: KernelSocket) => void): void {
    const socket = this.#sockets.get(number);
    if (socket !== undefined) visit(number, socket);
    // That its queue is empty after an overflow can be seen by reading alone: epoll is silent then.
    if (socket?.congested) this.#ready.add(number);
    else this.#ready.delete(number);
  }

  #wait(epoll: Epoll, timeout: number): void {
    for (const number of epoll.wait(timeout)) {
      if (number === WAKE) this.#libc.read(this.#wake, new Uint8Array(8), 8);
      else if (number !== LOOP) this.#ready.add(number);
    }
  }
}
