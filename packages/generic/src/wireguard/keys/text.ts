import { EncodeError } from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import { bytes, refine, type Type } from "@rxnetlink/core/schema";

/** Length of a key in bytes (`WG_KEY_LEN`). */
export const WG_KEY_LEN = 32;

/** Base64 of 32 bytes; the last digit has 4 bits. */
const BASE64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** Returns true for a key, as text or bytes. */
export function isKey(key: unknown): key is Uint8Array | string {
  return typeof key === "string" ? BASE64.test(key) : isBytes(key) && key.length === WG_KEY_LEN;
}

/** Returns the bytes of a key in base64. */
export const keyBytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (digit) => digit.charCodeAt(0));

/** Returns a key in base64. */
export const keyText = (key: Uint8Array): string => btoa(String.fromCharCode(...key));

/** A public key, as base64 text. */
export const publicKey: Type<string> = refine<Uint8Array, string>(bytes(WG_KEY_LEN), {
  read: (view, at, end) => keyText(bytes(WG_KEY_LEN).read(view, at, end)),
  write(out, value) {
    if (typeof value !== "string" || !isKey(value))
      throw new EncodeError("is no public key: 44 characters of base64");
    out.append(keyBytes(value));
  },
  parse: (text) => text,
  toJson: (value) => value,
  fromJson: (json) => json as string,
});
