//  Names of standard statistics by number, as the kernel has them (net/ethtool/stats.c).

/** Counters of the physical layer (IEEE 802.3, 30.3.2). */
export const ETH_PHY_STATS = ["SymbolErrorDuringCarrier"] as const;

/** Counters of the MAC (IEEE 802.3, 30.3.1). */
export const ETH_MAC_STATS = [
  "FramesTransmittedOK",
  "SingleCollisionFrames",
  "MultipleCollisionFrames",
  "FramesReceivedOK",
  "FrameCheckSequenceErrors",
  "AlignmentErrors",
  "OctetsTransmittedOK",
  "FramesWithDeferredXmissions",
  "LateCollisions",
  "FramesAbortedDueToXSColls",
  "FramesLostDueToIntMACXmitError",
  "CarrierSenseErrors",
  "OctetsReceivedOK",
  "FramesLostDueToIntMACRcvError",
  "MulticastFramesXmittedOK",
  "BroadcastFramesXmittedOK",
  "FramesWithExcessiveDeferral",
  "MulticastFramesReceivedOK",
  "BroadcastFramesReceivedOK",
  "InRangeLengthErrors",
  "OutOfRangeLengthField",
  "FrameTooLongErrors",
] as const;

/** Counters of MAC control frames (IEEE 802.3, 30.3.3). */
export const ETH_CTRL_STATS = [
  "MACControlFramesTransmitted",
  "MACControlFramesReceived",
  "UnsupportedOpcodesReceived",
] as const;

/** Counters of remote monitoring (RFC 2819). */
export const RMON_STATS = [
  "etherStatsUndersizePkts",
  "etherStatsOversizePkts",
  "etherStatsFragments",
  "etherStatsJabbers",
] as const;

/** Counters of PHYs. */
export const PHY_STATS = ["RxFrames", "RxOctets", "RxErrors", "TxFrames", "TxOctets", "TxErrors"] as const;
