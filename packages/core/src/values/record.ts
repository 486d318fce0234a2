import { atPath, EncodeError } from "../errors/errors.js";
import { MAX_DEPTH } from "../schema/type.js";
import { describe } from "./describe.js";

type Members = Record<string, unknown>;

/** Returns true for a plain object of any realm: not an array, map, date or the like. */
export function isRecord(value: unknown): value is Members {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return !Array.isArray(value) && Object.prototype.toString.call(value) === "[object Object]";
}

/** Rejects anything but a plain object. */
export function checkRecord(value: unknown, name: string): asserts value is Members {
  if (!isRecord(value)) throw new EncodeError(`${describe(value)} is not a ${name}`);
}

/** Rejects members that are `undefined`, at any depth: in a match or a key they would silently mean "any". */
export function checkDefined(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null || isBytes(value)) return;
  if (depth > MAX_DEPTH) throw new EncodeError(`members are nested deeper than ${MAX_DEPTH}`);
  for (const key of Object.keys(value)) {
    try {
      const member = (value as Members)[key];
      if (member === undefined) throw new EncodeError("undefined matches nothing; leave it out");
      checkDefined(member, depth + 1);
    } catch (error) {
      throw atPath(error, Array.isArray(value) ? `[${key}]` : key, EncodeError);
    }
  }
}

/** Returns the name of a typed array's class, whatever its realm. */
const kindOf = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)!.get!;

/** Returns true for a `Uint8Array` of any realm (jest and `vm` have their own). */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && kindOf.call(value) === "Uint8Array";
}
