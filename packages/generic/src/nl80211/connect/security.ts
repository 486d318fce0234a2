import {
  attributes,
  binary,
  enumeration,
  flag,
  flags,
  type Infer,
  packed,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { wifiAkm, wifiCipher } from "./suites.js";

/** Types of authentication (`NL80211_AUTHTYPE_*`). */
export const wifiAuthType = enumeration("NL80211_AUTHTYPE_", u32, {
  /** Open, or later by keys. */
  openSystem: 0,
  /** By a WEP key. */
  sharedKey: 1,
  /** Fast transition. */
  ft: 2,
  /** Of Cisco. */
  networkEap: 3,
  /** WPA3-Personal. */
  sae: 4,
  /** Fast setup with a shared key. */
  filsSk: 5,
  /** The same with forward secrecy. */
  filsSkPfs: 6,
  /** Fast setup with a public key. */
  filsPk: 7,
  /** Enhanced privacy. */
  eppke: 8,
  /** 802.1X. */
  ieee8021x: 9,
  /** Open, or by a WEP key: what happens without a type. Each kernel has its own number for it. */
  automatic: 10,
});

/** Versions of WPA (`NL80211_WPA_VERSION_*`). */
export const wifiWpaVersions = flags("NL80211_WPA_VERSION_", u32, {
  /** WPA. */
  1: 0x1,
  /** WPA2. */
  2: 0x2,
  /** WPA3. */
  3: 0x4,
});

/** Protection of management frames (`NL80211_MFP_*`). */
export const wifiMfp = enumeration("NL80211_MFP_", u32, {
  /** None. */
  no: 0,
  /** Required. */
  required: 1,
  /** If the access point has it; since 4.17. */
  optional: 2,
});

/** Ways to derive the element of a password in WPA3 (`NL80211_SAE_PWE_*`). */
export const wifiSaePwe = enumeration("NL80211_SAE_PWE_", u8, {
  /** Any. */
  unspecified: 0,
  /** By hunting and pecking. */
  huntAndPeck: 1,
  /** By a hash. */
  hashToElement: 2,
  /** Either. */
  both: 3,
});

/** Requests for authentication by a program (`NL80211_EXTERNAL_AUTH_*`). */
export const wifiExternalAuthAction = enumeration("NL80211_EXTERNAL_AUTH_", u32, {
  /** Asks to authenticate. */
  start: 0,
  /** Asks to stop. */
  abort: 1,
});

/** Attributes of the security of a network (`NL80211_ATTR_*`). */
export const wifiSecurityAttributes = attributes("wifi-security-attrs", "NL80211_ATTR_", {
  /** Type of authentication; see {@link wifiAuthType}. */
  authType: [53, wifiAuthType],
  /** Set for a network that encrypts. */
  privacy: [70, flag],
  /** Versions of WPA; see {@link wifiWpaVersions}. */
  wpaVersions: [75, wifiWpaVersions],
  /** Ciphers towards a station; see {@link wifiCipher}. */
  cipherSuitesPairwise: [73, packed(wifiCipher)],
  /** Cipher towards all. */
  cipherSuiteGroup: [74, wifiCipher],
  /** Key managements; see {@link wifiAkm}. */
  akmSuites: [76, packed(wifiAkm)],
  /** Protection of management frames; see {@link wifiMfp}. */
  useMfp: [66, wifiMfp],
  /** Set if a program decides when a station is authorized. */
  controlPort: [68, flag],
  /** Set if frames of key negotiation are not encrypted. */
  controlPortNoEncrypt: [103, flag],
  /** Set if frames of key negotiation come by this socket; since 4.17. */
  controlPortOverNl80211: [264, flag],
  /** Set if frames of preauthentication do not; since 5.8. */
  controlPortNoPreauth: [286, flag],
  /** Set if the driver negotiates keys after 802.1X; since 4.13. */
  want_1x_4wayHs: [257, flag],
  /** Pairwise master key. A secret. */
  pmk: [254, binary],
  /** Password of WPA3. A secret. */
  saePassword: [277, binary],
  /** Way to derive the element of the password; since 5.10. */
  saePwe: [298, wifiSaePwe],
  /** Fields and elements of authentication frames. */
  authData: [156, binary],
  /** Key of fast setup. A secret. */
  filsKek: [242, binary],
  /** Nonces of fast setup. */
  filsNonces: [243, binary],
  /** User for fast setup. */
  filsErpUsername: [249, binary],
  /** Realm for fast setup. */
  filsErpRealm: [250, binary],
  /** Next sequence number for fast setup. */
  filsErpNextSeqNum: [251, u16],
  /** Root key of fast setup. A secret. */
  filsErpRrk: [252, binary],
  /** Scope of cached keys of fast setup. */
  filsCacheId: [253, binary],
  /** Id of a cached key. */
  pmkid: [85, binary],
  /** Lifetime of a cached key, in seconds; since 5.7. */
  pmkLifetime: [287, u32],
  /** Share of the lifetime after which a key is renewed, in percent; since 5.7. */
  pmkReauthThreshold: [288, u8],
  /** Name of a key of fast transition. */
  pmkr0Name: [258, binary],
  /** Asks a program to authenticate, or to stop; since 4.17. */
  externalAuthAction: [260, wifiExternalAuthAction],
  /** Set if a program can authenticate; since 4.17. */
  externalAuthSupport: [261, flag],
  /** Mobility domain. */
  mdid: [177, u16],
  /** Resources asked for in fast transition. */
  ieRic: [178, binary],
  /** Set if aggregates are protected (SPP A-MSDU); since 6.9. */
  assocSppAmsdu: [330, flag],
  /** Set if the frames of association were encrypted. Read-only. */
  assocEncrypted: [364, readOnly(flag)],
});

/** Security of a network. */
export interface WifiSecurity extends Infer<typeof wifiSecurityAttributes> {}
