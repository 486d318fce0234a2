import { genlType } from "../family/genlmsghdr.js";

/** Kinds of events by the number of their message (`THERMAL_GENL_EVENT_*`). */
export const thermalEvents = {
  /** A zone is new. */
  tzCreate: genlType(1),
  /** A zone is gone. */
  tzDelete: genlType(2),
  /** A zone is no longer watched. */
  tzDisable: genlType(3),
  /** A zone is watched. */
  tzEnable: genlType(4),
  /** The temperature rose above a trip point. */
  tzTripUp: genlType(5),
  /** The temperature fell below a trip point. */
  tzTripDown: genlType(6),
  /** A trip point changed. */
  tzTripChange: genlType(7),
  /** A trip point is new; not sent since 6.7. */
  tzTripAdd: genlType(8),
  /** A trip point is gone; not sent since 6.7. */
  tzTripDelete: genlType(9),
  /** A cooling device is new. */
  cdevAdd: genlType(10),
  /** A cooling device is gone. */
  cdevDelete: genlType(11),
  /** A cooling device cools more or less. */
  cdevStateUpdate: genlType(12),
  /** A zone has another governor. */
  tzGovChange: genlType(13),
  /** Processors are faster or slower than they were; since 5.18. */
  cpuCapabilityChange: genlType(14),
  /** A threshold is new; since 6.13. */
  thresholdAdd: genlType(15),
  /** A threshold is gone; since 6.13. */
  thresholdDelete: genlType(16),
  /** All thresholds of a zone are gone; since 6.13. */
  thresholdFlush: genlType(17),
  /** The temperature rose above a threshold; since 6.13. */
  thresholdUp: genlType(18),
  /** The temperature fell below a threshold; since 6.13. */
  thresholdDown: genlType(19),
} as const;
