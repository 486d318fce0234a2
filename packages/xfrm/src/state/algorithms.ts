import { EncodeError } from "@rxnetlink/core";
import { chars, derived, refine, secretBinary, struct, type Type, u32 } from "@rxnetlink/core/schema";

/** An algorithm for encryption, compression or authentication, and its key. */
export interface XfrmAlgo {
  /** Name of the crypto API: `"cbc(aes)"`, `"hmac(sha256)"`, `"deflate"`. */
  name: string;
  /** Length of the key in bits; by default that of the key. */
  keyLen: number;
  /** Key, which logs do not show; absent if the kernel hides it (lockdown). */
  key?: Uint8Array;
}
/** An algorithm for authentication with a truncated check value, and its key. */
export interface XfrmAlgoAuth extends XfrmAlgo {
  /** Length of the check value in packets, in bits. */
  truncLen: number;
}
/** An algorithm that encrypts and authenticates, such as `"rfc4106(gcm(aes))"`, and its key, with the salt at its end. */
export interface XfrmAlgoAead extends XfrmAlgo {
  /** Length of the check value in packets, in bits. */
  icvLen: number;
}
/** An algorithm as its struct has it: the key is always there. */
type Whole<T extends XfrmAlgo> = T & Required<Pick<XfrmAlgo, "key">>;

/** Longest name, with its NUL. */
const name = chars(64);
/** Length of the key in bits; by default that of the key. */
const keyLen = derived(u32, ({ key }: Partial<XfrmAlgo>) => (key?.length ?? 0) * 8);

/** Returns the bytes of a key of some bits. */
const bytesOf = (bits: number) => Math.ceil(bits / 8);

function checkKey({ keyLen: bits, key }: Partial<XfrmAlgo>): void {
  if (bits === undefined) return;
  if (key === undefined && bits > 0)
    throw new EncodeError("is missing: it was left out, or the kernel hid it (lockdown)").at("key");
  if (key !== undefined && key.length !== bytesOf(bits))
    throw new EncodeError(`${bits} bits, but the key has ${key.length} bytes`).at("keyLen");
}

/** Declares an algorithm whose key the kernel may hide, which it does by zeros. */
function redactable<T extends XfrmAlgo>(type: Type<Whole<T>>): Type<T> {
  return refine<Whole<T>, T>(type, {
    read(view, at, end, scope) {
      const { key, ...rest } = type.read(view, at, end, scope);
      const hidden = key.length > 0 && key.every((byte) => byte === 0);
      return (hidden ? rest : { ...rest, key }) as T;
    },
    write(out, value, scope) {
      if (out.request && typeof value === "object" && value !== null) checkKey(value);
      type.write(out, value as Whole<T>, scope);
      if (!out.request && value.key === undefined) out.zero(bytesOf(value.keyLen ?? 0));
    },
  });
}

/** An algorithm for encryption or compression, or for authentication with its usual length (`struct xfrm_algo`). */
const xfrmAlgo = struct("xfrm_algo", {
  /** Name of the crypto API: `"cbc(aes)"`, `"hmac(sha256)"`, `"deflate"`. */
  name,
  /** Length of the key in bits; by default that of the key. */
  keyLen,
  /** Key, which logs do not show. */
  key: secretBinary,
});
/** An algorithm for authentication (`struct xfrm_algo_auth`). */
const xfrmAlgoAuth = struct("xfrm_algo_auth", {
  /** Name of the crypto API: `"hmac(sha256)"`. */
  name,
  /** Length of the key in bits; by default that of the key. */
  keyLen,
  /** Length of the check value in packets, in bits. */
  truncLen: u32,
  /** Key, which logs do not show. */
  key: secretBinary,
});
/** An algorithm that encrypts and authenticates (`struct xfrm_algo_aead`). */
const xfrmAlgoAead = struct("xfrm_algo_aead", {
  /** Name of the crypto API: `"rfc4106(gcm(aes))"`. */
  name,
  /** Length of the key in bits; by default that of the key. */
  keyLen,
  /** Length of the check value in packets, in bits. */
  icvLen: u32,
  /** Key, for `rfc4106` with 4 bytes of salt at its end; logs do not show it. */
  key: secretBinary,
});

/** `struct xfrm_algo`. */
export const algo: Type<XfrmAlgo> = redactable(xfrmAlgo);
/** `struct xfrm_algo_auth`. */
export const algoAuth: Type<XfrmAlgoAuth> = redactable(xfrmAlgoAuth);
/** `struct xfrm_algo_aead`. */
export const algoAead: Type<XfrmAlgoAead> = redactable(xfrmAlgoAead);
