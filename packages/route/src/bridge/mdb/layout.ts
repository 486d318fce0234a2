import {
  attributes,
  enumeration,
  flags,
  type Infer,
  ifindex,
  ip,
  message,
  nest,
  pad,
  readOnly,
  repeated,
  required,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../../common/address-family.js";
import { routeProtocol } from "../../common/route-enums.js";
import { groupAddress } from "./group-address.js";
import { type MdbRouter, mdbRouterAttributes } from "./router.js";

/** Lifetime of an entry (`MDB_*`). */
export const mdbState = enumeration("MDB_", u8, {
  /** Expires when membership is no longer reported. */
  temporary: 0,
  /** Stays until removed. */
  permanent: 1,
});

/** Entry flags (`MDB_FLAGS_*`). */
export const mdbFlags = flags("MDB_FLAGS_", u8, {
  /** Offloaded to hardware. */
  offload: 0x01,
  /** Removed immediately when the member leaves. */
  fastLeave: 0x02,
  /** (*, G) entry from which some port excludes sources. */
  starExcl: 0x04,
  /** Packets of the source are not forwarded. */
  blocked: 0x08,
  /** The hardware failed to offload the entry; since 6.16. */
  offloadFailed: 0x10,
});

/** Bridge port to which a group is forwarded (`struct br_mdb_entry`). */
export const brMdbEntry = struct("br_mdb_entry", {
  /** Index of the port; that of the bridge stands for this host. */
  ifindex: ifindex(u32),
  /** Lifetime. */
  state: mdbState,
  /** Flags; see {@link mdbFlags}. Read-only. */
  flags: readOnly(mdbFlags),
  /** VLAN id; 0 is none. */
  vid: u16,
  /** Multicast group: an IPv4, IPv6 or MAC address. */
  addr: required(groupAddress),
});
/** Bridge port to which a group is forwarded. */
export interface BrMdbEntry extends Infer<typeof brMdbEntry> {}

/** Filter mode: an entry includes or excludes its sources (`MCAST_*`). */
export const mdbGroupMode = enumeration("MCAST_", u8, { exclude: 0, include: 1 });

/** Multicast source (`MDBA_MDB_SRCATTR_*`). */
export const mdbSourceAttributes = attributes("mdb-srcattrs", "MDBA_MDB_SRCATTR_", {
  /** Source address. */
  address: [1, ip],
  /** Remaining lifetime, in 1/100 s. Read-only. */
  timer: [2, readOnly(u32)],
});
/** Multicast source. */
export interface MdbSource extends Infer<typeof mdbSourceAttributes> {}

/** Multicast sources (`MDBA_MDB_SRCLIST_*`). */
export const mdbSourceListAttributes = attributes("mdb-srclist-attrs", "MDBA_MDB_SRCLIST_", {
  /** Sources. */
  entry: [1, repeated(nest<MdbSource>(mdbSourceAttributes))],
});
/** Multicast sources. */
export interface MdbSourceList extends Infer<typeof mdbSourceListAttributes> {}

/** Attributes of a reported entry (`MDBA_MDB_EATTR_*`). */
export const mdbEntryAttributes = attributes("mdb-eattrs", "MDBA_MDB_EATTR_", {
  /** Remaining lifetime, in 1/100 s; 0 is infinite. */
  timer: [1, u32],
  /** Sources that are included or excluded; since 5.10. */
  srcList: [2, nest<MdbSourceList>(mdbSourceListAttributes)],
  /** Filter mode of `srcList`; since 5.10. */
  groupMode: [3, mdbGroupMode],
  /** Source of an (S, G) entry; since 5.10. */
  source: [4, ip],
  /** Origin of the entry; since 5.10. */
  rtprot: [5, routeProtocol],
  /** Remote endpoint (vxlan); since 6.4. */
  dst: [6, ip],
  /** UDP port of the remote endpoint (vxlan); since 6.4. */
  dstPort: [7, u16],
  /** VNI of packets to the remote endpoint (vxlan); since 6.4. */
  vni: [8, u32],
  /** Index of the link to the remote endpoint (vxlan); since 6.4. */
  ifindex: [9, ifindex(u32)],
  /** VNI of received packets (vxlan); since 6.4. */
  srcVni: [10, u32],
});
/** Attributes of a reported entry. */
export interface MdbEntryAttributes extends Infer<typeof mdbEntryAttributes> {}

/** Reported entry with its attributes (`MDBA_MDB_ENTRY_INFO`). */
export const mdbEntryInfo = struct("mdb_entry_info", {
  /** Entry. */
  entry: nest<BrMdbEntry>(brMdbEntry),
  /** Attributes. */
  attrs: nest<MdbEntryAttributes>(mdbEntryAttributes),
});
/** Reported entry with its attributes. */
export interface MdbEntryInfo extends Infer<typeof mdbEntryInfo> {}

/** Entries of one group (`MDBA_MDB_ENTRY_*`). */
export const mdbGroupAttributes = attributes("mdb-group-attrs", "MDBA_MDB_ENTRY_", {
  /** Entries, one per port. */
  info: [1, repeated(nest<MdbEntryInfo>(mdbEntryInfo))],
});
/** Entries of one group. */
export interface MdbGroup extends Infer<typeof mdbGroupAttributes> {}

/** Groups of a multicast database (`MDBA_MDB_*`). */
export const mdbGroupsAttributes = attributes("mdb-groups-attrs", "MDBA_MDB_", {
  /** Groups. */
  entry: [1, repeated(nest<MdbGroup>(mdbGroupAttributes))],
});
/** Groups of a multicast database. */
export interface MdbGroups extends Infer<typeof mdbGroupsAttributes> {}

/** Fixed header of multicast database messages. */
export const brPortMsg = struct("br_port_msg", {
  /** `"bridge"`; filled in. */
  family: addressFamily,
  _: pad(3),
  /** Index of the bridge or vxlan. */
  ifindex: ifindex(u32),
});

/** Attributes of reported multicast databases (`MDBA_*`). */
export const mdbAttributes = attributes("mdb-attrs", "MDBA_", {
  /** Groups. */
  mdb: [1, nest<MdbGroups>(mdbGroupsAttributes)],
  /** Ports with multicast routers behind them. */
  router: [2, nest<MdbRouter>(mdbRouterAttributes)],
});

/** Layout of replies and notifications (`RTM_NEWMDB`, `RTM_DELMDB`). */
export const mdbMessage = message("mdb", brPortMsg, mdbAttributes);
/** The multicast database of a bridge or vxlan, or the part that changed. */
export interface Mdb extends Infer<typeof mdbMessage> {}

/** Multicast sources in a request (`MDBE_SRC_LIST_*`); since 6.3. */
export const mdbeSourceListAttributes = attributes("mdbe-src-list-attrs", "MDBE_SRC_LIST_", {
  /** Sources. */
  entry: [1, repeated(nest<MdbeSource>(attributes("mdbe-srcattrs", "MDBE_SRCATTR_", { address: [1, ip] })))],
});
/** Multicast source in a request. */
export interface MdbeSource {
  /** Source address. */
  address?: string;
}
/** Multicast sources in a request. */
export interface MdbeSourceList extends Infer<typeof mdbeSourceListAttributes> {}

/** Attributes of an entry in a request (`MDBE_ATTR_*`). */
export const mdbeAttributes = attributes("mdbe-attrs", "MDBE_ATTR_", {
  /** Source of an (S, G) entry; since 5.10. */
  source: [1, ip],
  /** Sources that are included or excluded; since 6.3. */
  srcList: [2, nest<MdbeSourceList>(mdbeSourceListAttributes)],
  /** Filter mode of `srcList`; since 6.3. */
  groupMode: [3, mdbGroupMode],
  /** Origin of the entry; since 6.3. */
  rtprot: [4, routeProtocol],
  /** Remote endpoint (vxlan); since 6.4. */
  dst: [5, ip],
  /** UDP port of the remote endpoint (vxlan); since 6.4. */
  dstPort: [6, u16],
  /** VNI of packets to the remote endpoint (vxlan); since 6.4. */
  vni: [7, u32],
  /** Index of the link to the remote endpoint (vxlan); since 6.4. */
  ifindex: [8, ifindex(u32)],
  /** VNI of received packets (vxlan); since 6.4. */
  srcVni: [9, u32],
  /** Flush: bits of the state to compare; since 6.8. */
  stateMask: [10, u8],
});
/** Attributes of an entry in a request. */
export interface MdbeAttributes extends Infer<typeof mdbeAttributes> {}

/** Attributes of requests (`MDBA_SET_ENTRY*`, and with the same numbers `MDBA_GET_ENTRY*`). */
export const mdbRequestAttributes = attributes("mdb-request-attrs", "MDBA_SET_", {
  /** The entry. */
  entry: [1, nest<BrMdbEntry>(brMdbEntry)],
  /** Attributes of the entry. */
  entryAttrs: [2, nest<MdbeAttributes>(mdbeAttributes)],
});

/** Layout of requests (`RTM_NEWMDB`, `RTM_DELMDB`, `RTM_GETMDB`). */
export const mdbRequestMessage = message("mdb-request", brPortMsg, mdbRequestAttributes);
/** A request about one entry of a multicast database. */
export interface MdbRequest extends Infer<typeof mdbRequestMessage> {}
