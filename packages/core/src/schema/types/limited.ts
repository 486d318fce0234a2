import { EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import type { AnyType } from "../type.js";

/** Values that the kernel accepts of a member. */
export interface Limits {
  /** Least number. */
  readonly min?: number | bigint;
  /** Greatest number. */
  readonly max?: number | bigint;
  /** Least number of bytes. */
  readonly minLength?: number;
  /** Greatest number of bytes. */
  readonly maxLength?: number;
  /** Bytes at the end that are not counted: 1 for the NUL of a text. */
  readonly terminator?: number;
}

type Bound = number | bigint | undefined;

/** Returns the allowed range in words: `"1 to 5"`, `"at most 5"`. */
function rangeText(min: Bound, max: Bound): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

const isOutside = (value: number | bigint, min: Bound, max: Bound): boolean =>
  (min !== undefined && value < min) || (max !== undefined && value > max);

function checkValue({ normalize }: AnyType, given: unknown, { min, max }: Limits): void {
  const value: unknown = typeof given === "object" ? normalize?.(given) : given;
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (isNumber && isOutside(value, min, max))
    throw new EncodeError(`${describe(value)} is out of range: ${rangeText(min, max)}`);
}

function checkLength(length: number, { minLength, maxLength }: Limits): void {
  if (isOutside(length, minLength, maxLength))
    throw new EncodeError(`${length} bytes, where the kernel accepts ${rangeText(minLength, maxLength)}`);
}

/**
 * Declares limits that the kernel checks, so that requests beyond them are refused with the place and what is allowed; values
 * that the kernel reports are read as they are.
 *
 * @example
 * listenPort: [6, limited(u16, { min: 1 })],
 */
export function limited<S extends AnyType>(type: S, limits: Limits): S {
  const { terminator = 0 } = limits;
  return {
    ...type,
    write(out, value, scope) {
      if (!out.request) return type.write(out, value, scope);
      checkValue(type, value, limits);
      const start = out.at;
      type.write(out, value, scope);
      checkLength(out.at - start - terminator, limits);
    },
  };
}
