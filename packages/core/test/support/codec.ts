import type { AnyType, Type } from "#src/schema/type.js";
import { Writer } from "#src/wire/writer.js";

/** Bytes in hexadecimal, `"01 02 0304"`. */
export function unhex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Bytes as hexadecimal in groups of four. */
export function hex(bytes: Uint8Array): string {
  return Array.from(
    bytes,
    (byte, i) => (i % 4 || i === 0 ? "" : " ") + byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** Begins with a tiny buffer, so that it grows under way. */
export function encode<T>(type: Type<T>, value: T): Uint8Array {
  const out = new Writer(1);
  type.write(out, value);
  return out.take();
}

/** A view of just these bytes in the middle of a larger buffer: any read outside throws a `RangeError`. */
export function viewOf(bytes: Uint8Array): DataView {
  const around = new Uint8Array(bytes.length + 6).fill(0xee);
  around.set(bytes, 3);
  return new DataView(around.buffer, 3, bytes.length);
}

export function decode<T>(type: Type<T>, bytes: Uint8Array): T {
  return type.read(viewOf(bytes), 0, bytes.length);
}

/** What a function throws; a test that expects an error fails where there is none. */
export function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Encodes what its static type forbids. */
export function encodeAny(type: AnyType, value: unknown): Uint8Array {
  return encode(type, value);
}
