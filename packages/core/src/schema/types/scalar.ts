import { DecodeError, EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import { littleEndian } from "../../wire/host.js";
import type { Writer } from "../../wire/writer.js";
import type { Type } from "../type.js";

/** A {@link Type} of fixed size that is read straight from a `DataView`. */
export interface Scalar<T> extends Type<T> {
  readonly size: number;
  /** Reads without a bounds check, which the caller has made for the whole struct. */
  get(view: DataView, at: number): T;
}

type Getter<T> = (view: DataView, at: number) => T;
type JsonHooks<T> = Required<Pick<Type<T>, "toJson" | "fromJson">>;
/** The values of an integer, and their text and JSON forms. */
interface Domain<T> {
  /** JSON form, if it is not a number. */
  readonly json?: JsonHooks<T>;
  fits(value: T): boolean;
  /** Parses a text; returns `undefined` if it is not a number. */
  parse(text: string): T | undefined;
  normalize?(given: unknown): T;
}
type Setter<T> = (view: DataView, at: number, value: T) => void;

function scalar<T>(name: string, size: number, get: Getter<T>, set: Setter<T>, domain: Domain<T>): Scalar<T> {
  return {
    ...domain.json,
    name,
    size,
    get,
    ...(domain.normalize && { normalize: domain.normalize }),
    parse(text) {
      const value = domain.parse(text);
      if (value === undefined) throw new EncodeError(`${describe(text)} is not a ${name}`);
      return value;
    },
    read(view, at, end) {
      if (end - at < size) throw new DecodeError(`${end - at} bytes are too short for ${name}`);
      return get(view, at);
    },
    write(out, value) {
      if (!domain.fits(value)) throw new EncodeError(`${describe(value)} is not a ${name}`);
      const at = out.room(size);
      set(out.view, at, value);
    },
  };
}

function parseBig(text: string): bigint | undefined {
  try {
    return text.trim() === "" ? undefined : BigInt(text);
  } catch {
    return undefined;
  }
}

const integer = (low: number, high: number): Domain<number> => ({
  fits: (value) => Number.isInteger(value) && value >= low && value <= high,
  parse: (text) => (text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text)),
});
/** 64-bit numbers are text in JSON, whose numbers are exact only up to 2^53. */
const bigJson: JsonHooks<bigint> = {
  toJson: String,
  fromJson(json) {
    const value = typeof json === "string" || Number.isSafeInteger(json) ? parseBig(String(json)) : undefined;
    if (value === undefined) throw new EncodeError(`${describe(json)} is not a whole number`);
    return value;
  },
};
/** Accepts a number in place of a bigint. */
const normalize = (given: unknown) =>
  typeof given === "number" && Number.isSafeInteger(given) ? BigInt(given) : (given as bigint);
const big = (low: bigint, high: bigint): Domain<bigint> => ({
  fits: (value) => typeof value === "bigint" && value >= low && value <= high,
  parse: parseBig,
  normalize,
  json: bigJson,
});

const U8 = integer(0, 0xff);
const U16 = integer(0, 0xffff);
const U32 = integer(0, 0xffff_ffff);
const U64 = big(0n, 0xffff_ffff_ffff_ffffn);
const S16 = integer(-0x8000, 0x7fff);
const S64 = big(-0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn);
const S32 = integer(-0x8000_0000, 0x7fff_ffff);
const LE = littleEndian;

