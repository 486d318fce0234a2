/** The bytes of a stream that have not been used yet. */
export class PendingBytes {
  #bytes = new Uint8Array();
  /** Place of the first of them in the stream. */
  offset = 0;

  /** The number of bytes. */
  get length(): number {
    return this.#bytes.length;
  }

  /** The bytes. */
  get all(): Uint8Array {
    return this.#bytes;
  }

  /** Adds the next bytes of the stream. */
  append(bytes: Uint8Array): void {
    if (this.length === 0) {
      this.#bytes = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
      return;
    }
    const joined = new Uint8Array(this.length + bytes.length);
    joined.set(this.#bytes);
    joined.set(bytes, this.length);
    this.#bytes = joined;
  }

  /** Removes the first bytes. */
  skip(count: number): void {
    this.#bytes = this.#bytes.subarray(count);
    this.offset += count;
  }
}
