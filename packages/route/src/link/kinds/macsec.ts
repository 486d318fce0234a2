import {
  attributes,
  be16,
  be64,
  enumeration,
  type Infer,
  ifOther,
  inRequests,
  nest,
  padding,
  u8,
  u32,
  u64,
} from "@rxnetlink/core";

/** What becomes of frames that fail the check (`MACSEC_VALIDATE_*`). */
export const macsecValidate = enumeration("MACSEC_VALIDATE_", u8, {
  /** No frame is checked. */
  disabled: 0,
  /** They are counted and taken all the same. */
  check: 1,
  /** They are dropped. */
  strict: 2,
});

/** Where frames are encrypted (`MACSEC_OFFLOAD_*`). */
export const macsecOffload = enumeration("MACSEC_OFFLOAD_", u8, {
  /** In the kernel. */
  off: 0,
  phy: 1,
  mac: 2,
});

/** Values of `cipherSuite` (`MACSEC_CIPHER_ID_*`). */
export const macsecCipherId = {
  /** The kernel tells this one as 0x0080020001000001, its number of old. */
  gcmAes128: 0x0080_c200_0100_0001n,
  /** AES with keys of 256 bits. */
  gcmAes256: 0x0080_c200_0100_0002n,
  /** With packet numbers of 64 bits; since 5.7. */
  gcmAesXpn128: 0x0080_c200_0100_0003n,
  /** The same with keys of 256 bits; since 5.7. */
  gcmAesXpn256: 0x0080_c200_0100_0004n,
} as const;

/** Settings of an IEEE 802.1AE link (`IFLA_MACSEC_*`); keys are in the `macsec` family of generic netlink. */
export const macsecAttributes = attributes("linkinfo-macsec-attrs", "IFLA_MACSEC_", {
  /** Secure channel identifier: MAC address (48 bits) and port (16 bits). */
  sci: [1, ifOther(be64)],
  /** Port of that identifier, where it is made from the MAC address. Write-only. */
  port: [2, ifOther(be16)],
  /** Length of the integrity check value, in bytes: 8 to 16. */
  icvLen: [3, ifOther(u8)],
  /** The cipher; {@link macsecCipherId} has the names. */
  cipherSuite: [4, ifOther(u64)],
  /** How far packets may come late, in packets; counts where `replayProtect` is 1. */
  window: [5, u32],
  /** Which of the four secure associations is used to send. */
  encodingSa: [6, u8],
  /** Whether frames are encrypted, not signed alone, 0 or 1. */
  encrypt: [7, u8],
  /** Whether frames are protected at all, 0 or 1. */
  protect: [8, u8],
  /** Whether the secure channel identifier is always sent, 0 or 1. */
  incSci: [9, u8],
  /** Whether the end station bit is set, 0 or 1. */
  es: [10, u8],
  /** Whether the single copy broadcast bit is set, 0 or 1. */
  scb: [11, u8],
  /** Whether replayed frames are dropped, 0 or 1. */
  replayProtect: [12, u8],
  /** What becomes of frames that fail the check. */
  validation: [13, macsecValidate],
  /** Alignment. */
  pad: [14, padding],
  /** Where frames are encrypted; since 5.7. */
  offload: [15, macsecOffload],
});
/** Settings of a `macsec` link. */
export interface Macsec extends Infer<typeof macsecAttributes> {}

/** Where the identifier is not sent, the kernel takes its port alone. */
export const macsecSettings = inRequests(nest<Macsec>(macsecAttributes), ({ sci, ...macsec }) => {
  if (sci === undefined || !(macsec.es || macsec.scb))
    return { ...(sci !== undefined && { sci }), ...macsec };
  return { port: Number(sci & 0xffffn), ...macsec };
});
