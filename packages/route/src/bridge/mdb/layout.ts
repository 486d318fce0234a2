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

/** How long an entry stays (`MDB_*`). */
export const mdbState = enumeration("MDB_", u8, {
  /** Until it is heard of no more. */
  temporary: 0,
  /** Until it is removed. */
  permanent: 1,
});

/** Flags of an entry (`MDB_FLAGS_*`). */
export const mdbFlags = flags("MDB_FLAGS_", u8, {
  /** The hardware has it. */
  offload: 0x01,
  /** It goes as soon as it is left. */
  fastLeave: 0x02,
  /** It is for all sources, and some port excludes some. */
  starExcl: 0x04,
  /** Packets of that source are not forwarded. */
  blocked: 0x08,
  /** The hardware could not take it; since 6.16. */
  offloadFailed: 0x10,
});

/** Which port of a bridge a group goes to (`struct br_mdb_entry`). */
export const brMdbEntry = struct("br_mdb_entry", {
  /** Index of the port, or of the bridge for the host itself. */
  ifindex: ifindex(u32),
  /** How long it stays. */
  state: mdbState,
  /** Flags; see {@link mdbFlags}. Read-only. */
  flags: readOnly(mdbFlags),
  /** VLAN; 0 is none. */
  vid: u16,
  /** The group: an IPv4, IPv6 or MAC address. */
  addr: required(groupAddress),
});
/** Which port of a bridge a group goes to. */
export interface BrMdbEntry extends Infer<typeof brMdbEntry> {}

/** Whether an entry lists the sources that it takes or those that it does not. */
export const mdbGroupMode = enumeration("MCAST_", u8, { exclude: 0, include: 1 });

/** A source (`MDBA_MDB_SRCATTR_*`). */
export const mdbSourceAttributes = attributes("mdb-srcattrs", "MDBA_MDB_SRCATTR_", {
  /** Its address. */
  address: [1, ip],
  /** How long it stays, in 1/100 s. Read-only. */
  timer: [2, readOnly(u32)],
});
/** A source. */
export interface MdbSource extends Infer<typeof mdbSourceAttributes> {}

/** Sources (`MDBA_MDB_SRCLIST_*`). */
export const mdbSourceListAttributes = attributes("mdb-srclist-attrs", "MDBA_MDB_SRCLIST_", {
  /** The sources. */
  entry: [1, repeated(nest<MdbSource>(mdbSourceAttributes))],
});
/** Sources. */
export interface MdbSourceList extends Infer<typeof mdbSourceListAttributes> {}

/** What the kernel tells of an entry (`MDBA_MDB_EATTR_*`). */
export const mdbEntryAttributes = attributes("mdb-eattrs", "MDBA_MDB_EATTR_", {
  /** How long it stays, in 1/100 s; 0 is for ever. */
  timer: [1, u32],
  /** Sources that it takes or does not; since 5.10. */
  srcList: [2, nest<MdbSourceList>(mdbSourceListAttributes)],
  /** Which of the two; since 5.10. */
  groupMode: [3, mdbGroupMode],
  /** The one source that it is for; since 5.10. */
  source: [4, ip],
  /** Who made it; since 5.10. */
  rtprot: [5, routeProtocol],
  /** Remote end (vxlan); since 6.4. */
  dst: [6, ip],
  /** UDP port of the remote end (vxlan); since 6.4. */
  dstPort: [7, u16],
  /** VNI that is sent to the remote end (vxlan); since 6.4. */
  vni: [8, u32],
  /** Index of the link that the remote end is reached by (vxlan); since 6.4. */
  ifindex: [9, ifindex(u32)],
  /** VNI that packets come with (vxlan); since 6.4. */
  srcVni: [10, u32],
});
/** What the kernel tells of an entry. */
export interface MdbEntryAttributes extends Infer<typeof mdbEntryAttributes> {}

/** An entry and what the kernel tells of it (`MDBA_MDB_ENTRY_INFO`). */
export const mdbEntryInfo = struct("mdb_entry_info", {
  /** The entry. */
  entry: nest<BrMdbEntry>(brMdbEntry),
  /** What the kernel tells of it. */
  attrs: nest<MdbEntryAttributes>(mdbEntryAttributes),
});
/** An entry and what the kernel tells of it. */
export interface MdbEntryInfo extends Infer<typeof mdbEntryInfo> {}

