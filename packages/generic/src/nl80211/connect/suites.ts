import { enumeration, u32 } from "@rxnetlink/core/schema";

/** Ciphers, by OUI and number (IEEE 802.11). */
export const wifiCipher = enumeration("WLAN_CIPHER_SUITE_", u32, {
  /** The cipher of the group. */
  useGroup: 0x000fac00,
  wep40: 0x000fac01,
  tkip: 0x000fac02,
  ccmp: 0x000fac04,
  wep104: 0x000fac05,
  aesCmac: 0x000fac06,
  gcmp: 0x000fac08,
  gcmp256: 0x000fac09,
  ccmp256: 0x000fac0a,
  bipGmac128: 0x000fac0b,
  bipGmac256: 0x000fac0c,
  bipCmac256: 0x000fac0d,
  /** Of WAPI. */
  sms4: 0x00147201,
});

/** Key managements, by OUI and number (IEEE 802.11). */
export const wifiAkm = enumeration("WLAN_AKM_SUITE_", u32, {
  /** 802.1X. */
  "8021x": 0x000fac01,
  /** Pre-shared key. */
  psk: 0x000fac02,
  ft8021x: 0x000fac03,
  ftPsk: 0x000fac04,
  "8021xSha256": 0x000fac05,
  pskSha256: 0x000fac06,
  tdls: 0x000fac07,
  /** WPA3-Personal. */
  sae: 0x000fac08,
  ftOverSae: 0x000fac09,
  apPeerKey: 0x000fac0a,
  "8021xSuiteB": 0x000fac0b,
  "8021xSuiteB192": 0x000fac0c,
  ft8021xSha384: 0x000fac0d,
  filsSha256: 0x000fac0e,
  filsSha384: 0x000fac0f,
  ftFilsSha256: 0x000fac10,
  ftFilsSha384: 0x000fac11,
  /** Opportunistic encryption. */
  owe: 0x000fac12,
  ftPskSha384: 0x000fac13,
  pskSha384: 0x000fac14,
  saeExtKey: 0x000fac18,
  ftSaeExtKey: 0x000fac19,
});
