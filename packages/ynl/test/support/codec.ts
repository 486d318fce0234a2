import { type AnyType, Writer } from "@rxnetlink/core/schema";

/** Encodes a value, as in a request if asked. */
export function encode(type: AnyType, value: unknown, request = false): Uint8Array {
  const out = new Writer(64, request);
  type.write(out, value);
  return out.take();
}

/** Decodes bytes. */
export const decode = (type: AnyType, bytes: Uint8Array): unknown =>
  type.read(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
