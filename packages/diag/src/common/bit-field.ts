import { EncodeError } from "@rxnetlink/core";
import { byteOrderOf } from "@rxnetlink/core/internal";
import type { Scalar, Sized } from "@rxnetlink/core/schema";

/** Accepts what the field can hold, without writing it: a continued one cannot stand alone. */
const equals =
  <T>(check: (value: T) => void) =>
  (pattern: unknown) => {
    check(pattern as T);
    return (value: unknown) => value === pattern;
  };

/** Returns the distance of a bit field from the lowest bit: compilers begin at the highest one on a big-endian host. */
const shiftsOf = (unit: number, first: number, width: number) => ({
  little: first,
  big: unit * 8 - first - width,
});

/**
 * Declares a bit field of C inside a {@link struct}. The first one takes the bytes of the unit that it begins, and those that
 * follow, `continued`, share them.
 *
 * @param unit - Integer of the size of the unit.
 * @param first - Number of the first bit, counted as C does: in the order of the declaration.
 *
 * @example
 * sndWscale: bitField(u8, 0, 4),
 * rcvWscale: continued(u8, 4, 4),
 */
export function bitField(unit: Scalar<number>, first: number, width: number): Sized<number> {
  return field(unit, first, width, 0);
}

/** Declares a bit field in the unit that a {@link bitField} before it began. */
export function continued(unit: Scalar<number>, first: number, width: number): Sized<number> {
  return field(unit, first, width, unit.size);
}

function field(unit: Scalar<number>, first: number, width: number, back: number): Sized<number> {
  const shifts = shiftsOf(unit.size, first, width);
  const most = 2 ** width - 1;
  const check = (value: number) => {
    if (!Number.isInteger(value) || value < 0 || value > most)
      throw new EncodeError(`${String(value)} is no number of ${width} bits`);
  };
  return {
    name: `${unit.name}:${width}`,
    size: unit.size - back,
    read: (view, at) => (unit.get(view, at - back) >>> shifts[byteOrderOf(view)]) & most,
    matcher: equals(check),
    write(out, value) {
      check(value);
      const shifted = value * 2 ** shifts[byteOrderOf(out.view)];
      if (back === 0) return unit.write(out, shifted);
      const there = unit.get(out.view, out.at - back);
      out.at -= back;
      unit.write(out, there + shifted);
    },
  };
}

/** Declares a bit field of one bit, as a boolean. */
export function bit(unit: Scalar<number>, first: number, isContinued = false): Sized<boolean> {
  const number = field(unit, first, 1, isContinued ? unit.size : 0);
  const check = (value: boolean) => {
    if (typeof value !== "boolean") throw new EncodeError(`${String(value)} is neither true nor false`);
  };
  return {
    name: number.name,
    size: number.size,
    read: (view, at, end) => number.read(view, at, end) === 1,
    matcher: equals(check),
    write(out, value) {
      check(value);
      number.write(out, value ? 1 : 0);
    },
  };
}
