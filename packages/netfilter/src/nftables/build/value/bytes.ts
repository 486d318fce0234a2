import { littleEndian } from "@rxnetlink/core/internal";

/**
 * Order of the bytes of a value in a register: of the network, of this machine, or text, whose bytes are compared from the
 * first on and never swapped.
 */
export type ByteOrder = "network" | "host" | "text";

/** Returns a number as bytes. */
export function toBytes(value: bigint, size: number, order: ByteOrder): Uint8Array {
  const bytes = new Uint8Array(size);
  let rest = value;
  for (let i = size - 1; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return order === "host" && littleEndian ? bytes.reverse() : bytes;
}

/** Returns bytes as a number. */
export function fromBytes(bytes: Uint8Array, order: ByteOrder): bigint {
  const ordered = order === "host" && littleEndian ? bytes.toReversed() : bytes;
  return ordered.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** Returns the bytes of several values one after the other, each padded to four bytes, as registers hold them. */
export function padded(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const sizes = parts.map(({ length }) => paddedSize(length));
  const out = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const [index, part] of parts.entries()) {
    out.set(part, at);
    at += sizes[index]!;
  }
  return out;
}

/** Returns a number of bytes rounded up to whole registers. */
export const paddedSize = (size: number): number => (size + 3) & ~3;
