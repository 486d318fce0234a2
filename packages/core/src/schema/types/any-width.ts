import type { Type } from "../type.js";
import { type Scalar, u8, u16, u32 } from "./scalar.js";

/** The unsigned integers that are numbers, widest first. */
const WIDTHS = [u32, u16, u8];

/**
 * Declares an unsigned integer that requests have in the width of a type, and replies in any width up to 32 bits, so that its
 * length tells the width.
 *
 * @example
 * vlanid: [40, anyWidth(u16)],
 */
export function anyWidth(written: Scalar<number>): Type<number> {
  return {
    name: written.name,
    parse: (text) => written.parse!(text),
    read(view, at, end) {
      const { read } = WIDTHS.find(({ size }) => size <= end - at) ?? u8;
      return read(view, at, end);
    },
    write: (out, value) => written.write(out, value),
  };
}
