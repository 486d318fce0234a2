import { attributes, binary, flag, type Infer, padding, u32, u64 } from "@rxnetlink/core/schema";

/** Attributes of an access point that answers measurements of distance (`NL80211_FTM_RESP_ATTR_*`). */
export const ftmResponderAttributes = attributes("wifi-ftm-responder", "NL80211_FTM_RESP_ATTR_", {
  /** Set if it answers. */
  enabled: [1, flag],
  /** Its location, as an element. */
  lci: [2, binary],
  /** Its address, as an element. */
  civicloc: [3, binary],
});

/** An access point that answers measurements of distance. */
export interface WifiFtmResponder extends Infer<typeof ftmResponderAttributes> {}

/** Attributes of statistics of such answers (`NL80211_FTM_STATS_*`). */
export const ftmStatsAttributes = attributes("wifi-ftm-stats", "NL80211_FTM_STATS_", {
  /** Measurements that succeeded. */
  successNum: [1, u32],
  /** Measurements that succeeded in part. */
  partialNum: [2, u32],
  /** Measurements that failed. */
  failedNum: [3, u32],
  /** Measurements as soon as possible. */
  asapNum: [4, u32],
  /** Measurements at a time. */
  nonAsapNum: [5, u32],
  /** Time that they took, in milliseconds. */
  totalDurationMsec: [6, u64],
  /** Requests of stations that are not known. */
  unknownTriggersNum: [7, u32],
  /** Requests for another time. */
  rescheduleRequestsNum: [8, u32],
  /** Requests at a wrong time. */
  outOfWindowTriggersNum: [9, u32],
  /** Padding. */
  pad: [10, padding],
});

/** Statistics of answers to measurements of distance. */
export interface WifiFtmStats extends Infer<typeof ftmStatsAttributes> {}
