import { EncodeError } from "../../errors/errors.js";
import type { Concealing } from "../../errors/request-summary.js";
import { isBytes } from "../../values/record.js";
import { refine } from "../refine.js";
import { type Binary, binary } from "./bytes.js";

/**
 * Bytes of a key, which neither `console.log`, text nor `JSON.stringify` shows, so that no log holds them by accident. A copy
 * made by `slice` or `structuredClone` is plain bytes.
 */
export interface SecretBytes extends Uint8Array {
  /** Returns the key as text: base64 for WireGuard, as its tools write it, else hexadecimal. */
  reveal(): string;
}

const HIDDEN = "(hidden)";
const hidden = { value: () => HIDDEN };

/** Returns a prototype with the methods of secrets before those of bytes. */
function methodsOf(text: (key: Uint8Array) => string): object {
  return Object.create(Uint8Array.prototype, {
    reveal: {
      value(this: Uint8Array) {
        return text(this);
      },
    },
    toString: hidden,
    toLocaleString: hidden,
    toJSON: hidden,
    join: hidden,
    [Symbol.for("nodejs.util.inspect.custom")]: hidden,
  }) as object;
}

/** Returns the function that copies bytes to a key that logs do not show. */
export function hiding(text: (key: Uint8Array) => string): (key: Uint8Array) => SecretBytes {
  const methods = methodsOf(text);
  return (key) => Object.setPrototypeOf(Uint8Array.from(key), methods) as SecretBytes;
}

const hex = (key: Uint8Array) => Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Returns a copy of a key that logs do not show. */
export const secretBytes: (key: Uint8Array) => SecretBytes = hiding(hex);

/** Returns the key that a text in hexadecimal stands for; unlike that of other bytes, the error does not show the text. */
function secretHex(text: string): SecretBytes {
  const digits = text.replace(/^0x/i, "").replaceAll(/[\s:]/g, "");
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new EncodeError("is no key: it is not hexadecimal");
  return secretBytes(binary.parse!(digits));
}

const hidingBinary = refine<Uint8Array>(binary, {
  read: (view, at, end) => secretBytes(binary.read(view, at, end)),
  write(out, value) {
    if (!isBytes(value)) throw new EncodeError("is no key: it is not a Uint8Array");
    out.append(value);
  },
  parse: secretHex,
  fromJson: (json) => secretHex(String(json)),
});

/** A key of any length, which requests hold; none that is decoded, or part of an error, shows in logs either. */
export const secretBinary: Binary = Object.assign(hidingBinary, {
  conceal: secretBytes,
} satisfies Concealing);
