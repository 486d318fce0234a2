import {
  attributes,
  be64,
  enumeration,
  type Infer,
  ifindex,
  indexedArray,
  message,
  nest,
  padding,
  readOnly,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { type MacsecSa, macsecSaAttributes } from "./sa.js";
import {
  type MacsecRxscStats,
  type MacsecSecyStats,
  type MacsecTxscStats,
  macsecRxscStatsAttributes,
  macsecSecyStatsAttributes,
  macsecTxscStatsAttributes,
} from "./stats.js";

/** Handling of frames that are not valid. */
export const macsecValidation = enumeration("MACSEC_VALIDATE_", u8, {
  /** Frames are not checked. */
  disabled: 0,
  /** They are counted and accepted. */
  check: 1,
  /** They are dropped. */
  strict: 2,
});

/** Place where frames are protected. */
export const macsecOffloadType = enumeration("MACSEC_OFFLOAD_", u8, {
  /** The kernel. */
  off: 0,
  phy: 1,
  mac: 2,
});

/** Attributes of the settings of a device (`MACSEC_SECY_ATTR_*`), which are changed as those of its link. */
export const macsecSecyAttributes = attributes("macsec-secy-attrs", "MACSEC_SECY_ATTR_", {
  /** Identifier of its channel: MAC address (48 bits) and port (16 bits). */
  sci: [1, be64],
  /** Number of the association that it sends by. */
  encodingSa: [2, u8],
  /** Replay window in packets; with replay protection only. */
  window: [3, u32],
  /** Cipher suite, by its number in IEEE 802.1AE. */
  cipherSuite: [4, u64],
  /** Length of the integrity check value in bytes. */
  icvLen: [5, u8],
  /** 1 if frames are protected. */
  protect: [6, u8],
  /** 1 if replayed frames are dropped. */
  replay: [7, u8],
  /** 1 if the device works: it is up, and has an association to send by that is in use. */
  oper: [8, u8],
  /** Handling of frames that are not valid. */
  validate: [9, macsecValidation],
  /** 1 if frames are encrypted. */
  encrypt: [10, u8],
  /** 1 if frames carry the identifier of the channel. */
  incSci: [11, u8],
  /** 1 if frames have the bit of end stations. */
  es: [12, u8],
  /** 1 if frames have the bit of single copy broadcast. */
  scb: [13, u8],
  /** Alignment. */
  pad: [14, padding],
});
/** Settings of a device. */
export interface MacsecSecy extends Infer<typeof macsecSecyAttributes> {}

/** Attributes of receive channels (`MACSEC_RXSC_ATTR_*`). */
export const macsecRxscAttributes = attributes("macsec-rxsc-attrs", "MACSEC_RXSC_ATTR_", {
  /** Identifier: MAC address (48 bits) and port (16 bits) of the sender. */
  sci: [1, be64],
  /** 1 if it is in use, else 0. */
  active: [2, u8],
  /** Associations. Read-only. */
  saList: [3, readOnly(indexedArray(nest<MacsecSa>(macsecSaAttributes)))],
  /** Counters. Read-only. */
  stats: [4, readOnly(nest<MacsecRxscStats>(macsecRxscStatsAttributes))],
  /** Alignment. */
  pad: [5, padding],
});
/** A channel that a device receives by: one for each sender. */
export interface MacsecRxsc extends Infer<typeof macsecRxscAttributes> {}

/** Attributes of the place where frames are protected (`MACSEC_OFFLOAD_ATTR_*`). */
export const macsecOffloadAttributes = attributes("macsec-offload-attrs", "MACSEC_OFFLOAD_ATTR_", {
  /** The place. */
  type: [1, macsecOffloadType],
  /** Alignment. */
  pad: [2, padding],
});
/** Place where frames are protected. */
export interface MacsecOffload extends Infer<typeof macsecOffloadAttributes> {}

/** Attributes of MACsec messages (`MACSEC_ATTR_*`). */
export const macsecMessageAttributes = attributes("macsec-attrs", "MACSEC_ATTR_", {
  /** Index of the link. */
  ifindex: [1, ifindex(u32)],
  /** Receive channel, in requests about one. */
  rxscConfig: [2, nest<MacsecRxsc>(macsecRxscAttributes)],
  /** Association, in requests about one. */
  saConfig: [3, nest<MacsecSa>(macsecSaAttributes)],
  /** Settings. Read-only: `link.change$` changes them. */
  secy: [
    4,
    readOnly(nest<MacsecSecy>(macsecSecyAttributes), "change the link instead: linkinfo.data.macsec"),
  ],
  /** Associations to send by. Read-only. */
  txsaList: [5, readOnly(indexedArray(nest<MacsecSa>(macsecSaAttributes)))],
  /** Receive channels. Read-only. */
  rxscList: [6, readOnly(indexedArray(nest<MacsecRxsc>(macsecRxscAttributes)))],
  /** Counters of what was sent. Read-only. */
  txscStats: [7, readOnly(nest<MacsecTxscStats>(macsecTxscStatsAttributes))],
  /** Counters of the device. Read-only. */
  secyStats: [8, readOnly(nest<MacsecSecyStats>(macsecSecyStatsAttributes))],
  /** Place where frames are protected; since 5.7. */
  offload: [9, nest<MacsecOffload>(macsecOffloadAttributes)],
});

/** Layout of `MACSEC_CMD_*`. */
export const macsecMessage = message("macsec", genlmsghdr, macsecMessageAttributes);
/** A link of the kind `macsec`, with its channels and their associations. */
export interface MacsecDevice extends Infer<typeof macsecMessage> {}
