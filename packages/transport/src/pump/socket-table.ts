import { Epoll } from "../linux/epoll.js";
import type { KernelSocket } from "../linux/kernel-socket.js";
import type { Libc } from "../linux/libc.js";
import type { SocketStatistics } from "../statistics.js";

/** Number of the eventfd among the sockets, which count from 1. */
const WAKE = 0;
/** Number of the thread's event loop, which only wakes the pump. */
const LOOP = 0xffff_ffff;

/** The sockets of a pump by number, and which of them are readable. */
export class SocketTable {
  readonly #libc: Libc;
  readonly #wakeFd: number;
  readonly #everything: Epoll;
  readonly #commandsOnly: Epoll;
  readonly #sockets = new Map<number, KernelSocket>();
  readonly #readable = new Set<number>();
  /** Receives the count of the eventfd. */
  readonly #counter = new Uint8Array(8);
  /** Sockets with replies: the kernel handles a request inside sendto(), so they are queued already. */
  readonly #withReplies = new Set<number>();

  constructor(libc: Libc, wakeFd: number) {
    this.#libc = libc;
    this.#wakeFd = wakeFd;
    this.#everything = new Epoll(libc);
    this.#commandsOnly = new Epoll(libc);
    const loop = libc.loopFd();
    for (const epoll of [this.#everything, this.#commandsOnly]) {
      epoll.add(wakeFd, WAKE);
      if (loop !== undefined) epoll.addUnread(loop, LOOP);
    }
  }

  /** True if replies are queued on any socket, or on this one. */
  hasReplies(number?: number): boolean {
    return number === undefined ? this.#withReplies.size > 0 : this.#withReplies.has(number);
  }

  get(number: number): KernelSocket | undefined {
    return this.#sockets.get(number);
  }

  /** Adds a socket, or closes it if epoll cannot watch it. */
  add(socket: KernelSocket): void {
    try {
      if (!socket.paused) this.#everything.add(socket.fd, socket.number);
    } catch (error) {
      socket.close();
      throw error;
    }
    this.#sockets.set(socket.number, socket);
    // One that was handed over may be empty, which epoll does not report.
    if (socket.congested) this.#readable.add(socket.number);
  }

  /** Records that a request leaves by a socket, whose reply is then queued. */
  expectReply(number: number): void {
    this.#withReplies.add(number);
  }

  /** Waits up to `timeout` milliseconds for readable sockets or a command; returns true for sockets alone. */
  wait(timeout: number): boolean {
    return this.#wait(this.#everything, timeout);
  }

  /** Waits up to `timeout` milliseconds for a command alone. */
  waitForCommand(timeout: number): void {
    this.#wait(this.#commandsOnly, timeout);
  }

  /**
   * Visits the readable sockets, those with replies last: notifications that a request caused were sent before its
   * acknowledgement, and so arrive before it.
   */
  eachReadable(visit: (socket: KernelSocket) => void): void {
    const { size } = this.#withReplies;
    if (size > 0 && size < this.#sockets.size) this.wait(0);
    for (const number of this.#readable) if (!this.#withReplies.has(number)) this.#visit(number, visit);
    for (const number of this.#withReplies) this.#visit(number, visit);
    this.#withReplies.clear();
  }

  /** Stops reading a socket, or resumes. */
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
    this.#readable.delete(number);
    this.#withReplies.delete(number);
    socket.close();
  }

  /** Closes all sockets and the descriptors that watch them. */
  closeAll(): void {
    for (const number of [...this.#sockets.keys()]) this.close(number);
    this.#everything.close();
    this.#commandsOnly.close();
  }

  statistics(): SocketStatistics[] {
    return Array.from(this.#sockets.values(), (socket) => socket.statistics());
  }

  #visit(number: number, visit: (socket: KernelSocket) => void): void {
    const socket = this.#sockets.get(number);
    if (socket !== undefined) visit(socket);
    // Only reading shows that its queue is empty after an overrun: epoll does not report it.
    if (socket?.congested) this.#readable.add(number);
    else this.#readable.delete(number);
  }

  #wait(epoll: Epoll, timeout: number): boolean {
    const count = epoll.wait(timeout);
    let others = 0;
    for (let i = 0; i < count; i++) {
      const number = epoll.numberAt(i);
      if (number !== WAKE && number !== LOOP) this.#readable.add(number);
      else {
        others++;
        if (number === WAKE) this.#libc.read(this.#wakeFd, this.#counter, 8);
      }
    }
    return count > 0 && others === 0;
  }
}
