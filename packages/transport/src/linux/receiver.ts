import { type Credentials, SystemError } from "@rxnetlink/core";
import {
  EMSGSIZE,
  MSG_DONTWAIT,
  MSG_TRUNC,
  NETLINK_LISTEN_ALL_NSID,
  NETLINK_PKTINFO,
  SCM_CREDENTIALS,
  SOL_NETLINK,
  SOL_SOCKET,
} from "./constants.js";
import type { Libc } from "./libc.js";
import { messagesIn } from "./messages-in.js";
import { getSize, LE, POINTER, setPointer, setSize } from "./native.js";
import { NO_NSID, type Origin } from "./origin.js";
import { portIdOf, SOCKADDR_SIZE } from "./sockaddr.js";

/** Datagrams read by one system call. */
export const BATCH = 32;
/** Bytes for each datagram; those of dumps have at most 32 KiB. */
const SLOT = 64 * 1024;
/** Bytes for the rest of a larger datagram; shared by all slots, see {@link Receiver.at}. */
const SPILL = 4 * 1024 * 1024;
/** Size of the largest datagram that can be received complete. */
export const MAX_DATAGRAM = SLOT + SPILL;
/** Bytes for control messages: the group, the namespace id and the credentials take 80. */
const CONTROL = 96;

// struct mmsghdr in pointer-sized words, except that `flags` and `length` are ints:
// name, namelen, iov, iovlen, control, controllen, flags | length
export const WORDS = {
  name: 0,
  namelen: 1,
  iov: 2,
  iovlen: 3,
  control: 4,
  controllen: 5,
  flags: 6,
  length: 7,
} as const;
/** `sizeof(struct mmsghdr)`. */
export const MMSGHDR = 8 * POINTER;
/** `struct cmsghdr`: size_t length, int level, int type, then data; the next begins at a multiple of a pointer. */
export const CMSG = { level: POINTER, type: POINTER + 4, data: POINTER + 8 } as const;
const word = (message: number, name: keyof typeof WORDS) => message * MMSGHDR + WORDS[name] * POINTER;

/** Up to this size, copying word by word costs less than a view. */
const SMALL = 512;

/** A datagram in the receiver's buffers, valid until the next one is selected. */
export interface Received extends Origin {
  /** Its original size in bytes. */
  readonly size: number;
  /** False if it was too large, or if another large one has overwritten it. */
  readonly complete: boolean;
  /** Number of messages in it, or in its first 64 KiB. */
  readonly messages: number;
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** Copies it into 32-bit words, from the word at `at` on. */
  copyTo(words: Uint32Array, at: number): void;
}

/** Returns the error of a datagram from the kernel that cannot be received complete. */
export const tooLarge = (size: number) =>
  new SystemError("recvmmsg", EMSGSIZE, `a datagram of ${size} bytes; the maximum is ${MAX_DATAGRAM}`);

/**
 * Receives many datagrams with one `recvmmsg`, and shows them one by one, without garbage for each. It owns all memory that
 * the kernel writes to.
 */
export class Receiver implements Received {
  readonly #libc: Libc;
  readonly #headers = new Uint8Array(BATCH * MMSGHDR);
  readonly #header = new DataView(this.#headers.buffer);
  readonly #iovecs = new Uint8Array(BATCH * 4 * POINTER);
  readonly #names = new Uint8Array(BATCH * SOCKADDR_SIZE);
  readonly #name = new DataView(this.#names.buffer);
  readonly #controls = new Uint8Array(BATCH * CONTROL);
  readonly #control = new DataView(this.#controls.buffer);
  readonly #slots = new Uint8Array(BATCH * SLOT);
  readonly #words = new Uint32Array(this.#slots.buffer);
  /** Number of headers that the kernel has written to, and that must be reset. */
  #used = BATCH;
  readonly #spill = new Uint8Array(SPILL);
  /** Number of the selected datagram in its batch. */
  #selected = 0;
  size = 0;
  portId = 0;
  group = 0;
  nsid = NO_NSID;
  credentials: Credentials | undefined;

