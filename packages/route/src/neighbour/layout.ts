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

/** State of a neighbour (`NUD_*`); 0 is none. */
export const neighbourState = flags("NUD_", u16, {
  /** Being resolved. */
  incomplete: 0x01,
  /** Confirmed reachable. */
  reachable: 0x02,
  /** Not confirmed recently; checked when used. */
  stale: 0x04,
  /** Used while stale, to be checked soon. */
  delay: 0x08,
  /** Being checked. */
  probe: 0x10,
  /** Did not answer. */
  failed: 0x20,
  /** Needs no resolution. */
  noarp: 0x40,
  /** Set by an administrator; does not change on its own. */
  permanent: 0x80,
});

/** Neighbour flags (`NTF_*`). */
export const neighbourFlags = flags("NTF_", u8, {
  /** Resolves the neighbour again. */
  use: 0x01,
  /** The entry is in the table of the link itself. */
  self: 0x02,
  /** The entry is in the table of the link's bridge. */
  master: 0x04,
  /** This host answers for the neighbour. */
  proxy: 0x08,
  /** Learnt by user space or hardware. */
  extLearned: 0x10,
  /** Offloaded to hardware. */
  offloaded: 0x20,
  /** Never moves to another port. */
  sticky: 0x40,
  /** The neighbour is a router (IPv6). */
  router: 0x80,
});

/** Extended neighbour flags (`NTF_EXT_*`). */
export const neighbourExtFlags = flags("NTF_EXT_", u32, {
  /** The kernel keeps the neighbour resolved; since 5.16. */
  managed: 0x1,
  /** Learnt on a locked port, which does not forward for it; since 6.2. */
  locked: 0x2,
  /** Validated by user space, so that the kernel does not check it; since 6.18. */
  extValidated: 0x4,
});

/** Fixed header of neighbour messages. */
export const ndmsg = struct("ndmsg", {
  /** `"inet"`, `"inet6"`, or `"bridge"` for entries of forwarding tables. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link. */
  ndmIfindex: ifindex(s32),
  /** State; see {@link neighbourState}. */
  state: neighbourState,
  /** Flags; see {@link neighbourFlags}. */
  flags: neighbourFlags,
  /** Type of the address, as of a route. Read-only. */
  type: readOnly(routeType),
});

/** Ages of a neighbour (`struct nda_cacheinfo`). */
export const neighbourCacheinfo = struct("nda_cacheinfo", {
  /** Time since it was last confirmed reachable, in 1/100 s. */
  confirmed: u32,
  /** Time since it was last used, in 1/100 s. */
  used: u32,
  /** Time since it last changed, in 1/100 s. */
  updated: u32,
  /** Number of references. */
  refcnt: u32,
});
/** Ages of a neighbour. */
export interface NeighbourCacheinfo extends Infer<typeof neighbourCacheinfo> {}

/** Activity events that an entry announces (`FDB_NOTIFY_*`). */
export const fdbNotify = flags("FDB_NOTIFY_", u8, {
  /** Activity, after the entry was inactive. */
  bit: 1,
  /** Inactivity, instead of removing the entry. */
  inactiveBit: 2,
});

/** Extended settings of a bridge's forwarding table entry (`NFEA_*`); since 5.14. */
export const fdbExtAttributes = attributes("fdb-ext-attrs", "NFEA_", {
  /** Activity events to announce; see {@link fdbNotify}. */
  activityNotify: [1, fdbNotify],
  /** Leaves the ages of the entry as they are. */
  dontRefresh: [2, flag],
});
/** Extended settings of a bridge's forwarding table entry. */
export interface FdbExtAttributes extends Infer<typeof fdbExtAttributes> {}

/** Attributes of neighbour messages (`NDA_*`). */
export const neighbourAttributes = attributes("neighbour-attrs", "NDA_", {
  /** IP address; in a forwarding table, that of the remote endpoint. */
  dst: [1, choice("family", { mctp: byteAddress }, ip)],
  /** Hardware address. */
  lladdr: [2, lladdr],
  /** Ages; read-only. */
  cacheinfo: [3, readOnly(nest<NeighbourCacheinfo>(neighbourCacheinfo))],
  /** Number of probes sent; read-only. */
  probes: [4, readOnly(u32)],
  /** VLAN id of a forwarding table entry. */
  vlan: [5, u16],
  /** UDP port of the remote endpoint. */
  port: [6, be16],
  /** VNI of packets to the remote endpoint. */
  vni: [7, u32],
  /** Index of the link to the remote endpoint. */
  ifindex: [8, ifindex(u32, "linkNetnsid")],
  /** Index of the bridge; as a filter of a list, that of the master. */
  master: [9, ifindex(u32)],
  /** Id of the link's namespace, if it is another one; read-only. */
  linkNetnsid: [10, readOnly(s32)],
  /** VNI of received packets. */
  srcVni: [11, u32],
  /** Origin of the entry. */
  protocol: [12, routeProtocol],
  /** Id of a nexthop group of remote endpoints; since 5.8. */
  nhId: [13, u32],
  /** Extended settings of a bridge's entry; since 5.14. */
  fdbExtAttrs: [14, nest<FdbExtAttributes>(fdbExtAttributes)],
  /** Extended flags; see {@link neighbourExtFlags}. Since 5.16. */
  flagsExt: [15, neighbourExtFlags],
  /** Flush: bits of `state` to compare; since 5.19. */
  ndmStateMask: [16, u16],
  /** Flush: bits of `flags` to compare; since 5.19. */
  ndmFlagsMask: [17, u8],
});

/** Layout of `RTM_NEWNEIGH`, `RTM_DELNEIGH` and `RTM_GETNEIGH`. */
export const neighbourMessage = message("neighbour", ndmsg, neighbourAttributes);
/** A neighbour: the hardware address of an IP address on a link. */
export interface Neighbour extends Infer<typeof neighbourMessage> {}

/**
 * A forwarding table entry of a bridge, vxlan or other device: the destination of frames for `lladdr`. The flag `self` puts
 * it into the table of the link `ndmIfindex` itself, `master` into that of the link's bridge.
 */
export interface Fdb extends Neighbour {}
