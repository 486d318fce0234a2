import { SystemError } from "@rxnetlink/core";
import { EAGAIN, EINTR, ENOBUFS } from "../linux/constants.js";
import type { KernelSocket } from "../linux/kernel-socket.js";
import type { Libc } from "../linux/libc.js";
import { BATCH, type Cut, LARGEST_DATAGRAM, Receiver, tooLarge } from "../linux/receiver.js";
import type { SlabSender } from "./slab-sender.js";

/** Reads sockets of the kernel into what is handed over. */
export class Drain {
  readonly #receiver: Receiver;
  readonly #handOver: SlabSender;

  constructor(libc: Libc, handOver: SlabSender) {
    this.#receiver = new Receiver(libc);
    this.#handOver = handOver;
  }

  /**
   * Reads a socket until it is empty, or no slab is left.
   *
   * @throws SystemError where the socket can be read no more; what was read before is handed over.
   */
  read(number: number, socket: KernelSocket): void {
    while (!socket.paused && this.#handOver.canReceive) {
      const count = this.#receiver.receive(socket.fd, BATCH);
      if (count === -EAGAIN) return this.#emptied(number, socket);
      if (count === -EINTR) return;
      if (count === -ENOBUFS) this.#overflowed(number, socket);
      else if (count < 0) throw new SystemError("recvmmsg", -count);
      for (let i = 0; i < count; i++) this.#keep(number, socket, i);
      if (count >= 0 && count < BATCH && !socket.congested) return;
    }
  }

  #overflowed(number: number, socket: KernelSocket): void {
    socket.congested = true;
    this.#handOver.overrun(number, socket.memory().drops);
  }

  #emptied(number: number, socket: KernelSocket): void {
    if (!socket.congested) return;
    socket.congested = false;
    this.#handOver.drained(number);
  }

  #keep(number: number, socket: KernelSocket, index: number): void {
    const received = this.#receiver.at(index);
    if (received.bytes === undefined) return this.#notWhole(number, socket, received);
    socket.count(received.bytes);
    this.#handOver.datagram(number, received);
  }

  /** What a peer sends ends nothing, whatever its size; and what the kernel said is lost like what it drops. */
  #notWhole(number: number, socket: KernelSocket, cut: Cut): void {
    if (cut.portId !== 0) this.#handOver.truncated(number, cut);
    else if (cut.size > LARGEST_DATAGRAM) throw tooLarge(cut.size);
    else this.#overflowed(number, socket);
  }
}
