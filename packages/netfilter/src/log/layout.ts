import {
  attributes,
  be16,
  be32,
  binary,
  type Infer,
  type Message,
  message,
  nest,
  pad,
  string,
  struct,
} from "@rxnetlink/core/schema";
import { packetHook } from "../common/hook.js";
import { type NfgenmsgFields, nfgenmsg } from "../common/nfgenmsg.js";
import {
  hardwareAddress,
  microseconds,
  type PacketConntrack,
  packetConntrackInfo,
  packetProtocol,
  packetVlanAttributes,
} from "../common/packet-values.js";
import { conntrackAttributes } from "../conntrack/flow/layout.js";

/** Where a packet was logged (`struct nfulnl_msg_packet_hdr`). */
export const loggedPacketHdr = struct("nfulnl_msg_packet_hdr", {
  /** Ethernet protocol. */
  hwProtocol: packetProtocol,
  /** Hook; its names depend on the family. */
  hook: packetHook,
  _: pad(1),
});

/** Attributes of a logged packet (`NFULA_*`). */
export const loggedPacketAttributes = attributes("nflog-attrs", "NFULA_", {
  /** Protocol and hook; always there. */
  packetHdr: [1, loggedPacketHdr],
  /** Mark; absent if it is 0. */
  mark: [2, be32],
  /** Time of arrival, in microseconds since 1970; absent from packets of this host. */
  timestamp: [3, microseconds],
  /** Index of the link that it came in by; in a bridge that of the bridge. */
  ifindexIndev: [4, be32],
  /** Index of the link that it leaves by; in a bridge that of the bridge. */
  ifindexOutdev: [5, be32],
  /** Index of the bridge port that it came in by. */
  ifindexPhysindev: [6, be32],
  /** Index of the bridge port that it leaves by. */
  ifindexPhysoutdev: [7, be32],
  /** Link-layer address of the sender. */
  hwaddr: [8, hardwareAddress],
  /** The packet from its network header on, up to the copy range. */
  payload: [9, binary],
  /** Text of the rule. */
  prefix: [10, string],
  /** User id of the socket that sends it. */
  uid: [11, be32],
  /** Number of the packet in its group. */
  seq: [12, be32],
  /** Number of the packet in its namespace; with the option `seqGlobal`. */
  seqGlobal: [13, be32],
  /** Group id of the socket that sends it. */
  gid: [14, be32],
  /** Type of the link (`ARPHRD_*`): 1 is Ethernet. */
  hwtype: [15, be16],
  /** Link-layer header of a packet that came in. */
  hwheader: [16, binary],
  /** Length of that header, in bytes. */
  hwlen: [17, be16],
  /** Its connection, with the option `conntrack`. Since 4.4. */
  ct: [18, nest<PacketConntrack>(conntrackAttributes)],
  /** Relation to its connection, with the option `conntrack`. Since 4.4. */
  ctInfo: [19, packetConntrackInfo],
  /** VLAN tag, in a bridge or at a link. Since 5.1. */
  vlan: [20, packetVlanAttributes],
  /** Link-layer header, in a bridge or at a link. Since 5.1. */
  l2hdr: [21, binary],
});

type LoggedSet = (typeof loggedPacketAttributes)["set"];

/** A logged packet (`NFULNL_MSG_PACKET`). */
export const loggedPacketMessage: Message<NfgenmsgFields, LoggedSet> = message(
  "nflog",
  nfgenmsg,
  loggedPacketAttributes,
);
/** A logged packet as the kernel sends it. */
export interface LoggedPacketMessage extends Infer<typeof loggedPacketMessage> {}
