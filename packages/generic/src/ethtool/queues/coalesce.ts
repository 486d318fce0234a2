import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest, nestedArray, refine, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_COALESCE_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_COALESCE_GET, ETHTOOL_MSG_COALESCE_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** Attributes of a level of moderation (`ETHTOOL_A_IRQ_MODERATION_*`). */
const irqModerationAttributes = attributes("irq-moderation", "ETHTOOL_A_IRQ_MODERATION_", {
  /** Delay in microseconds. */
  usec: [1, u32],
  /** Number of packets. */
  pkts: [2, u32],
  /** Number of completions. */
  comps: [3, u32],
});
/** A level of interrupt moderation. */
export interface IrqModeration extends Infer<typeof irqModerationAttributes> {}

const profile = refine<IrqModeration[]>(nestedArray(1, nest<IrqModeration>(irqModerationAttributes)), {
  name: "profile",
});

/** Attributes of coalescing (`ETHTOOL_A_COALESCE_*`). */
const coalesceAttributes = attributes("coalesce", "ETHTOOL_A_COALESCE_", {
  /** The link. */
  header: [1, header],
  /** Delay of an interrupt after a received packet, in microseconds. */
  rxUsecs: [2, u32],
  /** Received packets until an interrupt. */
  rxMaxFrames: [3, u32],
  /** Delay of receiving while an interrupt is served, in microseconds. */
  rxUsecsIrq: [4, u32],
  /** Received packets while an interrupt is served. */
  rxMaxFramesIrq: [5, u32],
  /** Delay of an interrupt after a sent packet, in microseconds. */
  txUsecs: [6, u32],
  /** Sent packets until an interrupt. */
  txMaxFrames: [7, u32],
  /** Delay of sending while an interrupt is served, in microseconds. */
  txUsecsIrq: [8, u32],
  /** Sent packets while an interrupt is served. */
  txMaxFramesIrq: [9, u32],
  /** Interval at which statistics are updated in memory, in microseconds. */
  statsBlockUsecs: [10, u32],
  /** True if the delay of receiving adapts. */
  useAdaptiveRx: [11, onOff],
  /** True if the delay of sending adapts. */
  useAdaptiveTx: [12, onOff],
  /** Packets per second below which the members `…Low` count. */
  pktRateLow: [13, u32],
  /** Delay of receiving at a low rate, in microseconds. */
  rxUsecsLow: [14, u32],
  /** Received packets at a low rate. */
  rxMaxFramesLow: [15, u32],
  /** Delay of sending at a low rate, in microseconds. */
  txUsecsLow: [16, u32],
  /** Sent packets at a low rate. */
  txMaxFramesLow: [17, u32],
  /** Packets per second above which the members `…High` count. */
  pktRateHigh: [18, u32],
  /** Delay of receiving at a high rate, in microseconds. */
  rxUsecsHigh: [19, u32],
  /** Received packets at a high rate. */
  rxMaxFramesHigh: [20, u32],
  /** Delay of sending at a high rate, in microseconds. */
  txUsecsHigh: [21, u32],
  /** Sent packets at a high rate. */
  txMaxFramesHigh: [22, u32],
  /** Interval at which the rate is measured, in seconds. */
  rateSampleInterval: [23, u32],
  /** True if the timer of sending restarts with each completion; since 5.15. */
  useCqeModeTx: [24, onOff],
  /** True if the timer of receiving restarts with each completion; since 5.15. */
  useCqeModeRx: [25, onOff],
  /** Most bytes of packets sent as one; since 6.3. */
  txAggrMaxBytes: [26, u32],
  /** Most packets sent as one; since 6.3. */
  txAggrMaxFrames: [27, u32],
  /** Time to collect packets to send as one, in microseconds; since 6.3. */
  txAggrTimeUsecs: [28, u32],
  /** Levels among which receiving adapts; since 6.11. */
  rxProfile: [29, profile],
  /** Levels among which sending adapts; since 6.11. */
  txProfile: [30, profile],
  /** Received packets in one completion; since 7.1. */
  rxCqeFrames: [31, u32],
  /** Delay of a completion after a received packet, in nanoseconds; since 7.1. */
  rxCqeNsecs: [32, u32],
});

/** Layout of `ETHTOOL_MSG_COALESCE_*`. */
export const coalesceMessage = ofLink("coalesce", coalesceAttributes);
/** Coalescing of a link's interrupts. Drivers report only what they support. */
export interface Coalesce extends Infer<typeof coalesceMessage> {}

/** Messages of coalescing (`ETHTOOL_MSG_COALESCE_*`). */
export const coalesceObject = defineSettings({
  name: "coalesce",
  layout: nest<Coalesce>(coalesceMessage),
  types: { new: ETHTOOL_MSG_COALESCE_NTF, get: ETHTOOL_MSG_COALESCE_GET, set: ETHTOOL_MSG_COALESCE_SET },
});

/** Verbs of coalescing; see {@link Coalesce}. */
export interface CoalesceVerbs extends ObjectOf<typeof coalesceObject> {}
