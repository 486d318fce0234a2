import {
  attributes,
  be16,
  be64,
  enumeration,
  type Infer,
  ifDifferent,
  inRequests,
  nest,
  padding,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Handling of frames that fail validation (`MACSEC_VALIDATE_*`). */
export const macsecValidate = enumeration("MACSEC_VALIDATE_", u8, {
  /** Frames are not validated. */
  disabled: 0,
  /** They are counted and accepted. */
  check: 1,
  /** They are dropped. */
  strict: 2,
});

/** Place where frames are encrypted (`MACSEC_OFFLOAD_*`). */
export const macsecOffload = enumeration("MACSEC_OFFLOAD_", u8, {
  /** The kernel. */
  off: 0,
  phy: 1,
  mac: 2,
});

/** Values of `cipherSuite` (`MACSEC_CIPHER_ID_*`). */
export const macsecCipherId = {
  /** AES-GCM with 128-bit keys; the kernel reports it as 0x0080020001000001, its former number. */
  gcmAes128: 0x0080_c200_0100_0001n,
  /** AES-GCM with 256-bit keys. */
  gcmAes256: 0x0080_c200_0100_0002n,
  /** AES-GCM with 128-bit keys and 64-bit packet numbers; since 5.7. */
  gcmAesXpn128: 0x0080_c200_0100_0003n,
  /** AES-GCM with 256-bit keys and 64-bit packet numbers; since 5.7. */
  gcmAesXpn256: 0x0080_c200_0100_0004n,
} as const;

/** Settings of an IEEE 802.1AE link (`IFLA_MACSEC_*`); keys are in the `macsec` family of generic netlink. */
export const macsecAttributes = attributes("linkinfo-macsec-attrs", "IFLA_MACSEC_", {
  /** Secure channel identifier: MAC address (48 bits) and port (16 bits). */
  sci: [1, ifDifferent(be64)],
  /** Port of that identifier, when the rest is the MAC address; write-only. */
  port: [2, ifDifferent(be16)],
  /** Length of the integrity check value, in bytes: 8 to 16. */
  icvLen: [3, ifDifferent(u8)],
  /** Cipher suite; {@link macsecCipherId} lists the names. */
  cipherSuite: [4, ifDifferent(u64)],
  /** Replay window, in packets; used when `replayProtect` is 1. */
  window: [5, u32],
  /** Number of the secure association used to send, 0 to 3. */
  encodingSa: [6, u8],
  /** Encrypts frames instead of only authenticating them, 0 or 1. */
  encrypt: [7, u8],
  /** Protects frames, 0 or 1. */
  protect: [8, u8],
  /** Sends the secure channel identifier always, 0 or 1. */
  incSci: [9, u8],
  /** Sets the end station bit, 0 or 1. */
  es: [10, u8],
  /** Sets the single copy broadcast bit, 0 or 1. */
  scb: [11, u8],
  /** Drops replayed frames, 0 or 1. */
  replayProtect: [12, u8],
  /** Handling of frames that fail validation. */
  validation: [13, macsecValidate],
  /** Alignment. */
  pad: [14, padding],
  /** Place where frames are encrypted; since 5.7. */
  offload: [15, macsecOffload],
});
/** Settings of a `macsec` link. */
export interface Macsec extends Infer<typeof macsecAttributes> {}

/**
 * Layout of {@link Macsec}, which sends only the port of the identifier when frames do not carry it, as the kernel
 * requires.
 */
export const macsecSettings = inRequests(nest<Macsec>(macsecAttributes), ({ sci, ...macsec }) => {
  if (sci === undefined || !(macsec.es || macsec.scb))
    return { ...(sci !== undefined && { sci }), ...macsec };
  return { port: Number(sci & 0xffffn), ...macsec };
});
