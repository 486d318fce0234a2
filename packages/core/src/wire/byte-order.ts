import { littleEndian } from "./host.js";

/** Byte order of a machine. */
export type ByteOrder = "little" | "big";

/** Byte order of this machine. */
export const hostOrder: ByteOrder = littleEndian ? "little" : "big";

/**
 * Returns the order for a call of `DataView`: types pass that of this machine for host byte order, and nothing for
 * network byte order.
 */
const there = (order: boolean | undefined): boolean => order !== undefined && !order;

/**
 * View of what a machine of the other byte order said. Layouts read and write the integers of that host by it, unchanged:
 * so the byte order travels with the bytes, and costs the views of this machine nothing.
 */
class ForeignView extends DataView<ArrayBufferLike> {
  override getUint16(at: number, order?: boolean): number {
    return super.getUint16(at, there(order));
  }

  override getInt16(at: number, order?: boolean): number {
    return super.getInt16(at, there(order));
  }

  override getUint32(at: number, order?: boolean): number {
    return super.getUint32(at, there(order));
  }

  override getInt32(at: number, order?: boolean): number {
    return super.getInt32(at, there(order));
  }

  override getBigUint64(at: number, order?: boolean): bigint {
    return super.getBigUint64(at, there(order));
  }

  override getBigInt64(at: number, order?: boolean): bigint {
    return super.getBigInt64(at, there(order));
  }

  override setUint16(at: number, value: number, order?: boolean): void {
    super.setUint16(at, value, there(order));
  }

  override setInt16(at: number, value: number, order?: boolean): void {
    super.setInt16(at, value, there(order));
  }

  override setUint32(at: number, value: number, order?: boolean): void {
    super.setUint32(at, value, there(order));
  }

  override setInt32(at: number, value: number, order?: boolean): void {
    super.setInt32(at, value, there(order));
  }

  override setBigUint64(at: number, value: bigint, order?: boolean): void {
    super.setBigUint64(at, value, there(order));
  }

  override setBigInt64(at: number, value: bigint, order?: boolean): void {
    super.setBigInt64(at, value, there(order));
  }
}

/** Returns a view of bytes by which layouts read and write integers in the byte order of a machine, by default this one. */
export function viewOf(bytes: Uint8Array, byteOrder: ByteOrder = hostOrder): DataView {
  const View = byteOrder === hostOrder ? DataView : ForeignView;
  return new View(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True for a view of what a machine of the other byte order said. */
export const isForeign = (view: DataView): boolean => view instanceof ForeignView;

/** Returns the byte order of the machine that said what a view shows. */
export function byteOrderOf(view: DataView): ByteOrder {
  if (!isForeign(view)) return hostOrder;
  return littleEndian ? "big" : "little";
}