/** Unsigned, 8 bits. */
export const u8 = scalar<number>(
  "u8",
  1,
  (v, at) => v.getUint8(at),
  (v, at, x) => v.setUint8(at, x),
  U8,
);
/** Unsigned, 16 bits, host byte order. */
export const u16 = scalar<number>(
  "u16",
  2,
  (v, at) => v.getUint16(at, LE),
  (v, at, x) => v.setUint16(at, x, LE),
  U16,
);
/** Unsigned, 32 bits, host byte order. */
export const u32 = scalar<number>(
  "u32",
  4,
  (v, at) => v.getUint32(at, LE),
  (v, at, x) => v.setUint32(at, x, LE),
  U32,
);
/** Unsigned, 64 bits, host byte order; a `bigint`. */
export const u64 = scalar<bigint>(
  "u64",
  8,
  (v, at) => v.getBigUint64(at, LE),
  (v, at, x) => v.setBigUint64(at, x, LE),
  U64,
);
/** Signed, 8 bits. */
export const s8 = scalar<number>(
  "s8",
  1,
  (v, at) => v.getInt8(at),
  (v, at, x) => v.setInt8(at, x),
  integer(-0x80, 0x7f),
);
/** Signed, 16 bits, host byte order. */
export const s16 = scalar<number>(
  "s16",
  2,
  (v, at) => v.getInt16(at, LE),
  (v, at, x) => v.setInt16(at, x, LE),
  S16,
);
/** Signed, 32 bits, host byte order. */
export const s32 = scalar<number>(
  "s32",
  4,
  (v, at) => v.getInt32(at, LE),
  (v, at, x) => v.setInt32(at, x, LE),
  S32,
);
/** Signed, 64 bits, host byte order; a `bigint`. */
export const s64 = scalar<bigint>(
  "s64",
  8,
  (v, at) => v.getBigInt64(at, LE),
  (v, at, x) => v.setBigInt64(at, x, LE),
  S64,
);
/** Unsigned, 16 bits, network byte order. */
export const be16 = scalar<number>(
  "be16",
  2,
  (v, at) => v.getUint16(at),
  (v, at, x) => v.setUint16(at, x),
  U16,
);
/** Unsigned, 32 bits, network byte order. */
export const be32 = scalar<number>(
  "be32",
  4,
  (v, at) => v.getUint32(at),
  (v, at, x) => v.setUint32(at, x),
  U32,
);
/** Unsigned, 64 bits, network byte order; a `bigint`. */
export const be64 = scalar<bigint>(
  "be64",
  8,
  (v, at) => v.getBigUint64(at),
  (v, at, x) => v.setBigUint64(at, x),
  U64,
);
/** Signed, 32 bits, network byte order. */
export const s32be = scalar<number>(
  "s32be",
  4,
  (v, at) => v.getInt32(at),
  (v, at, x) => v.setInt32(at, x),
  S32,
);

/** Signed, 16 bits, network byte order. */
export const s16be = scalar<number>(
  "s16be",
  2,
  (v, at) => v.getInt16(at),
  (v, at, x) => v.setInt16(at, x),
  S16,
);
/** Signed, 64 bits, network byte order; a `bigint`. */
export const s64be = scalar<bigint>(
  "s64be",
  8,
  (v, at) => v.getBigInt64(at),
  (v, at, x) => v.setBigInt64(at, x),
  S64,
);

/** Declares an integer of 4 or 8 bytes, of which values that fit the narrow type are written in 4. */
function ofEitherSize(
  name: string,
  [narrow, { fits }]: readonly [Scalar<number>, Domain<number>],
  wide: Scalar<bigint>,
): Type<bigint> {
  return {
    ...bigJson,
    name,
    normalize,
    parse(text) {
      const value = parseBig(text);
      if (value === undefined) throw new EncodeError(`${describe(text)} is not a ${name}`);
      return value;
    },
    read: (view, at, end) => (end - at < 8 ? BigInt(narrow.read(view, at, end)) : wide.get(view, at)),
    write(out: Writer, value) {
      if (typeof value === "bigint" && fits(Number(value))) narrow.write(out, Number(value));
      else wide.write(out, value);
    },
  };
}

/** An integer of 4 or 8 bytes, as the kernel chooses (`NLA_UINT`, since 6.7); a `bigint`. */
export const uint: Type<bigint> = ofEitherSize("uint", [u32, U32], u64);
/** A signed integer of 4 or 8 bytes, as the kernel chooses (`NLA_SINT`, since 6.7); a `bigint`. */
export const sint: Type<bigint> = ofEitherSize("sint", [s32, S32], s64);

/**
 * Declares an integer of 64 bits, or of either size, whose values are small, such as those of an enumeration: as a number.
 *
 * @example
 * state: [3, enumeration("STATE_", small(uint), { off: 0, on: 1 })],
 */
export function small(type: Type<bigint>): Scalar<number> {
  const read: Scalar<number>["read"] = (view, at, end) => Number(type.read(view, at, end));
  return {
    name: type.name,
    // Of an integer of either size there is none: it is no member of a struct.
    size: type.size as number,
    get: (view, at) => read(view, at, at + (type.size ?? 0)),
    parse: (text) => Number(type.parse!(text)),
    read,
    write: (out, value) => type.write(out, Number.isSafeInteger(value) ? BigInt(value) : (value as never)),
  };
}

/** An attribute whose presence is its value (`NLA_FLAG`); `false` is not sent, like `undefined`. */
export const flag: Type<true> = {
  name: "flag",
  unsent: false,
  matcher(pattern) {
    if (typeof pattern !== "boolean") throw new EncodeError(`${describe(pattern)} is neither true nor false`);
    return (value) => (value ?? false) === pattern;
  },
  parse(text) {
    if (!/^(1|true|yes|on)?$/i.test(text))
      throw new EncodeError(`${describe(text)} is not true; omit a flag that is not set`);
    return true;
  },
  read: () => true,
  write(_, value) {
    if (value !== true) throw new EncodeError(`${describe(value)} is not true`);
  },
};
