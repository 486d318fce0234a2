import { DecodeError, EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import { isBytes } from "../../values/record.js";
import type { Sized, Type } from "../type.js";

/** Parses bytes typed in hexadecimal: `"00ff"`, `"00:ff"`. */
function parseHex(text: string): Uint8Array {
  const digits = text.replaceAll(/[\s:]/g, "");
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new EncodeError(`${describe(text)} is not hexadecimal`);
  return Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

// Named, since a declaration file would else say Uint8Array<ArrayBufferLike>, which TypeScript knows since 5.7 alone.
/** Bytes as a {@link Type}. */
export interface Binary extends Type<Uint8Array> {}
/** Several times bytes as a {@link Type}. */
export interface Binaries extends Type<Uint8Array[]> {}
/** Bytes by number as a {@link Type}. */
export interface BinaryByNumber extends Type<{ [number: number]: Uint8Array }> {}
/** A fixed number of bytes as a {@link Type}. */
export interface SizedBinary extends Sized<Uint8Array> {}

/** Bytes, copied so that they stay valid when the receive buffer is reused. */
export const binary: Binary = {
  name: "binary",
  parse: parseHex,
  toJson: (value) => Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join(""),
  fromJson: (json) => parseHex(String(json)),
  read: (view, at, end) => new Uint8Array(view.buffer, view.byteOffset + at, end - at).slice(),
  write(out, value) {
    if (!isBytes(value)) throw new EncodeError(`${describe(value)} is not a Uint8Array`);
    out.append(value);
  },
};

/** Declares exactly `size` bytes. */
export function bytes(size: number): SizedBinary {
  return {
    ...binary,
    name: `u8[${size}]`,
    size,
    read(view, at, end) {
      if (end - at < size) throw new DecodeError(`${end - at} bytes are too short for ${size}`);
      return binary.read(view, at, at + size);
    },
    write(out, value) {
      if (value?.length !== size) throw new EncodeError(`${describe(value)} is not ${size} bytes`);
      binary.write(out, value);
    },
  };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Decodes text. Bytes that are not UTF-8, which the kernel accepts in the name of a link, become lone surrogates
 * U+DC80 … U+DCFF, which {@link encodeText} turns back, so that no name is lost.
 */
function decodeText(source: Uint8Array): string {
  try {
    return decoder.decode(source);
  } catch {
    return Array.from(source, (byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join("");
  }
}

function encodeText(text: string): Uint8Array {
  if (!/\p{Surrogate}/u.test(text)) return encoder.encode(text);
  const parts = Array.from(text, (char) => {
    return /\p{Surrogate}/u.test(char) ? [char.charCodeAt(0) & 0xff] : [...encoder.encode(char)];
  });
  return Uint8Array.from(parts.flat());
}

function readText(view: DataView, at: number, end: number): string {
  let text = "";
  for (let i = at; i < end; i++) {
    const byte = view.getUint8(i);
    if (byte === 0) break;
    if (byte > 0x7f) return decodeText(beforeNul(view, at, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

function beforeNul(view: DataView, at: number, end: number): Uint8Array {
  const all = new Uint8Array(view.buffer, view.byteOffset + at, end - at);
  const nul = all.indexOf(0);
  return nul < 0 ? all : all.subarray(0, nul);
}

function checkedText(value: string): Uint8Array {
  if (typeof value !== "string") throw new EncodeError(`${describe(value)} is not a string`);
  if (value.includes("\0")) throw new EncodeError(`${describe(value)} holds a NUL character`);
  if (/[\ud800-\udc7f\udd00-\udfff]/u.test(value)) throw new EncodeError(`${describe(value)} is not Unicode`);
  return encodeText(value);
}

/** Text, NUL-terminated when sent (`NLA_NUL_STRING`); read up to the first NUL or the end. */
export const string: Type<string> = {
  name: "string",
  read: readText,
  write(out, value) {
    out.append(checkedText(value));
    out.zero(1);
  },
};

/** Text, sent without a NUL (`NLA_STRING` in parts of the kernel that would count it as a character). */
export const unterminated: Type<string> = {
  name: "unterminated",
  read: readText,
  write: (out, value) => out.append(checkedText(value)),
};

/** Declares text in a field of `size` bytes, NUL-padded, such as `char name[IFNAMSIZ]`. */
export function chars(size: number): Sized<string> {
  return {
    name: `char[${size}]`,
    size,
    read: (view, at, end) => readText(view, at, Math.min(end, at + size)),
    write(out, value) {
      const encoded = checkedText(value);
      if (encoded.length >= size)
        throw new EncodeError(`${describe(value)} is longer than ${size - 1} bytes`);
      out.append(encoded);
      out.zero(size - encoded.length);
    },
  };
}