/** The ports of one group (`MDBA_MDB_ENTRY_*`). */
export const mdbGroupAttributes = attributes("mdb-group-attrs", "MDBA_MDB_ENTRY_", {
  /** The entries, one a port. */
  info: [1, repeated(nest<MdbEntryInfo>(mdbEntryInfo))],
});
/** The ports of one group. */
export interface MdbGroup extends Infer<typeof mdbGroupAttributes> {}

/** All groups (`MDBA_MDB_*`). */
export const mdbGroupsAttributes = attributes("mdb-groups-attrs", "MDBA_MDB_", {
  /** The groups. */
  entry: [1, repeated(nest<MdbGroup>(mdbGroupAttributes))],
});
/** All groups. */
export interface MdbGroups extends Infer<typeof mdbGroupsAttributes> {}

/** The fixed header of messages of multicast databases. */
export const brPortMsg = struct("br_port_msg", {
  /** `"bridge"`; filled in. */
  family: addressFamily,
  _: pad(3),
  /** Index of the bridge or vxlan. */
  ifindex: ifindex(u32),
});

/** What the kernel tells of a multicast database (`MDBA_*`). */
export const mdbAttributes = attributes("mdb-attrs", "MDBA_", {
  /** Its groups. */
  mdb: [1, nest<MdbGroups>(mdbGroupsAttributes)],
  /** Ports behind which there are multicast routers. */
  router: [2, nest<MdbRouter>(mdbRouterAttributes)],
});

/** The layout of what the kernel tells (`RTM_NEWMDB`, `RTM_DELMDB`). */
export const mdbMessage = message("mdb", brPortMsg, mdbAttributes);
/** The multicast database of a bridge or vxlan, or the part that has changed. */
export interface Mdb extends Infer<typeof mdbMessage> {}

/** Sources in a request (`MDBE_SRC_LIST_*`); since 6.3. */
export const mdbeSourceListAttributes = attributes("mdbe-src-list-attrs", "MDBE_SRC_LIST_", {
  /** The sources. */
  entry: [1, repeated(nest<MdbeSource>(attributes("mdbe-srcattrs", "MDBE_SRCATTR_", { address: [1, ip] })))],
});
/** A source in a request. */
export interface MdbeSource {
  /** Its address. */
  address?: string;
}
/** Sources in a request. */
export interface MdbeSourceList extends Infer<typeof mdbeSourceListAttributes> {}

/** What a request says of an entry (`MDBE_ATTR_*`). */
export const mdbeAttributes = attributes("mdbe-attrs", "MDBE_ATTR_", {
  /** The one source that it is for; since 5.10. */
  source: [1, ip],
  /** Sources that it takes or does not; since 6.3. */
  srcList: [2, nest<MdbeSourceList>(mdbeSourceListAttributes)],
  /** Which of the two; since 6.3. */
  groupMode: [3, mdbGroupMode],
  /** Who made it; since 6.3. */
  rtprot: [4, routeProtocol],
  /** Remote end (vxlan); since 6.4. */
  dst: [5, ip],
  /** UDP port of the remote end (vxlan); since 6.4. */
  dstPort: [6, u16],
  /** VNI that is sent to the remote end (vxlan); since 6.4. */
  vni: [7, u32],
  /** Index of the link that the remote end is reached by (vxlan); since 6.4. */
  ifindex: [8, ifindex(u32)],
  /** VNI that packets come with (vxlan); since 6.4. */
  srcVni: [9, u32],
  /** Flush: which bits of the state count; since 6.8. */
  stateMask: [10, u8],
});
/** What a request says of an entry. */
export interface MdbeAttributes extends Infer<typeof mdbeAttributes> {}

/** The attributes of requests (`MDBA_SET_ENTRY*`, and of the same numbers `MDBA_GET_ENTRY*`). */
export const mdbRequestAttributes = attributes("mdb-request-attrs", "MDBA_SET_", {
  /** The entry. */
  entry: [1, nest<BrMdbEntry>(brMdbEntry)],
  /** What there is to say of it. */
  entryAttrs: [2, nest<MdbeAttributes>(mdbeAttributes)],
});

/** The layout of requests (`RTM_NEWMDB`, `RTM_DELMDB`, `RTM_GETMDB`). */
export const mdbRequestMessage = message("mdb-request", brPortMsg, mdbRequestAttributes);
/** A request about one entry of a multicast database. */
export interface MdbRequest extends Infer<typeof mdbRequestMessage> {}
