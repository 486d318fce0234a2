import { EncodeError } from "@rxnetlink/core";
import { bytes, hiding, refine, type SecretBytes, type Type } from "@rxnetlink/core/schema";
import { isKey, keyBytes, keyText, WG_KEY_LEN } from "./text.js";

/** A private or preshared key, which logs do not show; `reveal()` returns its base64 text, as `wg` writes it. */
export interface WireguardSecret extends SecretBytes {}

const hide = hiding(keyText);

/**
 * Returns a key that logs do not show.
 *
 * @param key - 32 bytes, or base64 text as `wg genkey` prints it.
 *
 * @throws EncodeError, which does not hold the key, for anything else.
 *
 * @example
 * const privateKey = wireguardSecret(readFileSync("/etc/wireguard/private.key", "utf8").trim());
 */
export function wireguardSecret(key: Uint8Array | string): WireguardSecret {
  if (!isKey(key)) throw new EncodeError("is no key: 32 bytes, or their base64 text");
  return hide(typeof key === "string" ? keyBytes(key) : key);
}

/** A key that logs do not show; requests may also hold plain bytes. The kernel reports zeros where there is none. */
export const secretKey: Type<WireguardSecret> = refine<Uint8Array, WireguardSecret>(bytes(WG_KEY_LEN), {
  mayBeAbsent: true,
  read(view, at, end) {
    const key = bytes(WG_KEY_LEN).read(view, at, end);
    return (key.some((byte) => byte !== 0) ? hide(key) : undefined) as WireguardSecret;
  },
  write: (out, value) => out.append(wireguardSecret(value)),
  parse: wireguardSecret,
  // Whoever converts a key to JSON by its layout asks for it.
  toJson: keyText,
  fromJson: (json) => wireguardSecret(json as string),
});
