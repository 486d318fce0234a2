import { attributes, type Infer, padding, u32, u64 } from "@rxnetlink/core/schema";

/** Counters of a receive channel (`MACSEC_RXSC_STATS_ATTR_*`). */
export const macsecRxscStatsAttributes = attributes("macsec-rxsc-stats-attrs", "MACSEC_RXSC_STATS_ATTR_", {
  /** Bytes that were authenticated only. */
  inOctetsValidated: [1, u64],
  /** Bytes that were decrypted. */
  inOctetsDecrypted: [2, u64],
  /** Frames that were accepted without a check. */
  inPktsUnchecked: [3, u64],
  /** Frames that came late, but were accepted. */
  inPktsDelayed: [4, u64],
  /** Frames that were valid. */
  inPktsOk: [5, u64],
  /** Frames that were not valid, but accepted. */
  inPktsInvalid: [6, u64],
  /** Frames that were dropped as replayed or late. */
  inPktsLate: [7, u64],
  /** Frames that were not valid, and dropped. */
  inPktsNotValid: [8, u64],
  /** Frames of an association that is not in use, which were dropped. */
  inPktsNotUsingSa: [9, u64],
  /** Frames of an association that is not in use, which were accepted. */
  inPktsUnusedSa: [10, u64],
  /** Alignment. */
  pad: [11, padding],
});
/** Counters of a receive channel. */
export interface MacsecRxscStats extends Infer<typeof macsecRxscStatsAttributes> {}

/** Counters of an association (`MACSEC_SA_STATS_ATTR_*`). */
export const macsecSaStatsAttributes = attributes("macsec-sa-stats-attrs", "MACSEC_SA_STATS_ATTR_", {
  /** Frames that were valid. */
  inPktsOk: [1, u32],
  /** Frames that were not valid, but accepted. */
  inPktsInvalid: [2, u32],
  /** Frames that were not valid, and dropped. */
  inPktsNotValid: [3, u32],
  /** Frames that were dropped since the association is not in use. */
  inPktsNotUsingSa: [4, u32],
  /** Frames that were accepted though the association is not in use. */
  inPktsUnusedSa: [5, u32],
  /** Frames that were sent, authenticated only. */
  outPktsProtected: [6, u32],
  /** Frames that were sent, encrypted. */
  outPktsEncrypted: [7, u32],
});
/** Counters of an association. */
export interface MacsecSaStats extends Infer<typeof macsecSaStatsAttributes> {}

/** Counters of the channel to send by (`MACSEC_TXSC_STATS_ATTR_*`). */
export const macsecTxscStatsAttributes = attributes("macsec-txsc-stats-attrs", "MACSEC_TXSC_STATS_ATTR_", {
  /** Frames that were authenticated only. */
  outPktsProtected: [1, u64],
  /** Frames that were encrypted. */
  outPktsEncrypted: [2, u64],
  /** Bytes that were authenticated only. */
  outOctetsProtected: [3, u64],
  /** Bytes that were encrypted. */
  outOctetsEncrypted: [4, u64],
  /** Alignment. */
  pad: [5, padding],
});
/** Counters of the channel to send by. */
export interface MacsecTxscStats extends Infer<typeof macsecTxscStatsAttributes> {}

/** Counters of a device (`MACSEC_SECY_STATS_ATTR_*`). */
export const macsecSecyStatsAttributes = attributes("macsec-secy-stats-attrs", "MACSEC_SECY_STATS_ATTR_", {
  /** Frames that were sent without protection. */
  outPktsUntagged: [1, u64],
  /** Frames that came without protection, and were accepted. */
  inPktsUntagged: [2, u64],
  /** Frames that were too long to be sent. */
  outPktsTooLong: [3, u64],
  /** Frames that came without protection, and were dropped. */
  inPktsNoTag: [4, u64],
  /** Frames with a tag that is not valid. */
  inPktsBadTag: [5, u64],
  /** Frames of a channel that is not known, which were accepted. */
  inPktsUnknownSci: [6, u64],
  /** Frames of a channel that is not known, which were dropped. */
  inPktsNoSci: [7, u64],
  /** Frames that were dropped since there was no time for them. */
  inPktsOverrun: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});
/** Counters of a device. */
export interface MacsecSecyStats extends Infer<typeof macsecSecyStatsAttributes> {}
