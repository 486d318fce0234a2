import { align } from "./align.js";

/** A buffer that grows as values are appended. */
export class Writer {
  /** The bytes written so far are those before {@link Writer.at}. */
  view: DataView;
  /** The same memory as {@link Writer.view}; both are replaced when it grows. */
  bytes: Uint8Array;
  /** Where the next value goes. */
  at = 0;

  constructor(
    capacity = 4096,
    /** Whether what is written goes to the kernel: without what the kernel only reports, and with all defaults. */
    readonly request = false,
    /** Whether it is but looked at whether members can be written: others may be added before it is sent. */
    readonly draft = false,
  ) {
    this.bytes = new Uint8Array(capacity);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Makes room for `size` bytes, whose content the caller sets, and returns where they begin. */
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

  /** Appends bytes as they are. */
  append(bytes: Uint8Array): void {
    const start = this.room(bytes.length);
    this.bytes.set(bytes, start);
  }

  /** Pads with zeros to the alignment of messages and attributes. */
  align(): void {
    this.zero(align(this.at) - this.at);
  }

  /** Returns a copy of what was written since `start`, by default all, and goes on there. */
  take(start = 0): Uint8Array {
    const taken = this.bytes.slice(start, this.at);
    this.at = start;
    return taken;
  }

  #grow(): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at));
    grown.set(this.bytes);
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }
}
