import { type AnyType, refine, type Sized, s64, u16, u32, u64 } from "@rxnetlink/core/schema";

/** Integers in one byte order. */
export interface Integers {
  readonly u16: Sized<number>;
  readonly u32: Sized<number>;
  readonly u64: Sized<bigint>;
  readonly s64: Sized<bigint>;
}

/** Integers in the byte order of this machine. */
export const HOST: Integers = { u16, u32, u64, s64 };

/** Returns a type whose bytes are in the opposite order. */
function reversed<T>(type: Sized<T>): Sized<T> {
  const { size } = type;
  return refine(type, {
    read(view, at, end) {
      const bytes = new Uint8Array(view.buffer, view.byteOffset + at, Math.min(size, end - at));
      return type.read(new DataView(bytes.slice().reverse().buffer), 0, bytes.length);
    },
    write(out, value) {
      const start = out.at;
      type.write(out, value);
      out.bytes.subarray(start, out.at).reverse();
    },
  }) as Sized<T>;
}

/** Integers in the other byte order. */
export const FOREIGN: Integers = {
  u16: reversed(u16),
  u32: reversed(u32),
  u64: reversed(u64),
  s64: reversed(s64),
};

const OTHERS: ReadonlyMap<AnyType, AnyType> = new Map([
  [u16, FOREIGN.u16],
  [u32, FOREIGN.u32],
]);

/** Returns the members of a struct of this machine as a machine of the other byte order has them. */
export function foreign<F extends Readonly<Record<string, AnyType>>>(fields: F): F {
  return Object.fromEntries(
    Object.entries(fields).map(([key, type]) => [key, OTHERS.get(type) ?? type]),
  ) as F;
}
