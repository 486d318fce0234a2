//  What kernels from 4.20 to 6.9 counted for an algorithm, by its kind (`struct crypto_stat_*`), with CONFIG_CRYPTO_STATS.

import { chars, type Infer, struct, u64 } from "@rxnetlink/core/schema";
import { CRYPTO_MAX_NAME } from "./reports.js";

const name = chars(CRYPTO_MAX_NAME);

/** Counters of an algorithm that is still loading. */
export const cryptoLarvalStat = struct("crypto_stat_larval", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
});
/** Counters of an algorithm that is still loading. */
export interface CryptoLarvalStat extends Infer<typeof cryptoLarvalStat> {}

/** Counters of a hash. */
export const cryptoHashStat = struct("crypto_stat_hash", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Digests. */
  hashCnt: u64,
  /** Bytes hashed. */
  hashTlen: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of a hash. */
export interface CryptoHashStat extends Infer<typeof cryptoHashStat> {}

/** Counters of a cipher of single blocks. */
export const cryptoCipherStat = struct("crypto_stat_cipher", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Encryptions. */
  encryptCnt: u64,
  /** Bytes encrypted. */
  encryptTlen: u64,
  /** Decryptions. */
  decryptCnt: u64,
  /** Bytes decrypted. */
  decryptTlen: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of a cipher of single blocks. */
export interface CryptoCipherStat extends Infer<typeof cryptoCipherStat> {}

/** Counters of a cipher that also authenticates. */
export const cryptoAeadStat = struct("crypto_stat_aead", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Encryptions. */
  encryptCnt: u64,
  /** Bytes encrypted. */
  encryptTlen: u64,
  /** Decryptions. */
  decryptCnt: u64,
  /** Bytes decrypted. */
  decryptTlen: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of a cipher that also authenticates. */
export interface CryptoAeadStat extends Infer<typeof cryptoAeadStat> {}

/** Counters of a compression. */
export const cryptoCompressStat = struct("crypto_stat_compress", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Compressions. */
  compressCnt: u64,
  /** Bytes compressed. */
  compressTlen: u64,
  /** Decompressions. */
  decompressCnt: u64,
  /** Bytes decompressed. */
  decompressTlen: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of a compression. */
export interface CryptoCompressStat extends Infer<typeof cryptoCompressStat> {}

/** Counters of a generator of random numbers. */
export const cryptoRngStat = struct("crypto_stat_rng", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Requests. */
  generateCnt: u64,
  /** Bytes made. */
  generateTlen: u64,
  /** Seeds set. */
  seedCnt: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of a generator of random numbers. */
export interface CryptoRngStat extends Infer<typeof cryptoRngStat> {}

/** Counters of a cipher with a public key. */
export const cryptoAkcipherStat = struct("crypto_stat_akcipher", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Encryptions. */
  encryptCnt: u64,
  /** Bytes encrypted. */
  encryptTlen: u64,
  /** Decryptions. */
  decryptCnt: u64,
  /** Bytes decrypted. */
  decryptTlen: u64,
  /** Verifications. */
  verifyCnt: u64,
  /** Signatures. */
  signCnt: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of a cipher with a public key. */
export interface CryptoAkcipherStat extends Infer<typeof cryptoAkcipherStat> {}

/** Counters of an agreement on keys. */
export const cryptoKppStat = struct("crypto_stat_kpp", {
  /** Kind: the word of `/proc/crypto`. */
  type: name,
  /** Secrets set. */
  setsecretCnt: u64,
  /** Public keys made. */
  generatePublicKeyCnt: u64,
  /** Shared secrets computed. */
  computeSharedSecretCnt: u64,
  /** Errors. */
  errCnt: u64,
});
/** Counters of an agreement on keys. */
export interface CryptoKppStat extends Infer<typeof cryptoKppStat> {}
