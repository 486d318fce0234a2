import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest, readOnly, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_CHANNELS_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_CHANNELS_GET, ETHTOOL_MSG_CHANNELS_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";

/** Attributes of channels (`ETHTOOL_A_CHANNELS_*`). */
const channelsAttributes = attributes("channels", "ETHTOOL_A_CHANNELS_", {
  /** The link. */
  header: [1, header],
  /** Most channels that only receive. Read-only. */
  rxMax: [2, readOnly(u32)],
  /** Most channels that only send. Read-only. */
  txMax: [3, readOnly(u32)],
  /** Most other channels. Read-only. */
  otherMax: [4, readOnly(u32)],
  /** Most channels that do both. Read-only. */
  combinedMax: [5, readOnly(u32)],
  /** Channels that only receive. */
  rxCount: [6, u32],
  /** Channels that only send. */
  txCount: [7, u32],
  /** Other channels, such as for interrupts of the connection. */
  otherCount: [8, u32],
  /** Channels that do both. */
  combinedCount: [9, u32],
});

/** Layout of `ETHTOOL_MSG_CHANNELS_*`. */
export const channelsMessage = ofLink("channels", channelsAttributes);
/** Numbers of a link's channels: an interrupt and the queues that it serves. */
export interface Channels extends Infer<typeof channelsMessage> {}

/** Messages of channels (`ETHTOOL_MSG_CHANNELS_*`). */
export const channelsObject = defineSettings({
  name: "channels",
  layout: nest<Channels>(channelsMessage),
  types: { new: ETHTOOL_MSG_CHANNELS_NTF, get: ETHTOOL_MSG_CHANNELS_GET, set: ETHTOOL_MSG_CHANNELS_SET },
});

/** Verbs of numbers of channels; see {@link Channels}. */
export interface ChannelsVerbs extends ObjectOf<typeof channelsObject> {}
