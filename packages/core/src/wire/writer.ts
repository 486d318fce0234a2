import { align } from "./align.js";
import { type ByteOrder, viewOf } from "./byte-order.js";

/** A buffer that grows as values are appended. */
export class Writer {
  /** View of the buffer; the bytes before {@link Writer.at} have been written. */
  view: DataView;
  /** The same memory as {@link Writer.view}; both are replaced when the buffer grows. */
  bytes: Uint8Array;
  /** Position of the next value. */
  at = 0;

  constructor(
    capacity = 4096,
    /** True for requests: read-only members are omitted and defaults filled in. */
    readonly request = false,
    /** True if values are only checked: others may be added before anything is sent. */
    readonly draft = false,
    /** Byte order of the machine that is to read it; by default this one. */
    readonly byteOrder?: ByteOrder,
  ) {
    this.bytes = new Uint8Array(capacity);
    this.view = viewOf(this.bytes, byteOrder);
  }

  /** Reserves `size` bytes, whose content the caller sets, and returns their position. */
  room(size: number): number {
    const start = this.at;
    this.at += size;
    if (this.at > this.bytes.length) this.#grow();
    return start;
  }

  /** Appends `size` zero bytes. */
  zero(size: number): void {
    const start = this.room(size);
    for (let at = start; at < this.at; at++) this.bytes[at] = 0;
  }

  /** Appends bytes unchanged. */
  append(bytes: Uint8Array): void {
    const start = this.room(bytes.length);
    this.bytes.set(bytes, start);
  }

  /** Pads with zeros to the alignment of messages and attributes. */
  align(): void {
    this.zero(align(this.at) - this.at);
  }

  /** Removes the bytes since `start`, by default all, and returns a copy of them. */
  take(start = 0): Uint8Array {
    const taken = this.bytes.slice(start, this.at);
    this.at = start;
    return taken;
  }

  #grow(): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at));
    grown.set(this.bytes);
    this.bytes = grown;
    this.view = viewOf(grown, this.byteOrder);
  }
}
