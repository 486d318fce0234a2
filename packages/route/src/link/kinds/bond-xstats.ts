import { attributes, type Infer, nest, padding, u64 } from "@rxnetlink/core";

//  Statistics of bonds and their ports, in LINK_XSTATS_TYPE_BOND of RTM_NEWSTATS.

/** Counters of LACP (`BOND_3AD_STAT_*`). */
export const bond3adStatAttributes = attributes("bond-3ad-stat-attrs", "BOND_3AD_STAT_", {
  /** LACP messages received. */
  lacpduRx: [0, u64],
  /** LACP messages sent. */
  lacpduTx: [1, u64],
  /** LACP messages received of an unknown kind. */
  lacpduUnknownRx: [2, u64],
  /** LACP messages received that were wrong. */
  lacpduIllegalRx: [3, u64],
  /** Markers received. */
  markerRx: [4, u64],
  /** Markers sent. */
  markerTx: [5, u64],
  /** Answers to markers received. */
  markerRespRx: [6, u64],
  /** Answers to markers sent. */
  markerRespTx: [7, u64],
  /** Markers received of an unknown kind. */
  markerUnknownRx: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});
/** Counters of LACP. */
export interface Bond3adStat extends Infer<typeof bond3adStatAttributes> {}

/** Statistics of a bond or port (`BOND_XSTATS_*`). */
export const bondXstatsAttributes = attributes("bond-xstats-attrs", "BOND_XSTATS_", {
  /** Counters of LACP. */
  "3ad": [1, nest<Bond3adStat>(bond3adStatAttributes)],
});
/** Statistics of a bond or port. */
export interface BondXstats extends Infer<typeof bondXstatsAttributes> {}
