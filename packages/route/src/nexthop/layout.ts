import { EncodeError } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  flag,
  flags,
  type Infer,
  ifindex,
  message,
  nest,
  packed,
  pad,
  padding,
  readOnly,
  refine,
  repeated,
  required,
  struct,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "@rxnetlink/core/schema";
import { addressFamily, ip } from "../common/address-family.js";
import { nexthopFlags, routeProtocol, routeScope } from "../common/route-enums.js";
import { type Encap, encap, encapType } from "../route/encap/index.js";

/** The fixed header of nexthop messages. */
export const nhmsg = struct("nhmsg", {
  /** Family of the gateway; filled in from it. */
  family: addressFamily,
  /** How far the gateway is. Read-only. */
  scope: readOnly(routeScope),
  /** Who made it. */
  protocol: routeProtocol,
  _: pad(1),
  /** Flags; see {@link nexthopFlags}. */
  flags: flags(nexthopFlags.prefix, u32, nexthopFlags.bits),
});

/** One member of a group (`struct nexthop_grp`). */
export const nexthopGrp = struct("nexthop_grp", {
  /** Id of the nexthop. */
  id: required(u32),
  /** Weight less one: its low 8 bits; in a request all of it, up to 65535. */
  weight: u8,
  /** The high 8 bits of weight less one; in a request they follow from a larger `weight`. Since 6.12. */
  weightHigh: u8,
  _: pad(2),
});
/** One member of a group. */
export interface NexthopGrp extends Infer<typeof nexthopGrp> {}

/** A weight above 8 bits, spread over both members. */
function spreadWeight(member: NexthopGrp): NexthopGrp {
  const { weight, weightHigh } = { ...member };
  if (typeof weight !== "number" || !(weight > 0xff && weight <= 0xffff)) return member;
  if (weightHigh)
    throw new EncodeError("says the high 8 bits of weight, which has them itself").at("weightHigh");
  return { ...member, weight: weight & 0xff, weightHigh: weight >> 8 };
}

/** A member whose weight may be given whole. */
const groupMember = refine(nest<NexthopGrp>(nexthopGrp), {
  write: (out, value, scope) => nexthopGrp.write(out, spreadWeight(value), scope),
});

/** How a group chooses (`NEXTHOP_GRP_TYPE_*`). */
export const nexthopGroupType = enumeration("NEXTHOP_GRP_TYPE_", u16, {
  /** By the hash of a packet, over all members. */
  mpath: 0,
  /** By a table of buckets, so that flows keep their way when members come and go; since 5.13. */
  res: 1,
});

/** What a request wants besides (`NHA_OP_FLAG_*`); since 6.9. */
export const nexthopOpFlags = flags("NHA_OP_FLAG_", u32, {
  /** Get: how many packets went by each member. */
  dumpStats: 0x1,
  /** Get: the same with those that hardware forwarded. */
  dumpHwStats: 0x2,
  respGrpResvd_0: 0x8000_0000,
});

/** A table of buckets (`NHA_RES_GROUP_*`); since 5.13. */
export const nhResGroupAttributes = attributes("nh-res-group-attrs", "NHA_RES_GROUP_", {
  /** Alignment. */
  pad: [0, padding],
  /** How many buckets. */
  buckets: [1, u16],
  /** How long a bucket must be idle before it may go to another member, in 1/100 s. */
  idleTimer: [2, u32],
  /** How long the table may be out of balance before busy buckets go too, in 1/100 s; 0 is for ever. */
  unbalancedTimer: [3, u32],
  /** How long it has been out of balance, in 1/100 s. Read-only. */
  unbalancedTime: [4, readOnly(u64)],
});
/** A table of buckets. */
export interface NhResGroup extends Infer<typeof nhResGroupAttributes> {}

/** One bucket (`NHA_RES_BUCKET_*`); since 5.13. */
export const nhResBucketAttributes = attributes("nh-res-bucket-attrs", "NHA_RES_BUCKET_", {
  /** Alignment. */
  pad: [0, padding],
  /** Number of the bucket. */
  index: [1, u16],
  /** How long it has been idle, in 1/100 s. */
  idleTime: [2, u64],
  /** Id of the nexthop that it sends by. */
  nhId: [3, u32],
});
/** One bucket. */
export interface NhResBucket extends Infer<typeof nhResBucketAttributes> {}

/** How much went by one member (`NHA_GROUP_STATS_ENTRY_*`). */
export const nhGroupStatsEntryAttributes = attributes(
  "nh-group-stats-entry-attrs",
  "NHA_GROUP_STATS_ENTRY_",
  {
    /** Id of the nexthop. */
    id: [1, u32],
    /** Packets, by software and hardware. */
    packets: [2, uint],
    /** Packets by hardware alone. */
    packetsHw: [3, uint],
  },
);
/** How much went by one member. */
export interface NhGroupStatsEntry extends Infer<typeof nhGroupStatsEntryAttributes> {}

/** How much went by each member (`NHA_GROUP_STATS_*`); since 6.9. */
export const nhGroupStatsAttributes = attributes("nh-group-stats-attrs", "NHA_GROUP_STATS_", {
  /** The members. */
  entry: [1, repeated(nest<NhGroupStatsEntry>(nhGroupStatsEntryAttributes))],
});
/** How much went by each member. */
export interface NhGroupStats extends Infer<typeof nhGroupStatsAttributes> {}

/** The attributes of nexthop messages (`NHA_*`). */
export const nexthopAttributes = attributes("nexthop-attrs", "NHA_", {
  /** Id: the key of a nexthop; the kernel chooses one where absent. */
  id: [1, u32],
  /** The members, where it is a group. */
  group: [2, packed(groupMember)],
  /** How the group chooses. */
  groupType: [3, nexthopGroupType],
  /** It drops packets. */
  blackhole: [4, flag],
  /** Index of the link that packets leave by. */
  oif: [5, ifindex(u32)],
  /** The gateway. */
  gateway: [6, ip],
  /** How packets are wrapped. */
  encapType: [7, encapType],
  /** The wrapping. */
  encap: [8, nest<Encap>(encap)],
  /** List: groups alone. */
  groups: [9, flag],
  /** List: those whose link has this master, by index. */
  master: [10, ifindex(u32)],
  /** It is for entries of forwarding tables, not for routes; since 5.8. */
  fdb: [11, flag],
  /** The table of buckets of a resilient group; since 5.13. */
  resGroup: [12, nest<NhResGroup>(nhResGroupAttributes)],
  /** One bucket, in messages of buckets; since 5.13. */
  resBucket: [13, nest<NhResBucket>(nhResBucketAttributes)],
  /** What a request wants besides; since 6.9. */
  opFlags: [14, nexthopOpFlags],
  /** How much went by each member; since 6.9. */
  groupStats: [15, readOnly(nest<NhGroupStats>(nhGroupStatsAttributes))],
  /** Whether hardware counts, 0 or 1; since 6.9. */
  hwStatsEnable: [16, u32],
  /** Whether there is hardware that counts, 0 or 1; since 6.9. Read-only. */
  hwStatsUsed: [17, readOnly(u32)],
});

/** The layout of `RTM_*NEXTHOP` and `RTM_*NEXTHOPBUCKET`. */
export const nexthopMessage = message("nexthop", nhmsg, nexthopAttributes);
/** A nexthop object: a way for routes to refer to, or a group of such. Since 5.3. */
export interface Nexthop extends Infer<typeof nexthopMessage> {}
