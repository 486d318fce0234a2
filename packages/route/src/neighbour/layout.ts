import {
  attributes,
  be16,
  choice,
  flag,
  flags,
  type Infer,
  ifindex,
  lladdr,
  message,
  nest,
  pad,
  readOnly,
  s32,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily, ip } from "../common/address-family.js";
import { byteAddress } from "../common/byte-address.js";
import { routeProtocol, routeType } from "../common/route-enums.js";

/** State of a neighbour (`NUD_*`); no bit is none. */
export const neighbourState = flags("NUD_", u16, {
  /** Being resolved. */
  incomplete: 0x01,
  /** Known to be there. */
  reachable: 0x02,
  /** Not heard of lately; checked when used. */
  stale: 0x04,
  /** Used while stale, to be checked soon. */
  delay: 0x08,
  /** Being checked. */
  probe: 0x10,
  /** Did not answer. */
  failed: 0x20,
  /** Needs no resolution. */
  noarp: 0x40,
  /** Set by an administrator: does not change by itself. */
  permanent: 0x80,
});

/** Flags of a neighbour (`NTF_*`). */
export const neighbourFlags = flags("NTF_", u8, {
  /** Look it up again. */
  use: 0x01,
  /** The entry is in the table of the device itself. */
  self: 0x02,
  /** The entry is in the table of the device's bridge. */
  master: 0x04,
  /** This host answers for it. */
  proxy: 0x08,
  /** A daemon learnt it. */
  extLearned: 0x10,
  /** The hardware has it. */
  offloaded: 0x20,
  /** It stays with its port. */
  sticky: 0x40,
  /** It is a router (IPv6). */
  router: 0x80,
});

/** Further flags of a neighbour (`NTF_EXT_*`). */
export const neighbourExtFlags = flags("NTF_EXT_", u32, {
  /** The kernel keeps it resolved; since 5.16. */
  managed: 0x1,
  /** It was learnt on a locked port, which does not forward for it; since 6.2. */
  locked: 0x2,
  /** A daemon vouches for it, so that it is not checked; since 6.18. */
  extValidated: 0x4,
});

/** The fixed header of neighbour messages. */
export const ndmsg = struct("ndmsg", {
  /** `"inet"`, `"inet6"`, or `"bridge"` for an entry of a forwarding table. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link. */
  ndmIfindex: ifindex(s32),
  /** State; see {@link neighbourState}. */
  state: neighbourState,
  /** Flags; see {@link neighbourFlags}. */
  flags: neighbourFlags,
  /** What kind of address it is. Read-only. */
  type: readOnly(routeType),
});

/** Age of a neighbour (`struct nda_cacheinfo`). */
export const neighbourCacheinfo = struct("nda_cacheinfo", {
  /** When it was last known to be there, in 1/100 s ago. */
  confirmed: u32,
  /** When it was last used, in 1/100 s ago. */
  used: u32,
  /** When it last changed, in 1/100 s ago. */
  updated: u32,
  /** How many hold it. */
  refcnt: u32,
});
/** Age of a neighbour. */
export interface NeighbourCacheinfo extends Infer<typeof neighbourCacheinfo> {}

/** Which events an entry tells (`FDB_NOTIFY_*`). */
export const fdbNotify = flags("FDB_NOTIFY_", u8, {
  /** That it becomes active. */
  bit: 1,
  /** That it becomes inactive, in place of its removal. */
  inactiveBit: 2,
});

/** Settings of an entry of a bridge's forwarding table (`NFEA_*`); since 5.14. */
export const fdbExtAttributes = attributes("fdb-ext-attrs", "NFEA_", {
  /** Which events it tells; see {@link fdbNotify}. */
  activityNotify: [1, fdbNotify],
  /** The request does not count as a sign of life. */
  dontRefresh: [2, flag],
});
/** Settings of an entry of a bridge's forwarding table. */
export interface FdbExtAttributes extends Infer<typeof fdbExtAttributes> {}

/** The attributes of neighbour messages (`NDA_*`). */
export const neighbourAttributes = attributes("neighbour-attrs", "NDA_", {
  /** IP address; of a forwarding table's entry that of the remote end. */
  dst: [1, choice("family", { mctp: byteAddress }, ip)],
  /** Hardware address. */
  lladdr: [2, lladdr],
  /** Age. */
  cacheinfo: [3, readOnly(nest<NeighbourCacheinfo>(neighbourCacheinfo))],
  /** How often it was asked for. */
  probes: [4, readOnly(u32)],
  /** VLAN of a forwarding table's entry. */
  vlan: [5, u16],
  /** UDP port of the remote end. */
  port: [6, be16],
  /** VNI that is sent to the remote end. */
  vni: [7, u32],
  /** Index of the link that the remote end is reached by. */
  ifindex: [8, ifindex(u32, "linkNetnsid")],
  /** Index of the bridge, in a list that of the master. */
  master: [9, ifindex(u32)],
  /** Id of the namespace that the link is in, where it is another. */
  linkNetnsid: [10, readOnly(s32)],
  /** VNI that packets come with. */
  srcVni: [11, u32],
  /** Who made it. */
  protocol: [12, routeProtocol],
  /** Id of a nexthop group of remote ends; since 5.8. */
  nhId: [13, u32],
  /** Settings of a bridge's entry; since 5.14. */
  fdbExtAttrs: [14, nest<FdbExtAttributes>(fdbExtAttributes)],
  /** Further flags; see {@link neighbourExtFlags}. Since 5.16. */
  flagsExt: [15, neighbourExtFlags],
  /** Flush: which bits of `state` count; since 5.19. */
  ndmStateMask: [16, u16],
  /** Flush: which bits of `flags` count; since 5.19. */
  ndmFlagsMask: [17, u8],
});

/** The layout of `RTM_NEWNEIGH`, `RTM_DELNEIGH` and `RTM_GETNEIGH`. */
export const neighbourMessage = message("neighbour", ndmsg, neighbourAttributes);
/** A neighbour: which hardware address an IP address has. */
export interface Neighbour extends Infer<typeof neighbourMessage> {}

/**
 * An entry of a forwarding table, of a bridge, a vxlan or another device: where frames for `lladdr` go. Which
 * table of the link `ndmIfindex` it is in, `flags` tells: `self` is that of the link, `master` that of its bridge.
 */
export interface Fdb extends Neighbour {}
