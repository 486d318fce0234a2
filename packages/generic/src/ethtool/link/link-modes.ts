import type { ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  type Infer,
  ifDifferent,
  nest,
  readOnly,
  refine,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "../bits/bitset.js";
import { LINK_MODES, type LinkMode } from "../bits/link-mode-names.js";
import { ETHTOOL_MSG_LINKMODES_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_LINKMODES_GET, ETHTOOL_MSG_LINKMODES_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** Link modes by name; see {@link BitStates}. */
export type LinkModeStates = BitStates<LinkMode>;

/** Duplex modes (`DUPLEX_*`). */
export const duplex = enumeration("DUPLEX_", u8, {
  /** One direction at a time. */
  half: 0x00,
  /** Both directions at once. */
  full: 0x01,
  /** Not known, as without a connection. */
  unknown: 0xff,
});

/** Choices of the side that sets the clock (`MASTER_SLAVE_CFG_*`). */
export const masterSlaveCfg = enumeration("MASTER_SLAVE_CFG_", u8, {
  unsupported: 0,
  unknown: 1,
  masterPreferred: 2,
  slavePreferred: 3,
  masterForce: 4,
  slaveForce: 5,
});

/** Sides that set the clock (`MASTER_SLAVE_STATE_*`). */
export const masterSlaveState = enumeration("MASTER_SLAVE_STATE_", u8, {
  unsupported: 0,
  unknown: 1,
  master: 2,
  slave: 3,
  /** Both sides insist on the same. */
  err: 4,
});

/** Ways by which a PHY matches the rates of its two sides (`RATE_MATCH_*`). */
export const rateMatching = enumeration("RATE_MATCH_", u8, {
  none: 0,
  /** By pause frames. */
  pause: 1,
  /** By carrier sense. */
  crs: 2,
  /** By longer gaps between frames. */
  openLoop: 3,
});

const SPEED_UNKNOWN = 0xffff_ffff;

/** Speed; absent if it is unknown. */
const speed = refine<number>(u32, {
  mayBeAbsent: true,
  read(view, at, end) {
    const value = u32.read(view, at, end);
    return value === SPEED_UNKNOWN ? (undefined as unknown as number) : value;
  },
});

/** Attributes of link modes (`ETHTOOL_A_LINKMODES_*`). */
const linkModesAttributes = attributes("linkmodes", "ETHTOOL_A_LINKMODES_", {
  /** The link. */
  header: [1, header],
  /** True if speed and duplex are negotiated. */
  autoneg: [2, onOff],
  /** Modes that the link supports, and if they are advertised. */
  ours: [3, nest<LinkModeStates>(bitset(LINK_MODES))],
  /** Modes that the other end advertises. Read-only. */
  peer: [4, readOnly(nest<LinkModeStates>(bitset(LINK_MODES, "list")))],
  /** Speed in Mbit/s; absent if it is unknown, as without a connection. */
  speed: [5, speed],
  /** Duplex mode. */
  duplex: [6, duplex],
  /** Choice of the side that sets the clock; since 5.9. */
  masterSlaveCfg: [7, ifDifferent(masterSlaveCfg)],
  /** Side that sets the clock; since 5.9. Read-only. */
  masterSlaveState: [8, readOnly(masterSlaveState, "set masterSlaveCfg")],
  /** Number of lanes; since 5.15. */
  lanes: [9, ifDifferent(u32)],
  /** Way by which the PHY matches rates; since 6.1. Read-only. */
  rateMatching: [10, readOnly(rateMatching)],
});

/** Layout of `ETHTOOL_MSG_LINKMODES_*`. */
export const linkModesMessage = ofLink("linkmodes", linkModesAttributes);
/** Speed, duplex and modes of a link, supported and advertised. */
export interface LinkModes extends Infer<typeof linkModesMessage> {}

/** Messages of link modes (`ETHTOOL_MSG_LINKMODES_*`). */
export const linkModesObject = defineSettings({
  name: "linkModes",
  layout: nest<LinkModes>(linkModesMessage),
  types: { new: ETHTOOL_MSG_LINKMODES_NTF, get: ETHTOOL_MSG_LINKMODES_GET, set: ETHTOOL_MSG_LINKMODES_SET },
});

/** Verbs of speed, duplex and link modes; see {@link LinkModes}. */
export interface LinkModesVerbs extends ObjectOf<typeof linkModesObject> {}
