import { endianness } from "node:os";

/** True if this machine is little-endian. */
export const LE = endianness() === "LE";

/** Size of a pointer and of `size_t` in bytes. */
export const POINTER = process.arch === "arm" || process.arch === "ia32" ? 4 : 8;

/** Writes a pointer or a `size_t`. */
export function setPointer(view: DataView, at: number, value: bigint | number): void {
  if (POINTER === 8) view.setBigUint64(at, BigInt(value), LE);
  else view.setUint32(at, Number(value), LE);
}

/** Offset of the lower 32 bits of a `size_t`; the others are 0 in all sizes here, and so are never touched. */
const LOW = LE ? 0 : POINTER - 4;

/** Reads a `size_t` below 2^32, without the garbage of a `bigint`. */
export function getSize(view: DataView, at: number): number {
  return view.getUint32(at + LOW, LE);
}

/** Writes a `size_t` below 2^32 in place of another. */
export function setSize(view: DataView, at: number, size: number): void {
  view.setUint32(at + LOW, size, LE);
}

/** Returns a C `int` in memory. */
export function intBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value, LE);
  return bytes;
}
