import { attributes, type Infer, nest, padding, u64 } from "@rxnetlink/core/schema";

// Statistics of bonds and their ports, in LINK_XSTATS_TYPE_BOND of RTM_NEWSTATS.

/** LACP counters (`BOND_3AD_STAT_*`). */
export const bond3adStatAttributes = attributes("bond-3ad-stat-attrs", "BOND_3AD_STAT_", {
  /** LACPDUs received. */
  lacpduRx: [0, u64],
  /** LACPDUs sent. */
  lacpduTx: [1, u64],
  /** LACPDUs of unknown type received. */
  lacpduUnknownRx: [2, u64],
  /** Invalid LACPDUs received. */
  lacpduIllegalRx: [3, u64],
  /** Markers received. */
  markerRx: [4, u64],
  /** Markers sent. */
  markerTx: [5, u64],
  /** Marker responses received. */
  markerRespRx: [6, u64],
  /** Marker responses sent. */
  markerRespTx: [7, u64],
  /** Markers of unknown type received. */
  markerUnknownRx: [8, u64],
  /** Alignment. */
  pad: [9, padding],
});
/** LACP counters. */
export interface Bond3adStat extends Infer<typeof bond3adStatAttributes> {}

/** Statistics of a bond or port (`BOND_XSTATS_*`). */
export const bondXstatsAttributes = attributes("bond-xstats-attrs", "BOND_XSTATS_", {
  /** LACP counters. */
  "3ad": [1, nest<Bond3adStat>(bond3adStatAttributes)],
});
/** Statistics of a bond or port. */
export interface BondXstats extends Infer<typeof bondXstatsAttributes> {}
