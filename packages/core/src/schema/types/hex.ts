import type { Scalar } from "./scalar.js";

/**
 * Declares a number that people write in hexadecimal, such as a mark.
 *
 * @example
 * fwmask: [16, hex(u32)],
 */
export function hex<S extends Scalar<number> | Scalar<bigint>>(type: S): S {
  const show = (value: number | bigint) => (value < 0 ? String(value) : `0x${value.toString(16)}`);
  return { ...type, show };
}
