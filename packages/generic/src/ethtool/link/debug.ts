import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "../bits/bitset.js";
import { MSG_CLASSES, type MsgClass } from "../bits/names.js";
import { ETHTOOL_MSG_DEBUG_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_DEBUG_GET, ETHTOOL_MSG_DEBUG_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";

/** Classes of messages by name; see {@link BitStates}. */
export type MsgClassStates = BitStates<MsgClass>;

/** Attributes of what drivers log (`ETHTOOL_A_DEBUG_*`). */
const debugAttributes = attributes("debug", "ETHTOOL_A_DEBUG_", {
  /** The link. */
  header: [1, header],
  /** Classes of messages that the driver logs. */
  msgmask: [2, nest<MsgClassStates>(bitset(MSG_CLASSES, "list"))],
});

/** Layout of `ETHTOOL_MSG_DEBUG_*`. */
export const debugMessage = ofLink("debug", debugAttributes);
/** Classes of messages that a link's driver logs. */
export interface DriverMessages extends Infer<typeof debugMessage> {}

/** Messages of what drivers log (`ETHTOOL_MSG_DEBUG_*`). */
export const debugObject = defineSettings({
  name: "debug",
  layout: nest<DriverMessages>(debugMessage),
  types: { new: ETHTOOL_MSG_DEBUG_NTF, get: ETHTOOL_MSG_DEBUG_GET, set: ETHTOOL_MSG_DEBUG_SET },
});

/** Verbs of what drivers log; see {@link DriverMessages}. */
export interface DriverMessagesVerbs extends ObjectOf<typeof debugObject> {}
