import {
  attributes,
  binary,
  bytes,
  enumeration,
  flag,
  type Infer,
  indexedArray,
  mac,
  nest,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { wifiAkm, wifiCipher } from "./suites.js";

/** Types of keys (`NL80211_KEYTYPE_*`). */
export const wifiKeyType = enumeration("NL80211_KEYTYPE_", u32, {
  /** Of a group. */
  group: 0,
  /** Of two stations. */
  pairwise: 1,
  /** Of two clients. */
  peerkey: 2,
});

/** Uses of a new key (`NL80211_KEY_RX_TX`, `NL80211_KEY_NO_TX`, `NL80211_KEY_SET_TX`). */
export const wifiKeyMode = enumeration("NL80211_KEY_", u8, {
  /** Both directions. */
  rxTx: 0,
  /** Receiving only. */
  noTx: 1,
  /** Begins to send with it. */
  setTx: 2,
});

/** Frames that a key is the default for (`NL80211_KEY_DEFAULT_TYPE_*`). */
const keyDefaultTypeAttributes = attributes("wifi-key-default-types", "NL80211_KEY_DEFAULT_TYPE_", {
  /** To one station. */
  unicast: [1, flag],
  /** To several. */
  multicast: [2, flag],
});

/** Frames that a key is the default for. */
export interface WifiKeyDefaultTypes extends Infer<typeof keyDefaultTypeAttributes> {}

/** Attributes of a key (`NL80211_KEY_*`). */
const keyAttributes = attributes("wifi-key", "NL80211_KEY_", {
  /** The key. A secret. */
  data: [1, binary],
  /** Number, 0 to 7. */
  idx: [2, u8],
  /** Cipher; see {@link wifiCipher}. */
  cipher: [3, wifiCipher],
  /** Sequence number of the last frame. */
  seq: [4, binary],
  /** Set for the default key. */
  default: [5, flag],
  /** Set for the default key of management frames. */
  defaultMgmt: [6, flag],
  /** Type; see {@link wifiKeyType}. */
  type: [7, wifiKeyType],
  /** Frames that it is the default for. */
  defaultTypes: [8, nest<WifiKeyDefaultTypes>(keyDefaultTypeAttributes)],
  /** Use of a new key; see {@link wifiKeyMode}. Since 5.2. */
  mode: [9, wifiKeyMode],
  /** Set for the default key of beacons; since 5.7. */
  defaultBeacon: [10, flag],
  /** Seed of secure ranging. */
  ltfSeed: [11, binary],
});

/** A key. */
export interface WifiKey extends Infer<typeof keyAttributes> {}

/** Attributes of what a driver renews keys with (`NL80211_REKEY_DATA_*`). */
const rekeyAttributes = attributes("wifi-rekey-data", "NL80211_REKEY_DATA_", {
  /** Key that encrypts keys. A secret. */
  kek: [1, binary],
  /** Key that confirms keys. A secret. */
  kck: [2, binary],
  /** Counter against replay. */
  replayCtr: [3, bytes(8)],
  /** Key management. */
  akm: [4, wifiAkm],
});

/** What a driver renews keys with. */
export interface WifiRekey extends Infer<typeof rekeyAttributes> {}

/** Attributes of an access point to authenticate at in advance (`NL80211_PMKSA_CANDIDATE_*`). */
const pmksaCandidateAttributes = attributes("wifi-pmksa-candidate", "NL80211_PMKSA_CANDIDATE_", {
  /** Rank: the smaller, the better. */
  index: [1, u32],
  /** Address. */
  bssid: [2, mac],
  /** Set if it takes part. */
  preauth: [3, flag],
});

/** An access point to authenticate at in advance. */
export interface WifiPmksaCandidate extends Infer<typeof pmksaCandidateAttributes> {}

/** Attributes of keys (`NL80211_ATTR_*`). */
export const wifiKeyAttributes = attributes("wifi-key-attrs", "NL80211_ATTR_", {
  /** A key. */
  key: [80, nest<WifiKey>(keyAttributes)],
  /** Keys of WEP to connect with. */
  keys: [81, indexedArray(nest<WifiKey>(keyAttributes))],
  /** The key, in an older form. A secret. */
  keyData: [7, binary],
  /** Number, in an older form. */
  keyIdx: [8, u8],
  /** Cipher, in an older form. */
  keyCipher: [9, wifiCipher],
  /** Sequence number, in an older form. */
  keySeq: [10, binary],
  /** Set for the default key, in an older form. */
  keyDefault: [11, flag],
  /** Set for the default key of management frames, in an older form. */
  keyDefaultMgmt: [40, flag],
  /** Type, in an older form. */
  keyType: [55, wifiKeyType],
  /** Frames that it is the default for, in an older form. */
  keyDefaultTypes: [110, nest<WifiKeyDefaultTypes>(keyDefaultTypeAttributes)],
  /** What the driver renews keys with. */
  rekeyData: [122, nest<WifiRekey>(rekeyAttributes)],
  /** Access point to authenticate at in advance. */
  pmksaCandidate: [134, nest<WifiPmksaCandidate>(pmksaCandidateAttributes)],
});

/** Members of keys. */
export interface WifiKeyMembers extends Infer<typeof wifiKeyAttributes> {}