  constructor(libc: Libc) {
    this.#libc = libc;
    const [iovecs, names, controls, slots, spill] = [
      this.#iovecs,
      this.#names,
      this.#controls,
      this.#slots,
      this.#spill,
    ].map((buffer) => libc.address(buffer)) as [bigint, bigint, bigint, bigint, bigint];
    const iovec = new DataView(this.#iovecs.buffer);
    for (let i = 0; i < BATCH; i++) {
      const at = i * 4 * POINTER;
      setPointer(iovec, at, slots + BigInt(i * SLOT));
      setPointer(iovec, at + POINTER, SLOT);
      setPointer(iovec, at + 2 * POINTER, spill);
      setPointer(iovec, at + 3 * POINTER, SPILL);
      setPointer(this.#header, word(i, "name"), names + BigInt(i * SOCKADDR_SIZE));
      setPointer(this.#header, word(i, "iov"), iovecs + BigInt(at));
      setPointer(this.#header, word(i, "iovlen"), 2);
      setPointer(this.#header, word(i, "control"), controls + BigInt(i * CONTROL));
    }
  }

  /**
   * Reads at most `count` datagrams without blocking.
   *
   * @returns the number of datagrams, or a negative errno.
   */
  receive(fd: number, count: number): number {
    for (let i = 0; i < this.#used; i++) {
      this.#header.setUint32(word(i, "namelen"), SOCKADDR_SIZE, LE);
      setSize(this.#header, word(i, "controllen"), CONTROL);
    }
    const received = this.#libc.recvmmsg(fd, this.#headers, count, MSG_DONTWAIT | MSG_TRUNC, null);
    if (received < 0) return -this.#libc.errno();
    this.#used = received;
    return received;
  }

  /** Selects datagram `index` of the last batch. */
  select(index: number): void {
    this.#selected = index;
    this.size = this.#length(index);
    this.portId = portIdOf(this.#name, index * SOCKADDR_SIZE);
    this.group = 0;
    this.nsid = NO_NSID;
    this.credentials = undefined;
    this.#readControl(index);
  }

  get complete(): boolean {
    return this.size <= SLOT || (this.size <= MAX_DATAGRAM && !this.#spilledAfter(this.#selected));
  }

  get messages(): number {
    const from = this.#selected * SLOT;
    return messagesIn(this.#slots, from, from + Math.min(this.size, SLOT));
  }

  get bytes(): Uint8Array {
    const from = this.#selected * SLOT;
    const slot = this.#slots.subarray(from, from + Math.min(this.size, SLOT));
    if (this.size <= SLOT) return slot;
    const bytes = new Uint8Array(this.size);
    bytes.set(slot);
    bytes.set(this.#spill.subarray(0, this.size - SLOT), SLOT);
    return bytes;
  }

  copyTo(words: Uint32Array, at: number): void {
    if (this.size > SMALL) return new Uint8Array(words.buffer).set(this.bytes, at * 4);
    const from = (this.#selected * SLOT) / 4;
    const count = (this.size + 3) >> 2;
    for (let i = 0; i < count; i++) words[at + i] = this.#words[from + i]!;
  }

  #spilledAfter(index: number): boolean {
    for (let i = index + 1; i < this.#used; i++) if (this.#length(i) > SLOT) return true;
    return false;
  }

  #length(index: number): number {
    return this.#header.getUint32(word(index, "length"), LE);
  }

  /** Reads the multicast group, the namespace id and the credentials from the control messages. */
  #readControl(index: number): void {
    const start = index * CONTROL;
    const end = start + getSize(this.#header, word(index, "controllen"));
    for (let at = start; end - at >= CMSG.data + 4; ) {
      const length = getSize(this.#control, at);
      const data = at + CMSG.data;
      const level = this.#control.getInt32(at + CMSG.level, LE);
      const type = this.#control.getInt32(at + CMSG.type, LE);
      if (level === SOL_NETLINK) {
        if (type === NETLINK_PKTINFO) this.group = this.#control.getUint32(data, LE);
        if (type === NETLINK_LISTEN_ALL_NSID) this.nsid = this.#control.getInt32(data, LE);
      } else if (level === SOL_SOCKET && type === SCM_CREDENTIALS) this.credentials = this.#ucred(data);
      at += (length + POINTER - 1) & -POINTER;
    }
  }

  /** Reads a `struct ucred`. */
  #ucred(at: number): Credentials {
    const [pid, uid, gid] = [at, at + 4, at + 8].map((offset) => this.#control.getUint32(offset, LE));
    return { pid: pid!, uid: uid!, gid: gid! };
  }
}
