//  What the kernel reports of an algorithm, by its kind (`struct crypto_report_*`). `type` is the word of /proc/crypto.

import { chars, type Infer, struct, u32 } from "@rxnetlink/core/schema";

/** Length of a name, with its zero byte (`CRYPTO_MAX_NAME`). */
export const CRYPTO_MAX_NAME = 64;

const name = chars(CRYPTO_MAX_NAME);

/** Report of an algorithm that is still loading. */
export const cryptoLarvalReport = struct("crypto_report_larval", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Report of an algorithm that is still loading. */
export interface CryptoLarvalReport extends Infer<typeof cryptoLarvalReport> {}

/** Report of a hash. */
export const cryptoHashReport = struct("crypto_report_hash", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Size of a block in bytes. */
  blocksize: u32,
  /** Size of the digest in bytes. */
  digestsize: u32,
});
/** Report of a hash. */
export interface CryptoHashReport extends Infer<typeof cryptoHashReport> {}

/** Report of a cipher of blocks or streams. */
export const cryptoBlkcipherReport = struct("crypto_report_blkcipher", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Generator of initialization vectors, or `"<none>"`. */
  geniv: name,
  /** Size of a block in bytes. */
  blocksize: u32,
  /** Size of the shortest key in bytes. */
  minKeysize: u32,
  /** Size of the longest key in bytes. */
  maxKeysize: u32,
  /** Size of the initialization vector in bytes. */
  ivsize: u32,
});
/** Report of a cipher of blocks or streams. */
export interface CryptoBlkcipherReport extends Infer<typeof cryptoBlkcipherReport> {}

/** Report of a cipher that also authenticates. */
export const cryptoAeadReport = struct("crypto_report_aead", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Generator of initialization vectors, or `"<none>"`. */
  geniv: name,
  /** Size of a block in bytes. */
  blocksize: u32,
  /** Size of the longest authentication tag in bytes. */
  maxauthsize: u32,
  /** Size of the initialization vector in bytes. */
  ivsize: u32,
});
/** Report of a cipher that also authenticates. */
export interface CryptoAeadReport extends Infer<typeof cryptoAeadReport> {}

/** Report of a compression. */
export const cryptoCompressReport = struct("crypto_report_comp", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Report of a compression. */
export interface CryptoCompressReport extends Infer<typeof cryptoCompressReport> {}

/** Report of a generator of random numbers. */
export const cryptoRngReport = struct("crypto_report_rng", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Size of the seed in bytes. */
  seedsize: u32,
});
/** Report of a generator of random numbers. */
export interface CryptoRngReport extends Infer<typeof cryptoRngReport> {}

/** Report of a cipher of single blocks. */
export const cryptoCipherReport = struct("crypto_report_cipher", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Size of a block in bytes. */
  blocksize: u32,
  /** Size of the shortest key in bytes. */
  minKeysize: u32,
  /** Size of the longest key in bytes. */
  maxKeysize: u32,
});
/** Report of a cipher of single blocks. */
export interface CryptoCipherReport extends Infer<typeof cryptoCipherReport> {}

/** Report of a cipher with a public key. */
export const cryptoAkcipherReport = struct("crypto_report_akcipher", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Report of a cipher with a public key. */
export interface CryptoAkcipherReport extends Infer<typeof cryptoAkcipherReport> {}

/** Report of an agreement on keys. */
export const cryptoKppReport = struct("crypto_report_kpp", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Report of an agreement on keys. */
export interface CryptoKppReport extends Infer<typeof cryptoKppReport> {}

/** Report of an asynchronous compression. */
export const cryptoAcompReport = struct("crypto_report_acomp", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Report of an asynchronous compression. */
export interface CryptoAcompReport extends Infer<typeof cryptoAcompReport> {}

/** Report of a signature. */
export const cryptoSigReport = struct("crypto_report_sig", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Report of a signature. */
export interface CryptoSigReport extends Infer<typeof cryptoSigReport> {}
