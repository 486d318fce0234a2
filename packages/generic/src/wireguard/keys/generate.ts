import { createPrivateKey, createPublicKey, randomBytes } from "node:crypto";
import { type WireguardSecret, wireguardSecret } from "./secret.js";
import { keyText, WG_KEY_LEN } from "./text.js";

/** A private key and its public key. */
export interface WireguardKeyPair {
  /** The private key, which logs do not show. */
  readonly privateKey: WireguardSecret;
  /** The public key, as base64 text. */
  readonly publicKey: string;
}

/** Everything before the key in a private key of X25519 in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex");

/**
 * Returns the public key of a private key, as `wg pubkey` does.
 *
 * @throws EncodeError if it is no key.
 *
 * @example
 * publicKeyOf(wireguardSecret(text)); // "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg="
 */
export function publicKeyOf(privateKey: Uint8Array | string): string {
  const key = Buffer.concat([PKCS8, wireguardSecret(privateKey)]);
  const pair = createPrivateKey({ key, format: "der", type: "pkcs8" });
  return keyText(createPublicKey(pair).export({ format: "der", type: "spki" }).subarray(-WG_KEY_LEN));
}

/** Returns a new private key and its public key, as `wg genkey` and `wg pubkey` do. */
export function generateKeyPair(): WireguardKeyPair {
  const key = randomBytes(WG_KEY_LEN);
  // RFC 7748, section 5: the kernel does the same to any private key.
  key[0]! &= 0xf8;
  key[31] = (key[31]! & 0x7f) | 0x40;
  const privateKey = wireguardSecret(key);
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

/** Returns a new preshared key, as `wg genpsk` does. */
export function generatePresharedKey(): WireguardSecret {
  return wireguardSecret(randomBytes(WG_KEY_LEN));
}
