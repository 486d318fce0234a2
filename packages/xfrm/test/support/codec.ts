import { type AnyType, type Type, Writer } from "@rxnetlink/core/schema";

function written(type: AnyType, value: unknown, request: boolean): Uint8Array {
  const out = new Writer(1, request);
  type.write(out, value);
  return out.take();
}

/** Returns the bytes of a value. */
export const encoded = (type: AnyType, value: unknown): Uint8Array => written(type, value, false);

/** Returns the bytes of a value in a request, which has defaults. */
export const requested = (type: AnyType, value: unknown): Uint8Array => written(type, value, true);

/** Returns the value of bytes. */
export function decoded<T>(type: Type<T>, bytes: Uint8Array): T {
  return type.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
}
