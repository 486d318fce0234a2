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
import { type Encap, encap, encapType } from "../route/encap/formats.js";

/** Fixed header of nexthop messages. */
export const nhmsg = struct("nhmsg", {
  /** Family; filled in from the gateway. */
  family: addressFamily,
  /** Scope of the gateway. Read-only. */
  scope: readOnly(routeScope),
  /** Origin of the nexthop. */
  protocol: routeProtocol,
  _: pad(1),
  /** Flags; see {@link nexthopFlags}. */
  flags: flags(nexthopFlags.prefix, u32, nexthopFlags.bits),
});

/** Member of a nexthop group (`struct nexthop_grp`). */
export const nexthopGrp = struct("nexthop_grp", {
  /** Id of the nexthop. */
  id: required(u32),
  /** Weight less 1: its low 8 bits; a request may give all of it here, up to 65535. */
  weight: u8,
  /** High 8 bits of weight less 1; in a request filled in from a larger `weight`. Since 6.12. */
  weightHigh: u8,
  _: pad(2),
});
/** Member of a nexthop group. */
export interface NexthopGrp extends Infer<typeof nexthopGrp> {}

/** Spreads a weight above 8 bits over both members. */
function spreadWeight(member: NexthopGrp): NexthopGrp {
  const { weight, weightHigh } = { ...member };
  if (typeof weight !== "number" || !(weight > 0xff && weight <= 0xffff)) return member;
  if (weightHigh)
    throw new EncodeError("conflicts with weight, which already has the high 8 bits").at("weightHigh");
  return { ...member, weight: weight & 0xff, weightHigh: weight >> 8 };
}

/** Member whose weight a request may give as one number. */
const groupMember = refine(nest<NexthopGrp>(nexthopGrp), {
  write: (out, value, scope) => nexthopGrp.write(out, spreadWeight(value), scope),
});

/** Type of a nexthop group (`NEXTHOP_GRP_TYPE_*`). */
export const nexthopGroupType = enumeration("NEXTHOP_GRP_TYPE_", u16, {
  /** Multipath: hashes packets over all members. */
  mpath: 0,
  /** Resilient: hashes packets over a table of buckets, so that flows keep their nexthop when members change; since 5.13. */
  res: 1,
});

/** Extra information that a request asks for (`NHA_OP_FLAG_*`); since 6.9. */
export const nexthopOpFlags = flags("NHA_OP_FLAG_", u32, {
  /** Get: packet counts per member. */
  dumpStats: 0x1,
  /** Get: packet counts per member, including those of hardware. */
  dumpHwStats: 0x2,
  respGrpResvd_0: 0x8000_0000,
});

/** Bucket table of a resilient group (`NHA_RES_GROUP_*`); since 5.13. */
export const nhResGroupAttributes = attributes("nh-res-group-attrs", "NHA_RES_GROUP_", {
  /** Alignment. */
  pad: [0, padding],
  /** Number of buckets. */
  buckets: [1, u16],
  /** Idle time after which a bucket may move to another member, in 1/100 s. */
  idleTimer: [2, u32],
  /** Time out of balance after which busy buckets move as well, in 1/100 s; 0 is never. */
  unbalancedTimer: [3, u32],
  /** Time for which the table has been out of balance, in 1/100 s. Read-only. */
  unbalancedTime: [4, readOnly(u64)],
});
/** Bucket table of a resilient group. */
export interface NhResGroup extends Infer<typeof nhResGroupAttributes> {}

/** Bucket of a resilient group (`NHA_RES_BUCKET_*`); since 5.13. */
export const nhResBucketAttributes = attributes("nh-res-bucket-attrs", "NHA_RES_BUCKET_", {
  /** Alignment. */
  pad: [0, padding],
  /** Number of the bucket. */
  index: [1, u16],
  /** Idle time, in 1/100 s. */
  idleTime: [2, u64],
  /** Id of the nexthop of the bucket. */
  nhId: [3, u32],
});
/** Bucket of a resilient group. */
export interface NhResBucket extends Infer<typeof nhResBucketAttributes> {}

/** Packet counts of one group member (`NHA_GROUP_STATS_ENTRY_*`). */
export const nhGroupStatsEntryAttributes = attributes(
  "nh-group-stats-entry-attrs",
  "NHA_GROUP_STATS_ENTRY_",
  {
    /** Id of the nexthop. */
    id: [1, u32],
    /** Packets forwarded by software and hardware. */
    packets: [2, uint],
    /** Packets forwarded by hardware. */
    packetsHw: [3, uint],
  },
);
/** Packet counts of one group member. */
export interface NhGroupStatsEntry extends Infer<typeof nhGroupStatsEntryAttributes> {}

/** Packet counts of a group (`NHA_GROUP_STATS_*`); since 6.9. */
export const nhGroupStatsAttributes = attributes("nh-group-stats-attrs", "NHA_GROUP_STATS_", {
  /** Packet counts, one entry per member. */
  entry: [1, repeated(nest<NhGroupStatsEntry>(nhGroupStatsEntryAttributes))],
});
/** Packet counts of a group. */
export interface NhGroupStats extends Infer<typeof nhGroupStatsAttributes> {}

/** Attributes of nexthop messages (`NHA_*`). */
export const nexthopAttributes = attributes("nexthop-attrs", "NHA_", {
  /** Id, the key of a nexthop; the kernel chooses one if absent. */
  id: [1, u32],
  /** Members, if the nexthop is a group. */
  group: [2, packed(groupMember)],
  /** Type of the group. */
  groupType: [3, nexthopGroupType],
  /** Drops packets. */
  blackhole: [4, flag],
  /** Index of the output link. */
  oif: [5, ifindex(u32)],
  /** Gateway. */
  gateway: [6, ip],
  /** Type of encapsulation. */
  encapType: [7, encapType],
  /** Encapsulation. */
  encap: [8, nest<Encap>(encap)],
  /** List: groups only. */
  groups: [9, flag],
  /** List: only nexthops whose link has this master, by index. */
  master: [10, ifindex(u32)],
  /** For forwarding table entries, not for routes; since 5.8. */
  fdb: [11, flag],
  /** Bucket table of a resilient group; since 5.13. */
  resGroup: [12, nest<NhResGroup>(nhResGroupAttributes)],
  /** Bucket, in bucket messages; since 5.13. */
  resBucket: [13, nest<NhResBucket>(nhResBucketAttributes)],
  /** Extra information that a request asks for; since 6.9. */
  opFlags: [14, nexthopOpFlags],
  /** Packet counts, if requested; since 6.9. Read-only. */
  groupStats: [15, readOnly(nest<NhGroupStats>(nhGroupStatsAttributes))],
  /** 1 if hardware counting is enabled, else 0; since 6.9. */
  hwStatsEnable: [16, u32],
  /** 1 if hardware counts, else 0; since 6.9. Read-only. */
  hwStatsUsed: [17, readOnly(u32)],
});

/** Layout of `RTM_*NEXTHOP` and `RTM_*NEXTHOPBUCKET`. */
export const nexthopMessage = message("nexthop", nhmsg, nexthopAttributes);
/** A nexthop object, or a group of nexthops, that routes refer to by id. Since 5.3. */
export interface Nexthop extends Infer<typeof nexthopMessage> {}
