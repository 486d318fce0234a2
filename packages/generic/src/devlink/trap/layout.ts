import {
  type AttributesOf,
  attributes,
  enumeration,
  flag,
  type Infer,
  ifDifferent,
  message,
  nest,
  padding,
  readOnly,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";

/** What the device does with packets of a trap (`DEVLINK_TRAP_ACTION_*`). */
export const devlinkTrapAction = enumeration("DEVLINK_TRAP_ACTION_", u8, {
  /** Drops them; the processor does not see them. */
  drop: 0,
  /** Gives them to the processor instead of forwarding them. */
  trap: 1,
  /** Forwards them, and gives a copy to the processor. */
  mirror: 2,
});

/** Kinds of traps (`DEVLINK_TRAP_TYPE_*`). */
export const devlinkTrapType = enumeration("DEVLINK_TRAP_TYPE_", u8, {
  /** For packets that the device drops. */
  drop: 0,
  /** For packets that the device cannot forward by itself. */
  exception: 1,
  /** For packets that are meant for the processor. */
  control: 2,
});

/** Counters (`DEVLINK_ATTR_STATS_*`). */
const trapStatsAttributes = attributes("dl-attr-stats", "DEVLINK_ATTR_", {
  /** Packets that the processor got. */
  statsRxPackets: [0, u64],
  /** Bytes that the processor got. */
  statsRxBytes: [1, u64],
  /** Packets that the device dropped, if it counts them. */
  statsRxDropped: [2, u64],
  /** Alignment. */
  pad: [61, padding],
});
/** Counters of a trap, a group or a policer. */
export interface DevlinkTrapStats extends Infer<typeof trapStatsAttributes> {}

/** Facts that come with each packet of a trap (`DEVLINK_ATTR_TRAP_METADATA_TYPE_*`). */
const trapMetadataAttributes = attributes("dl-trap-metadata", "DEVLINK_ATTR_", {
  /** The port that it came in by. */
  trapMetadataTypeInPort: [0, flag],
  /** The cookie of the flow's action. */
  trapMetadataTypeFaCookie: [1, flag],
});
/** Facts that come with each packet of a trap. */
export interface DevlinkTrapMetadata extends Infer<typeof trapMetadataAttributes> {}

const stats = readOnly(nest<DevlinkTrapStats>(trapStatsAttributes));

/** Attributes of traps (`DEVLINK_ATTR_TRAP_*`). */
const devlinkTrapAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Counters. Read-only. */
  stats: [129, stats],
  /** Name: `"blackhole_route"`. */
  trapName: [130, string],
  /** Action; only that of traps for dropped packets can be changed. */
  trapAction: [131, ifDifferent(devlinkTrapAction)],
  /** Kind. Read-only. */
  trapType: [132, readOnly(devlinkTrapType)],
  /** Set if it means the same with all drivers. Read-only. */
  trapGeneric: [133, readOnly(flag)],
  /** Facts that come with each packet. Read-only. */
  trapMetadata: [134, readOnly(nest<DevlinkTrapMetadata>(trapMetadataAttributes))],
  /** Group that it is in. Read-only. */
  trapGroupName: [135, readOnly(string)],
});

/** Layout of `DEVLINK_CMD_TRAP_*`. */
export const devlinkTrapMessage = message("trap", genlmsghdr, devlinkTrapAttributes);
/** A trap: a reason for which a device gives packets to the processor. */
export interface DevlinkTrap
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkTrapMessage> {}

/** Attributes of groups of traps (`DEVLINK_ATTR_TRAP_*`). */
const trapGroupAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Counters. Read-only. */
  stats: [129, stats],
  /** Action to give to all traps of the group. Write-only. */
  trapAction: [131, devlinkTrapAction],
  /** Set if it means the same with all drivers. Read-only. */
  trapGeneric: [133, readOnly(flag)],
  /** Name: `"l3_drops"`. */
  trapGroupName: [135, string],
  /** Policer of its packets; absent if it has none, 0 in a request for none. */
  trapPolicerId: [142, u32],
});

/** Layout of `DEVLINK_CMD_TRAP_GROUP_*`. */
export const devlinkTrapGroupMessage = message("trapGroup", genlmsghdr, trapGroupAttributes);
/** A group of traps, which share a policer. */
export interface DevlinkTrapGroup
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkTrapGroupMessage> {}

/** Attributes of policers of traps (`DEVLINK_ATTR_TRAP_POLICER_*`). */
const trapPolicerAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Counters: those of dropped packets only. Read-only. */
  stats: [129, stats],
  /** Number. */
  trapPolicerId: [142, u32],
  /** Packets a second. */
  trapPolicerRate: [143, u64],
  /** Packets at once. */
  trapPolicerBurst: [144, u64],
});

/** Layout of `DEVLINK_CMD_TRAP_POLICER_*`. */
export const devlinkTrapPolicerMessage = message("trapPolicer", genlmsghdr, trapPolicerAttributes);
/** A policer, which limits the packets that the processor gets. */
export interface DevlinkTrapPolicer
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkTrapPolicerMessage> {}
