import type { Libc } from "./libc.js";

/** File descriptors above this number are not kept account of; few systems allow a process that many. */
const MOST = 1 << 20;

/**
 * The file descriptors that a pump holds, one bit each, in shared memory: where its thread dies, they are left open,
 * and nobody else knows them.
 */
export class Descriptors {
  constructor(readonly words = new Int32Array(new SharedArrayBuffer(MOST / 8))) {}

  /** The pump holds it. */
  add(fd: number): void {
    if (fd >= 0 && fd < MOST) Atomics.or(this.words, fd >> 5, 1 << (fd & 31));
  }

  /** The pump has closed it, or given it away. */
  remove(fd: number): void {
    if (fd >= 0 && fd < MOST) Atomics.and(this.words, fd >> 5, ~(1 << (fd & 31)));
  }

  /** Closes them all, when the thread is no more. */
  closeAll(libc: Libc): void {
    this.words.forEach((word, index) => {
      for (let bit = 0; word !== 0 && bit < 32; bit++)
        if ((word & (1 << bit)) !== 0) libc.close(index * 32 + bit);
      this.words[index] = 0;
    });
  }
}

/** The C library, with an account of what is opened and closed. */
export function accountable(libc: Libc, descriptors: Descriptors): Libc {
  const opening =
    (call: Libc["open"]): Libc["open"] =>
    (...args) => {
      const fd = call(...args);
      descriptors.add(fd);
      return fd;
    };
  return {
    ...libc,
    open: opening(libc.open),
    socket: opening(libc.socket),
    epoll_create1: opening(libc.epoll_create1),
    close(fd) {
      // Not after: the number may then be another's, who has entered it already.
      descriptors.remove(fd as number);
      return libc.close(fd!);
    },
  };
}
