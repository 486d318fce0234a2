/** Reads the fields of an element, which are little-endian; what the element is too short for is `undefined`. */
export class ElementReader {
  readonly #view: DataView;
  #at = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Number of bytes that are left. */
  get left(): number {
    return this.bytes.length - this.#at;
  }

  #next<T>(size: number, get: (at: number) => T): T | undefined {
    if (this.left < size) return undefined;
    const at = this.#at;
    this.#at += size;
    return get(at);
  }

  u8(): number | undefined {
    return this.#next(1, (at) => this.#view.getUint8(at));
  }

  s8(): number | undefined {
    return this.#next(1, (at) => this.#view.getInt8(at));
  }

  u16(): number | undefined {
    return this.#next(2, (at) => this.#view.getUint16(at, true));
  }

  /** Reads an OUI and a type, as suites have them. */
  suite(): number | undefined {
    return this.#next(4, (at) => this.#view.getUint32(at, false));
  }

  take(size: number): Uint8Array | undefined {
    return this.#next(size, (at) => this.bytes.subarray(at, at + size));
  }
}

/** An object without members that are `undefined`. */
export function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
