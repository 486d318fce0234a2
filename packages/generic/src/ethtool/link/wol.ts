import type { ObjectOf } from "@rxnetlink/core";
import { attributes, bytes, type Infer, nest } from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "../bits/bitset.js";
import { WOL_MODES, type WolMode } from "../bits/names.js";
import { ETHTOOL_MSG_WOL_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_WOL_GET, ETHTOOL_MSG_WOL_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";

/** Ways to wake a machine by name; see {@link BitStates}. */
export type WolModeStates = BitStates<WolMode>;

const SOPASS_MAX = 6;

/** Attributes of Wake-on-LAN (`ETHTOOL_A_WOL_*`). */
const wolAttributes = attributes("wol", "ETHTOOL_A_WOL_", {
  /** The link. */
  header: [1, header],
  /** Ways to wake the machine that the device supports, and if they are enabled. */
  modes: [2, nest<WolModeStates>(bitset(WOL_MODES))],
  /** Password of `magicsecure`, 6 bytes. Only administrators get it; notifications lack it. */
  sopass: [3, bytes(SOPASS_MAX)],
});

/** Layout of `ETHTOOL_MSG_WOL_*`. */
export const wolMessage = ofLink("wol", wolAttributes);
/** Ways by which a link wakes its machine. */
export interface Wol extends Infer<typeof wolMessage> {}

/** Messages of Wake-on-LAN (`ETHTOOL_MSG_WOL_*`). */
export const wolObject = defineSettings<Wol>(
  {
    name: "wol",
    layout: nest<Wol>(wolMessage),
    types: { new: ETHTOOL_MSG_WOL_NTF, get: ETHTOOL_MSG_WOL_GET, set: ETHTOOL_MSG_WOL_SET },
  },
  // Notifications lack the password, which is read again.
  { partial: true, needsRelist: ({ value }) => [value.devIndex] },
);

/** Verbs of Wake-on-LAN; see {@link Wol}. Even reading needs `CAP_NET_ADMIN`. */
export interface Wols extends ObjectOf<typeof wolObject> {}
