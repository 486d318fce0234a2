import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest, uint } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_MSE_GET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineReport } from "../common/objects.js";

/** Scale of errors (`ETHTOOL_A_MSE_CAPABILITIES_*`). */
const mseCapabilitiesAttributes = attributes("mse-capabilities", "ETHTOOL_A_MSE_CAPABILITIES_", {
  /** Largest average. */
  maxAverageMse: [1, uint],
  /** Largest peak. */
  maxPeakMse: [2, uint],
  /** Interval of measurement, in picoseconds. */
  refreshRatePs: [3, uint],
  /** Symbols in a measurement. */
  numSymbols: [4, uint],
});
/** Scale of errors. */
export interface MseCapabilities extends Infer<typeof mseCapabilitiesAttributes> {}

/** Errors as measured (`ETHTOOL_A_MSE_SNAPSHOT_*`). */
const mseSnapshotAttributes = attributes("mse-snapshot", "ETHTOOL_A_MSE_SNAPSHOT_", {
  /** Average. */
  averageMse: [1, uint],
  /** Peak of the last measurement. */
  peakMse: [2, uint],
  /** Peak since the last reading. */
  worstPeakMse: [3, uint],
});
/** Errors as measured. */
export interface MseSnapshot extends Infer<typeof mseSnapshotAttributes> {}
const snapshot = nest<MseSnapshot>(mseSnapshotAttributes);

/** Attributes of errors (`ETHTOOL_A_MSE_*`). */
const mseAttributes = attributes("mse", "ETHTOOL_A_MSE_", {
  /** The link. */
  header: [1, header],
  /** Scale. */
  capabilities: [2, nest<MseCapabilities>(mseCapabilitiesAttributes)],
  /** First pair. */
  channelA: [3, snapshot],
  /** Second pair. */
  channelB: [4, snapshot],
  /** Third pair. */
  channelC: [5, snapshot],
  /** Fourth pair. */
  channelD: [6, snapshot],
  /** The worst pair, if the device tells no more. */
  worstChannel: [7, snapshot],
  /** All pairs together, if the device tells no more. */
  link: [8, snapshot],
});

/** Layout of `ETHTOOL_MSG_MSE_*`. */
export const mseMessage = ofLink("mse", mseAttributes);
/** Mean square errors of the signal that a link's PHY receives; since 6.19. */
export interface Mse extends Infer<typeof mseMessage> {}

/** Messages of mean square errors (`ETHTOOL_MSG_MSE_*`). */
export const mseObject = defineReport({
  name: "mse",
  layout: nest<Mse>(mseMessage),
  types: { get: ETHTOOL_MSG_MSE_GET },
});

/** Verbs of mean square errors; see {@link Mse}. */
export interface Mses extends ObjectOf<typeof mseObject> {}
