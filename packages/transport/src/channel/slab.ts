import type { Arrival, Credentials, Datagram, Truncated } from "@rxnetlink/core";
import { LE } from "../linux/native.js";
import { NO_NSID, type Origin } from "../linux/origin.js";
import type { Received } from "../linux/receiver.js";

//  A slab holds arrivals one after the other. It is passed from the pump to the main thread and back:
//
//   0        4        8         12       16       20      24             24 + length, rounded up to 4
//   | u32    | u32    | u32     | u32    | u32    | s32   | datagram … |
//   socket   type     length    portId   group    nsid
//
//  The length of a datagram with credentials counts them, too: pid, uid and gid come before its bytes.

/** Size of a slab; a larger datagram gets a slab of its own size. */
export const SLAB_BYTES = 256 * 1024;
/** Bytes of the header before each datagram. */
export const RECORD_HEADER = 24;

const DATAGRAM = 0;
const OVERRUN = 1;
const DRAINED = 2;
const TRUNCATED = 3;
const WITH_CREDENTIALS = 4;

/** Size of credentials. */
const CREDENTIALS = 12;

/** Returns how many bytes of a slab a datagram takes. */
export function recordSize(length: number): number {
  return RECORD_HEADER + ((length + 3) & ~3);
}

/** A datagram to write. */
export type Payload = Pick<Received, keyof Origin | "size" | "copyTo">;

/** Returns how many bytes a datagram and its credentials have. */
export function sizeOf({ size, credentials }: Pick<Payload, "size" | "credentials">): number {
  return credentials === undefined ? size : size + CREDENTIALS;
}

/** A writer of slabs; the pump's side. */
export class SlabWriter {
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #view: DataView;
  /** Bytes in use. */
  used = 0;

  constructor(readonly buffer: ArrayBuffer) {
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.#view = new DataView(buffer);
  }

  /** The bytes written so far. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.used);
  }

  /** Bytes left. */
  get room(): number {
    return this.#bytes.length - this.used;
  }

  /** Appends a datagram, which must fit. */
  datagram(socket: number, received: Payload): void {
    const { credentials } = received;
    const type = credentials === undefined ? DATAGRAM : WITH_CREDENTIALS;
    const at = this.#header(socket, type, sizeOf(received));
    this.#view.setUint32(at + 12, received.portId, LE);
    this.#view.setUint32(at + 16, received.group, LE);
    this.#view.setInt32(at + 20, received.nsid, LE);
    let start = at + RECORD_HEADER;
    if (credentials !== undefined) {
      const { pid, uid, gid } = credentials;
      this.#words.set([pid, uid, gid], start / 4);
      start += CREDENTIALS;
    }
    received.copyTo(this.#words, start / 4);
  }

  /** Appends the marker of an incomplete datagram, with its size in place of the namespace id. */
  truncated(socket: number, { size, portId, group }: Payload): void {
    const at = this.#header(socket, TRUNCATED, 0);
    this.#view.setUint32(at + 12, portId, LE);
    this.#view.setUint32(at + 16, group, LE);
    this.#view.setUint32(at + 20, size, LE);
  }

  /** Appends the marker of an overrun, with the drops of the socket so far in place of the port id. */
  overrun(socket: number, drops: number): void {
    const at = this.#header(socket, OVERRUN, 0);
    this.#view.setUint32(at + 12, drops, LE);
  }

  /** Appends the marker that the queue was empty after an overrun. */
  drained(socket: number): void {
    this.#header(socket, DRAINED, 0);
  }

  #header(socket: number, type: number, length: number): number {
    const at = this.used;
    this.#view.setUint32(at, socket, LE);
    this.#view.setUint32(at + 4, type, LE);
    this.#view.setUint32(at + 8, length, LE);
    this.used += recordSize(length);
    return at;
  }
}

/** A reader of slabs, one arrival at a time; the main thread's side. */
export class SlabReader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** True if all arrivals have been read. */
  get done(): boolean {
    return this.#at >= this.#view.byteLength;
  }

  /** Passes on the next arrival. */
  next(receive: (socket: number, arrival: Arrival) => void): void {
    const at = this.#at;
    this.#at += recordSize(this.#view.getUint32(at + 8, LE));
    receive(this.#view.getUint32(at, LE), arrivalAt(this.#view, at));
  }
}

/** Passes on all arrivals of a slab in order. */
export function readSlab(bytes: Uint8Array, receive: (socket: number, arrival: Arrival) => void): void {
  for (const reader = new SlabReader(bytes); !reader.done; ) reader.next(receive);
}

function arrivalAt(view: DataView, at: number): Arrival {
  const type = view.getUint32(at + 4, LE);
  if (type === OVERRUN) return { type: "overrun", drops: view.getUint32(at + 12, LE) };
  if (type === DRAINED) return { type: "drained" };
  if (type === TRUNCATED) return truncatedAt(view, at);
  const start = at + RECORD_HEADER;
  const end = start + view.getUint32(at + 8, LE);
  return type === WITH_CREDENTIALS
    ? { ...datagramAt(view, at, start + CREDENTIALS, end), credentials: credentialsAt(view, start) }
    : datagramAt(view, at, start, end);
}

function datagramAt(view: DataView, at: number, start: number, end: number): Datagram {
  const nsid = view.getInt32(at + 20, LE);
  return {
    type: "datagram",
    view,
    start,
    end,
    portId: view.getUint32(at + 12, LE),
    group: view.getUint32(at + 16, LE),
    nsid: nsid === NO_NSID ? undefined : nsid,
  };
}

const credentialsAt = (view: DataView, at: number): Credentials => ({
  pid: view.getUint32(at, LE),
  uid: view.getUint32(at + 4, LE),
  gid: view.getUint32(at + 8, LE),
});

const truncatedAt = (view: DataView, at: number): Truncated => ({
  type: "truncated",
  portId: view.getUint32(at + 12, LE),
  group: view.getUint32(at + 16, LE),
  size: view.getUint32(at + 20, LE),
});
