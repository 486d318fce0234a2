import type { ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  type Infer,
  nest,
  padding,
  readOnly,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_PAUSE_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_PAUSE_GET, ETHTOOL_MSG_PAUSE_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** Parts of a MAC that count (`ETHTOOL_MAC_STATS_SRC_*`). */
export const macStatsSrc = enumeration("ETHTOOL_MAC_STATS_SRC_", u32, {
  /** Both parts. */
  aggregate: 0,
  /** The part for express frames. */
  emac: 1,
  /** The part for preemptable frames. */
  pmac: 2,
});

/** Counters of pause frames (`ETHTOOL_A_PAUSE_STAT_*`). */
const pauseStatAttributes = attributes("pause-stat", "ETHTOOL_A_PAUSE_STAT_", {
  /** Alignment. */
  pad: [1, padding],
  /** Pause frames sent. */
  txFrames: [2, u64],
  /** Pause frames received. */
  rxFrames: [3, u64],
  /** Times that the device stopped sending them, to protect the network; since 7.0. */
  txPauseStormEvents: [4, u64],
});
/** Counters of pause frames. */
export interface PauseStats extends Infer<typeof pauseStatAttributes> {}

/** Attributes of pause frames (`ETHTOOL_A_PAUSE_*`). */
const pauseAttributes = attributes("pause", "ETHTOOL_A_PAUSE_", {
  /** The link. */
  header: [1, header],
  /** True if their use is negotiated. */
  autoneg: [2, onOff],
  /** True if those received are obeyed. */
  rx: [3, onOff],
  /** True if they are sent. */
  tx: [4, onOff],
  /** Counters, with `headerFlags: { stats: true }`. Read-only. */
  stats: [5, readOnly(nest<PauseStats>(pauseStatAttributes))],
  /** Part of the MAC whose counters to report, or that are reported; since 6.3. */
  statsSrc: [6, macStatsSrc],
});

/** Layout of `ETHTOOL_MSG_PAUSE_*`. */
export const pauseMessage = ofLink("pause", pauseAttributes);
/** Pause frames of a link (flow control of Ethernet). */
export interface Pause extends Infer<typeof pauseMessage> {}

/** Messages of pause frames (`ETHTOOL_MSG_PAUSE_*`). */
export const pauseObject = defineSettings<Pause>({
  name: "pause",
  layout: nest<Pause>(pauseMessage),
  types: { new: ETHTOOL_MSG_PAUSE_NTF, get: ETHTOOL_MSG_PAUSE_GET, set: ETHTOOL_MSG_PAUSE_SET },
  requestOnly: ["statsSrc"],
  // It says what the counters of a listed value are of, which a change leaves out.
  complete: ({ statsSrc, ...given }) =>
    given.stats === undefined && statsSrc !== undefined ? { ...given, statsSrc } : given,
});

/** Verbs of pause frames; see {@link Pause}. */
export interface Pauses extends ObjectOf<typeof pauseObject> {}
