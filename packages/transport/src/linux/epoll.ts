import { EINTR, EPOLL_CLOEXEC, EPOLL_CTL_ADD, EPOLL_CTL_DEL, EPOLLET, EPOLLIN } from "./constants.js";
import type { Libc } from "./libc.js";
import { LE } from "./native.js";

/** Offset of the 64 bits of data in `struct epoll_event`, which is packed on x64 only. */
export const EVENT_DATA = process.arch === "x64" ? 4 : 8;
/** `sizeof(struct epoll_event)`. */
export const EVENT_SIZE = EVENT_DATA + 8;
/** Maximum number of events per wait. */
const MAX_EVENTS = 64;

/** Waits for several file descriptors, each identified by a number that the caller chose. */
export class Epoll {
  readonly #libc: Libc;
  readonly #fd: number;
  readonly #events = new Uint8Array(EVENT_SIZE * MAX_EVENTS);
  readonly #view = new DataView(this.#events.buffer);

  constructor(libc: Libc) {
    this.#libc = libc;
    this.#fd = libc.check("epoll_create1", libc.epoll_create1(EPOLL_CLOEXEC));
  }

  /** Watches a file descriptor for input. */
  add(fd: number, number: number): void {
    this.#add(fd, number, EPOLLIN);
  }

  /** Watches a file descriptor that nobody reads: each new input makes it readable again. */
  addUnread(fd: number, number: number): void {
    this.#add(fd, number, (EPOLLIN | EPOLLET) >>> 0);
  }

  #add(fd: number, number: number, events: number): void {
    const event = new Uint8Array(EVENT_SIZE);
    const view = new DataView(event.buffer);
    view.setUint32(0, events, LE);
    view.setUint32(EVENT_DATA, number, LE);
    this.#libc.check("epoll_ctl", this.#libc.epoll_ctl(this.#fd, EPOLL_CTL_ADD, fd, event));
  }

  /** Stops watching a file descriptor. */
  remove(fd: number): void {
    this.#libc.check(
      "epoll_ctl",
      this.#libc.epoll_ctl(this.#fd, EPOLL_CTL_DEL, fd, new Uint8Array(EVENT_SIZE)),
    );
  }

  /** Blocks until some are readable, or for `timeout` milliseconds, and returns how many; see {@link numberAt}. */
  wait(timeout: number): number {
    const count = this.#libc.epoll_wait(this.#fd, this.#events, MAX_EVENTS, timeout);
    if (count < 0 && this.#libc.errno() === EINTR) return 0;
    return this.#libc.check("epoll_wait", count);
  }

  /** Returns the number of a descriptor that the last wait found readable. */
  numberAt(index: number): number {
    return this.#view.getUint32(index * EVENT_SIZE + EVENT_DATA, LE);
  }

  /** Closes its own descriptor. */
  close(): void {
    this.#libc.close(this.#fd);
  }
}
