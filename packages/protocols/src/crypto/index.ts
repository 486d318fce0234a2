/**
 * `NETLINK_CRYPTO`: the algorithms of the kernel's crypto API (`crypto_user`). Since 3.2.
 *
 * @module
 */
export { type CryptoAlgKey, type CryptoAlgs, cryptoAlgObject } from "./alg.js";
export { type CryptoConnectionOptions, connectCrypto, NETLINK_CRYPTO } from "./connect.js";
export { type CryptoUser, type CryptoUserOptions, cryptoUser } from "./crypto-user.js";
export {
  type CryptoAlg,
  cryptoAlgAttributes,
  cryptoAlgFlags,
  cryptoAlgMessage,
  cryptoUserAlg,
} from "./layout.js";
export {
  CRYPTO_MSG_DELALG,
  CRYPTO_MSG_DELRNG,
  CRYPTO_MSG_GETALG,
  CRYPTO_MSG_GETSTAT,
  CRYPTO_MSG_NEWALG,
  CRYPTO_MSG_UPDATEALG,
} from "./messages.js";
export {
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
export {
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
