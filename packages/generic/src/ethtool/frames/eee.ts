import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest, readOnly, u32 } from "@rxnetlink/core/schema";
import { bitset } from "../bits/bitset.js";
import { LINK_MODES } from "../bits/link-mode-names.js";
import { ETHTOOL_MSG_EEE_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_EEE_GET, ETHTOOL_MSG_EEE_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";
import type { LinkModeStates } from "../link/link-modes.js";

/** Attributes of Energy Efficient Ethernet (`ETHTOOL_A_EEE_*`). */
const eeeAttributes = attributes("eee", "ETHTOOL_A_EEE_", {
  /** The link. */
  header: [1, header],
  /** Modes in which the link supports it, and if they are advertised. */
  modesOurs: [2, nest<LinkModeStates>(bitset(LINK_MODES))],
  /** Modes in which the other end advertises it. Read-only. */
  modesPeer: [3, readOnly(nest<LinkModeStates>(bitset(LINK_MODES, "list")))],
  /** True if it is in use. Read-only. */
  active: [4, readOnly(onOff, "set enabled")],
  /** True if it is enabled. */
  enabled: [5, onOff],
  /** True if the sender may rest. */
  txLpiEnabled: [6, onOff],
  /** Time without packets until the sender rests, in microseconds. */
  txLpiTimer: [7, u32],
});

/** Layout of `ETHTOOL_MSG_EEE_*`. */
export const eeeMessage = ofLink("eee", eeeAttributes);
/** Energy Efficient Ethernet of a link. */
export interface Eee extends Infer<typeof eeeMessage> {}

/** Messages of Energy Efficient Ethernet (`ETHTOOL_MSG_EEE_*`). */
export const eeeObject = defineSettings({
  name: "eee",
  layout: nest<Eee>(eeeMessage),
  types: { new: ETHTOOL_MSG_EEE_NTF, get: ETHTOOL_MSG_EEE_GET, set: ETHTOOL_MSG_EEE_SET },
});

/** Verbs of Energy Efficient Ethernet; see {@link Eee}. */
export interface Eees extends ObjectOf<typeof eeeObject> {}
