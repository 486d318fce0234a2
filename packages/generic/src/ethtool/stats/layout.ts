import {
  attributes,
  type ByNumber,
  byNumber,
  enumeration,
  type Infer,
  nest,
  padding,
  refine,
  repeated,
  type Type,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "../bits/bitset.js";
import { STATS_GROUPS, type StatsGroupName } from "../bits/names.js";
import { header, ofLink } from "../common/header.js";
import { macStatsSrc } from "../frames/pause.js";
import { stringSet } from "../strings/layout.js";
import { ETH_CTRL_STATS, ETH_MAC_STATS, ETH_PHY_STATS, PHY_STATS, RMON_STATS } from "./names.js";

/** Groups of standard statistics by name; see {@link BitStates}. */
export type StatsGroupStates = BitStates<StatsGroupName>;

/** Groups of standard statistics (`ETHTOOL_STATS_*`). */
export const statsGroup = enumeration("ETHTOOL_STATS_", u32, {
  /** The physical layer. */
  ethPhy: 0,
  /** The MAC. */
  ethMac: 1,
  /** MAC control frames. */
  ethCtrl: 2,
  /** Remote monitoring. */
  rmon: 3,
  /** PHYs; since 6.14. */
  phy: 4,
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  ethPhy: ETH_PHY_STATS,
  ethMac: ETH_MAC_STATS,
  ethCtrl: ETH_CTRL_STATS,
  rmon: RMON_STATS,
  phy: PHY_STATS,
};

/** Attributes of a bucket of a histogram (`ETHTOOL_A_STATS_GRP_HIST_*`). */
const histAttributes = attributes("stats-grp-hist", "ETHTOOL_A_STATS_GRP_", {
  /** Fewest bytes of a packet. */
  histBktLow: [7, u32],
  /** Most bytes of a packet. */
  histBktHi: [8, u32],
  /** Number of such packets. */
  histVal: [9, u64],
});
/** A bucket of a histogram of packets by their size. */
export interface StatsBucket extends Infer<typeof histAttributes> {}

/** Attributes of a group (`ETHTOOL_A_STATS_GRP_*`). */
const groupAttributes = attributes("stats-grp", "ETHTOOL_A_STATS_GRP_", {
  /** Alignment. */
  pad: [1, padding],
  /** Group. */
  id: [2, statsGroup],
  /** Set of strings with the names of its counters. */
  ssId: [3, stringSet],
  /** Counters by number, one each. */
  stat: [4, repeated(byNumber(u64))],
  /** Received packets by size. */
  histRx: [5, repeated(nest<StatsBucket>(histAttributes))],
  /** Sent packets by size. */
  histTx: [6, repeated(nest<StatsBucket>(histAttributes))],
});
type RawGroup = Infer<typeof groupAttributes>;

/** A group of standard statistics. */
export interface StatsGroup extends Omit<RawGroup, "stat"> {
  /** Counters by name; absent if the driver does not count them. */
  stat?: { [name: string]: bigint };
}

const namesOf = ({ id = 0 }: Pick<RawGroup, "id">) => NAMES[id] ?? [];

function named({ stat, ...group }: RawGroup): StatsGroup {
  if (stat === undefined) return group;
  const names = namesOf(group);
  const counters = stat.flatMap((one) => Object.entries(one));
  return {
    ...group,
    stat: Object.fromEntries(counters.map(([key, value]) => [names[Number(key)] ?? key, value])),
  };
}

function numbered({ stat, ...group }: StatsGroup): RawGroup {
  if (stat === undefined) return group;
  const names = namesOf(group);
  const numberOf = (name: string) => (names.includes(name) ? names.indexOf(name) : Number(name));
  return {
    ...group,
    stat: Object.entries(stat).map(([name, value]): ByNumber<bigint> => ({ [numberOf(name)]: value })),
  };
}

const raw: Type<RawGroup> = groupAttributes;
/** A group whose counters have their names. */
const group = refine<RawGroup, StatsGroup>(raw, {
  read: (view, at, end, scope) => named(raw.read(view, at, end, scope)),
  write: (out, value, scope) => raw.write(out, numbered(value), scope),
  member: (key) => (key === "stat" ? counters : raw.member?.(key)),
});
/** Counters by name. */
const counters = { name: "counters", member: () => u64 } as unknown as Type<unknown>;

/** Attributes of statistics (`ETHTOOL_A_STATS_*`). */
const statsAttributes = attributes("stats", "ETHTOOL_A_STATS_", {
  /** Alignment. */
  pad: [1, padding],
  /** The link. */
  header: [2, header],
  /** Groups to report; by default all that have been there since 5.13. Write-only. */
  groups: [3, nest<StatsGroupStates>(bitset(STATS_GROUPS, "list"))],
  /** Groups with their counters. */
  grp: [4, repeated(nest<StatsGroup>(group))],
  /** Part of the MAC whose counters to report, or that are reported; since 6.3. */
  src: [5, macStatsSrc],
});

/** Layout of `ETHTOOL_MSG_STATS_*`. */
export const standardStatsMessage = ofLink("stats", statsAttributes);
/** Standard statistics of a link; since 5.13. */
export interface StandardStats extends Infer<typeof standardStatsMessage> {}
