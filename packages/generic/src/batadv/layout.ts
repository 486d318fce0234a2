import {
  anyWidth,
  attributes,
  flag,
  type Infer,
  ifindex,
  ipv4,
  mac,
  message,
  nest,
  padding,
  readOnly,
  string,
  type Type,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";
import { batadvClientFlags, batadvGwMode, batadvMcastFlags, batadvTpReason } from "./words.js";

/** Attributes of batman-adv (`BATADV_ATTR_*`). */
const batadvAttributes = attributes("batadv", "BATADV_ATTR_", {
  /** Version of the module. Read-only. */
  version: [1, readOnly(string)],
  /** Routing algorithm: `"BATMAN_IV"` or `"BATMAN_V"`. Read-only. */
  algoName: [2, readOnly(string)],
  /** Mesh: the index or name of its link. */
  meshIfindex: [3, ifindex(u32)],
  /** Name of the link of the mesh. Read-only. */
  meshIfname: [4, readOnly(string)],
  /** Address of the link of the mesh. Read-only. */
  meshAddress: [5, readOnly(mac)],
  /** Link of the mesh, by index or name. */
  hardIfindex: [6, ifindex(u32)],
  /** Name of that link. Read-only. */
  hardIfname: [7, readOnly(string)],
  /** Address of that link. Read-only. */
  hardAddress: [8, readOnly(mac)],
  /** Address of another node. */
  origAddress: [9, mac],
  /** Result of a measurement; see {@link batadvTpReason}. Read-only. */
  tpmeterResult: [10, readOnly(batadvTpReason)],
  /** Time that a measurement takes, or took, in milliseconds. */
  tpmeterTestTime: [11, u32],
  /** Number of bytes that arrived. Read-only. */
  tpmeterBytes: [12, readOnly(u64)],
  /** Number of the measurement. */
  tpmeterCookie: [13, u32],
  pad: [14, padding],
  /** Set if the link is in use. Read-only. */
  active: [15, readOnly(flag)],
  /** Address of a client. Read-only. */
  ttAddress: [16, readOnly(mac)],
  /** Version of the table of clients. Read-only. */
  ttTtvn: [17, readOnly(u8)],
  /** Version of the table of the node that announced the client last. Read-only. */
  ttLastTtvn: [18, readOnly(u8)],
  /** Checksum of the table of clients. Read-only. */
  ttCrc32: [19, readOnly(u32)],
  /** VLAN of the client; bit 0x8000 is set if it has one. Read-only. */
  ttVid: [20, readOnly(u16)],
  /** Facts about the client; see {@link batadvClientFlags}. Read-only. */
  ttFlags: [21, readOnly(batadvClientFlags)],
  /** Set for the best of several paths or nodes. Read-only. */
  flagBest: [22, readOnly(flag)],
  /** Time since it was seen last, in milliseconds. Read-only. */
  lastSeenMsecs: [23, readOnly(u32)],
  /** Address of a neighbour. Read-only. */
  neighAddress: [24, readOnly(mac)],
  /** Quality of the path, 0 to 255; of `BATMAN_IV`. Read-only. */
  tq: [25, readOnly(u8)],
  /** Estimated throughput, in 100 kbit/s; of `BATMAN_V`. Read-only. */
  throughput: [26, readOnly(u32)],
  /** Rate to the Internet of a gateway, in 100 kbit/s. Read-only. */
  bandwidthUp: [27, readOnly(u32)],
  /** Rate from the Internet of a gateway, in 100 kbit/s. Read-only. */
  bandwidthDown: [28, readOnly(u32)],
  /** Neighbour on the path to a gateway. Read-only. */
  router: [29, readOnly(mac)],
  /** Set if this node claimed it. Read-only. */
  blaOwn: [30, readOnly(flag)],
  /** Address of a claimed client. Read-only. */
  blaAddress: [31, readOnly(mac)],
  /** VLAN of a claim; bit 0x8000 is set if it has one. Read-only. */
  blaVid: [32, readOnly(u16)],
  /** Address of the node that claimed it. Read-only. */
  blaBackbone: [33, readOnly(mac)],
  /** Checksum of the claims, or the group of the mesh. Read-only. */
  blaCrc: [34, readOnly(u16)],
  /** IPv4 address in the distributed ARP table. Read-only. */
  datCacheIp4address: [35, readOnly(ipv4 as Type<string>)],
  /** Its link-layer address. Read-only. */
  datCacheHwaddress: [36, readOnly(mac)],
  /** Its VLAN; bit 0x8000 is set if it has one. Read-only. */
  datCacheVid: [37, readOnly(u16)],
  /** Facts about the multicast of a node, as it announced them. Read-only. */
  mcastFlags: [38, readOnly(u32)],
  /** Facts about the multicast of this node; see {@link batadvMcastFlags}. Read-only. */
  mcastFlagsPriv: [39, readOnly(batadvMcastFlags)],
  /** VLAN over the mesh, which requests have in 16 bits, and replies in 32. */
  vlanid: [40, anyWidth(u16)],
  /** Set (1) to send several announcements together. */
  aggregatedOgmsEnabled: [41, u8],
  /** Set (1) to keep wifi clients from each other; of the mesh or a VLAN. */
  apIsolationEnabled: [42, u8],
  /** Mark of packets of isolated clients. */
  isolationMark: [43, u32],
  /** Bits of the mark that count. */
  isolationMask: [44, u32],
  /** Set (1) to use several links at once. */
  bondingEnabled: [45, u8],
  /** Set (1) to avoid loops with bridges. */
  bridgeLoopAvoidanceEnabled: [46, u8],
  /** Set (1) to answer ARP by a distributed table. */
  distributedArpTableEnabled: [47, u8],
  /** Set (1) to fragment packets that are too long for a link. */
  fragmentationEnabled: [48, u8],
  /** Rate from the Internet that this gateway announces, in 100 kbit/s. */
  gwBandwidthDown: [49, u32],
  /** Rate to the Internet that this gateway announces, in 100 kbit/s. */
  gwBandwidthUp: [50, u32],
  /** Role among gateways; see {@link batadvGwMode}. */
  gwMode: [51, batadvGwMode],
  /** Criterion by which a client chooses its gateway. */
  gwSelClass: [52, u32],
  /** Quality that each hop costs, 0 to 255; of the mesh or a link. */
  hopPenalty: [53, u8],
  /** Kinds of messages in the log of the module, a bit each. */
  logLevel: [54, u32],
  /** Set (1) to flood multicast as broadcast. */
  multicastForcefloodEnabled: [55, u8],
  /** Set (1) to combine packets. */
  networkCodingEnabled: [56, u8],
  /** Time between announcements, in milliseconds. */
  origInterval: [57, u32],
  /** Time between probes of a link, in milliseconds; of `BATMAN_V`. */
  elpInterval: [58, u32],
  /** Throughput of a link in 100 kbit/s; 0 to estimate it. Of `BATMAN_V`. */
  throughputOverride: [59, u32],
  /** Largest number of copies of a multicast packet. */
  multicastFanout: [60, u32],
});
/** Layout of `BATADV_CMD_*`. */
export const batadvMessage = message("batadv", genlmsghdr, batadvAttributes);
/** A request to batman-adv, or its reply. */
export interface BatadvMessage extends Infer<typeof batadvMessage> {}

/** Layout of one kind of object. */
export const layoutOf = <T>(): Type<T> => nest<T>(batadvMessage as unknown as Type<T>);
