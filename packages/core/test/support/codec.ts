import type { AnyType, Type } from "#src/schema/type.js";
import { Writer } from "#src/wire/writer.js";

/** Returns the bytes of hexadecimal text, `"01 02 0304"`. */
export function unhex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Returns bytes as hexadecimal text in groups of four. */
export function hex(bytes: Uint8Array): string {
  return Array.from(
    bytes,
    (byte, i) => (i % 4 || i === 0 ? "" : " ") + byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** Encodes a value into a tiny buffer, which must grow. */
export function encode<T>(type: Type<T>, value: T): Uint8Array {
  const out = new Writer(1);
  type.write(out, value);
  return out.take();
}

/** Returns a view of just these bytes inside a larger buffer: any read outside throws a `RangeError`. */
export function viewOf(bytes: Uint8Array): DataView {
  const around = new Uint8Array(bytes.length + 6).fill(0xee);
  around.set(bytes, 3);
  return new DataView(around.buffer, 3, bytes.length);
}

export function decode<T>(type: Type<T>, bytes: Uint8Array): T {
  return type.read(viewOf(bytes), 0, bytes.length);
}

/** Returns the exception of a function; fails if there is none. */
export function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Encodes a value that its static type forbids. */
export function encodeAny(type: AnyType, value: unknown): Uint8Array {
  return encode(type, value);
}
