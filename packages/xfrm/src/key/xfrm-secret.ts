import { EncodeError } from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import { type SecretBytes, secretBinary, secretBytes } from "@rxnetlink/core/schema";

/**
 * Returns a key that logs do not show, of bytes or of text in hexadecimal as `ip xfrm` writes it.
 *
 * @throws EncodeError, which does not hold the key, for anything else.
 *
 * @example
 * xfrmSecret("0x000102030405060708090a0b0c0d0e0f10111213");
 */
export function xfrmSecret(key: Uint8Array | string): SecretBytes {
  if (typeof key === "string") return secretBinary.parse!(key) as SecretBytes;
  if (!isBytes(key)) throw new EncodeError("is no key: neither bytes nor text in hexadecimal");
  return secretBytes(key);
}
