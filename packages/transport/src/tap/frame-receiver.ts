import { SystemError } from "@rxnetlink/core";
import { EAGAIN, EINTR, MSG_DONTWAIT, MSG_TRUNC, SO_TIMESTAMPNS, SOL_SOCKET } from "../linux/constants.js";
import type { Libc } from "../linux/libc.js";
import { getSize, LE, POINTER, setPointer, setSize } from "../linux/native.js";
import { CMSG, MMSGHDR, WORDS } from "../linux/receiver.js";
import { LINK_ADDRESS, protocolOf } from "./link-address.js";

/** Largest datagram that is received whole; the kernel sends dumps in pieces of 32 KiB, and lets programs send a few MiB. */
const LARGEST = 4 * 1024 * 1024;
/** Bytes for control messages: a time takes 32. */
const CONTROL = 64;
const SECOND = 1_000_000_000n;

/** A datagram of netlink that passed a link. */
export interface TappedDatagram {
  /** Discriminates what a tap emits. */
  readonly type: "datagram";
  /** Time in nanoseconds since 1970, by the kernel's clock. */
  readonly time: bigint;
  /** The netlink protocol, by number. */
  readonly protocol: number;
  /** The datagram, or the beginning of one of more than 4 MiB. */
  readonly bytes: Uint8Array;
  /** Size of the whole datagram. */
  readonly size: number;
}

const word = (name: keyof typeof WORDS) => WORDS[name] * POINTER;

/** Receives datagrams of a packet socket, one at a time. It owns all memory that the kernel writes to. */
export class FrameReceiver {
  readonly #libc: Libc;
  readonly #header = new Uint8Array(MMSGHDR);
  readonly #headerView = new DataView(this.#header.buffer);
  readonly #iovec = new Uint8Array(2 * POINTER);
  readonly #address = new Uint8Array(LINK_ADDRESS);
  readonly #control = new Uint8Array(CONTROL);
  readonly #bytes = new Uint8Array(LARGEST);

  constructor(libc: Libc) {
    this.#libc = libc;
    const iovec = new DataView(this.#iovec.buffer);
    setPointer(iovec, 0, libc.address(this.#bytes));
    setPointer(iovec, POINTER, LARGEST);
    setPointer(this.#headerView, word("name"), libc.address(this.#address));
    setPointer(this.#headerView, word("iov"), libc.address(this.#iovec));
    setPointer(this.#headerView, word("iovlen"), 1);
    setPointer(this.#headerView, word("control"), libc.address(this.#control));
  }

  /**
   * Receives a datagram, if one is there.
   *
   * @throws SystemError if the socket can no longer be read, such as `ENETDOWN` when its link is gone.
   */
  receive(fd: number): TappedDatagram | undefined {
    this.#headerView.setUint32(word("namelen"), LINK_ADDRESS, LE);
    setSize(this.#headerView, word("controllen"), CONTROL);
    const count = this.#libc.recvmmsg(fd, this.#header, 1, MSG_DONTWAIT | MSG_TRUNC, null);
    const errno = count < 0 ? this.#libc.errno() : 0;
    if (errno === EAGAIN || errno === EINTR) return undefined;
    if (errno !== 0) throw new SystemError("recvmmsg", errno);
    const size = this.#headerView.getUint32(word("length"), LE);
    return {
      type: "datagram",
      time: this.#time(),
      protocol: protocolOf(this.#address),
      bytes: this.#bytes.slice(0, Math.min(size, LARGEST)),
      size,
    };
  }

  /** Reads the time from the control messages. */
  #time(): bigint {
    const view = new DataView(this.#control.buffer);
    const end = getSize(this.#headerView, word("controllen"));
    for (let at = 0; end - at >= CMSG.data; ) {
      const isTime =
        view.getInt32(at + CMSG.level, LE) === SOL_SOCKET &&
        view.getInt32(at + CMSG.type, LE) === SO_TIMESTAMPNS;
      const data = at + CMSG.data;
      // A `struct timespec` of two longs.
      if (isTime) return BigInt(getSize(view, data)) * SECOND + BigInt(getSize(view, data + POINTER));
      at += (getSize(view, at) + POINTER - 1) & -POINTER;
    }
    return BigInt(Date.now()) * 1_000_000n;
  }
}
