import {
  attributes,
  chars,
  flags,
  hex,
  type Infer,
  message,
  nest,
  readOnly,
  struct,
  u32,
} from "@rxnetlink/core/schema";
import {
  CRYPTO_MAX_NAME,
  type CryptoAcompReport,
  type CryptoAeadReport,
  type CryptoAkcipherReport,
  type CryptoBlkcipherReport,
  type CryptoCipherReport,
  type CryptoCompressReport,
  type CryptoHashReport,
  type CryptoKppReport,
  type CryptoLarvalReport,
  type CryptoRngReport,
  type CryptoSigReport,
  cryptoAcompReport,
  cryptoAeadReport,
  cryptoAkcipherReport,
  cryptoBlkcipherReport,
  cryptoCipherReport,
  cryptoCompressReport,
  cryptoHashReport,
  cryptoKppReport,
  cryptoLarvalReport,
  cryptoRngReport,
  cryptoSigReport,
} from "./reports.js";
import {
  type CryptoAeadStat,
  type CryptoAkcipherStat,
  type CryptoCipherStat,
  type CryptoCompressStat,
  type CryptoHashStat,
  type CryptoKppStat,
  type CryptoLarvalStat,
  type CryptoRngStat,
  cryptoAeadStat,
  cryptoAkcipherStat,
  cryptoCipherStat,
  cryptoCompressStat,
  cryptoHashStat,
  cryptoKppStat,
  cryptoLarvalStat,
  cryptoRngStat,
} from "./stats.js";

/** Facts about an algorithm (`CRYPTO_ALG_*`); its lowest four bits, which have no names here, number its kind. */
export const cryptoAlgFlags = flags("CRYPTO_ALG_", u32, {
  /** Still loading. */
  larval: 0x10,
  /** Removed, and still in use. */
  dead: 0x20,
  /** About to be removed. */
  dying: 0x40,
  /** Asynchronous. */
  async: 0x80,
  /** Needs another implementation for what it cannot do itself. */
  needFallback: 0x100,
  /** Has been tested. */
  tested: 0x400,
  /** Made from a template, such as `cbc(aes)`. */
  instance: 0x800,
  /** Of hardware that only the kernel reaches. */
  kernDriverOnly: 0x1000,
  /** For other algorithms only. */
  internal: 0x2000,
  /** Works with and without a key. */
  optionalKey: 0x4000,
  /** Allocates memory while it works. */
  allocatesMemory: 0x10000,
  /** Approved by FIPS as a part of others only. */
  fipsInternal: 0x20000,
});

const name = chars(CRYPTO_MAX_NAME);

/** Header of all messages (`struct crypto_user_alg`). */
export const cryptoUserAlg = struct("crypto_user_alg", {
  /** Name of the algorithm: `"sha256"`, `"cbc(aes)"`; several implementations may have it. */
  name,
  /** Name of the implementation: `"sha256-generic"`. */
  driverName: name,
  /** Module that it is in: `"kernel"` for the kernel itself. Read-only. */
  moduleName: readOnly(name),
  /** Bits of `flags` that an algorithm to add or get must have, as far as `mask` has them. Write-only. */
  type: hex(u32),
  /** Bits that `type` is about. Write-only. */
  mask: hex(u32),
  /** Number of its users, and 1. Read-only. */
  refcnt: readOnly(u32),
  /** Facts about it. Read-only. */
  flags: readOnly(cryptoAlgFlags),
});

/** Attributes of algorithms (`CRYPTOCFGA_*`). A report is there for its kind; counters in replies of `stat$` only. */
export const cryptoAlgAttributes = attributes("crypto-alg", "CRYPTOCFGA_", {
  /** Priority: of the implementations of an algorithm, the one with the highest is used. */
  priorityVal: [1, u32],
  /** Facts about an algorithm that is still loading. Read-only. */
  reportLarval: [2, readOnly(nest<CryptoLarvalReport>(cryptoLarvalReport))],
  /** Facts about a hash. Read-only. */
  reportHash: [3, readOnly(nest<CryptoHashReport>(cryptoHashReport))],
  /** Facts about a cipher of blocks or streams. Read-only. */
  reportBlkcipher: [4, readOnly(nest<CryptoBlkcipherReport>(cryptoBlkcipherReport))],
  /** Facts about a cipher that also authenticates. Read-only. */
  reportAead: [5, readOnly(nest<CryptoAeadReport>(cryptoAeadReport))],
  /** Facts about a compression. Read-only. */
  reportCompress: [6, readOnly(nest<CryptoCompressReport>(cryptoCompressReport))],
  /** Facts about a generator of random numbers. Read-only. */
  reportRng: [7, readOnly(nest<CryptoRngReport>(cryptoRngReport))],
  /** Facts about a cipher of single blocks. Read-only. */
  reportCipher: [8, readOnly(nest<CryptoCipherReport>(cryptoCipherReport))],
  /** Facts about a cipher with a public key. Read-only. */
  reportAkcipher: [9, readOnly(nest<CryptoAkcipherReport>(cryptoAkcipherReport))],
  /** Facts about an agreement on keys. Read-only. */
  reportKpp: [10, readOnly(nest<CryptoKppReport>(cryptoKppReport))],
  /** Facts about an asynchronous compression. Read-only. */
  reportAcomp: [11, readOnly(nest<CryptoAcompReport>(cryptoAcompReport))],
  /** Counters of an algorithm that is still loading. Read-only. */
  statLarval: [12, readOnly(nest<CryptoLarvalStat>(cryptoLarvalStat))],
  /** Counters of a hash. Read-only. */
  statHash: [13, readOnly(nest<CryptoHashStat>(cryptoHashStat))],
  /** Counters of a cipher of blocks or streams. Read-only. */
  statBlkcipher: [14, readOnly(nest<CryptoCipherStat>(cryptoCipherStat))],
  /** Counters of a cipher that also authenticates. Read-only. */
  statAead: [15, readOnly(nest<CryptoAeadStat>(cryptoAeadStat))],
  /** Counters of a compression. Read-only. */
  statCompress: [16, readOnly(nest<CryptoCompressStat>(cryptoCompressStat))],
  /** Counters of a generator of random numbers. Read-only. */
  statRng: [17, readOnly(nest<CryptoRngStat>(cryptoRngStat))],
  /** Counters of a cipher of single blocks. Read-only. */
  statCipher: [18, readOnly(nest<CryptoCipherStat>(cryptoCipherStat))],
  /** Counters of a cipher with a public key. Read-only. */
  statAkcipher: [19, readOnly(nest<CryptoAkcipherStat>(cryptoAkcipherStat))],
  /** Counters of an agreement on keys. Read-only. */
  statKpp: [20, readOnly(nest<CryptoKppStat>(cryptoKppStat))],
  /** Counters of an asynchronous compression. Read-only. */
  statAcomp: [21, readOnly(nest<CryptoCompressStat>(cryptoCompressStat))],
  /** Facts about a signature; since 6.13. Read-only. */
  reportSig: [22, readOnly(nest<CryptoSigReport>(cryptoSigReport))],
});

/** Layout of `CRYPTO_MSG_*`. */
export const cryptoAlgMessage = message("crypto-alg", cryptoUserAlg, cryptoAlgAttributes);
/** An algorithm of the kernel's crypto API, as one implementation has it. */
export interface CryptoAlg extends Infer<typeof cryptoAlgMessage> {}
