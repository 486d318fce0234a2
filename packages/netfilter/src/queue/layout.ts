import {
  attributes,
  be32,
  binary,
  flags,
  type Infer,
  type Message,
  message,
  nest,
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
import { expectationAttributes } from "../conntrack/expectation/layout.js";
import { conntrackAttributes } from "../conntrack/flow/layout.js";

/** Where a packet was queued (`struct nfqnl_msg_packet_hdr`). */
export const queuedPacketHdr = struct("nfqnl_msg_packet_hdr", {
  /** Number of the packet in its queue, rising by 1. */
  packetId: be32,
  /** Ethernet protocol. */
  hwProtocol: packetProtocol,
  /** Hook; its names depend on the family. */
  hook: packetHook,
});

/** State of a packet in the kernel (`NFQA_SKB_*`). */
export const skbInfo = flags("NFQA_SKB_", be32, {
  /** The checksum of its payload is not computed yet. */
  csumnotready: 1,
  /** Several packets as one, which the kernel segments later. */
  gso: 2,
  /** The checksum was not verified. */
  csumNotverified: 4,
});

/** Attributes of a queued packet (`NFQA_*`). */
export const queuedPacketAttributes = attributes("nfqueue-attrs", "NFQA_", {
  /** Number, protocol and hook; always there. */
  packetHdr: [1, queuedPacketHdr],
  /** Mark; absent if it is 0. */
  mark: [3, be32],
  /** Time of arrival, in microseconds since 1970; absent from packets of this host. */
  timestamp: [4, microseconds],
  /** Index of the link that it came in by; in a bridge that of the bridge. */
  ifindexIndev: [5, be32],
  /** Index of the link that it leaves by; in a bridge that of the bridge. */
  ifindexOutdev: [6, be32],
  /** Index of the bridge port that it came in by. */
  ifindexPhysindev: [7, be32],
  /** Index of the bridge port that it leaves by. */
  ifindexPhysoutdev: [8, be32],
  /** Link-layer address of the sender. */
  hwaddr: [9, hardwareAddress],
  /** The packet from its network header on, up to the copy range. */
  payload: [10, binary],
  /** Its connection, with the option `conntrack`. Since 3.6. */
  ct: [11, nest<PacketConntrack>(conntrackAttributes)],
  /** Relation to its connection, with the option `conntrack`. Since 3.6. */
  ctInfo: [12, packetConntrackInfo],
  /** Length of the whole packet, in bytes, if `payload` is only a part of it. */
  capLen: [13, be32],
  /** State of the packet in the kernel. */
  skbInfo: [14, skbInfo],
  /** User id of the socket that sends it, in the initial user namespace; with the option `uidGid`. */
  uid: [16, be32],
  /** Group id of the socket that sends it, in the initial user namespace; with the option `uidGid`. */
  gid: [17, be32],
  /** Security context, with the option `secctx`. */
  secctx: [18, string],
  /** VLAN tag, in a bridge. Since 4.7. */
  vlan: [19, packetVlanAttributes],
  /** Link-layer header, in a bridge. Since 4.7. */
  l2hdr: [20, binary],
  /** Priority; absent if it is 0. Since 5.18. */
  priority: [21, be32],
  /** Class id of the net_cls control group of the sender. Since 6.9. */
  cgroupClassid: [22, be32],
});

type QueuedSet = (typeof queuedPacketAttributes)["set"];

/** A queued packet (`NFQNL_MSG_PACKET`). */
export const queuedPacketMessage: Message<NfgenmsgFields, QueuedSet> = message(
  "nfqueue",
  nfgenmsg,
  queuedPacketAttributes,
);
/** A queued packet as the kernel sends it. */
export interface QueuedPacketMessage extends Infer<typeof queuedPacketMessage> {}

/** A verdict and the packet that it is about (`struct nfqnl_msg_verdict_hdr`). */
export const queueVerdictHdr = struct("nfqnl_msg_verdict_hdr", {
  /** Verdict; with `NF_QUEUE` the other queue is in the upper 16 bits. */
  verdict: be32,
  /** Number of the packet; of a batch, the last one. */
  id: be32,
});

const { mark, payload, ct, vlan, l2hdr, priority } = queuedPacketAttributes.set;

/** A connection to expect because of a packet. */
export interface PacketExpectation extends Infer<typeof expectationAttributes> {}

/** Attributes of a verdict (`NFQA_*`). */
export const queueVerdictAttributes = attributes("nfqueue-verdict-attrs", "NFQA_", {
  /** The verdict. */
  verdictHdr: [2, queueVerdictHdr],
  /** New mark. */
  mark,
  /** The altered packet. */
  payload,
  /** Changes in its connection. */
  ct,
  /** A connection to expect because of this one. Since 3.12. */
  exp: [15, nest<PacketExpectation>(expectationAttributes)],
  /** New VLAN tag. */
  vlan,
  /** New link-layer header. */
  l2hdr,
  /** New priority. */
  priority,
});

/** A verdict (`NFQNL_MSG_VERDICT`, `NFQNL_MSG_VERDICT_BATCH`). */
export const queueVerdictMessage = message("nfqueue verdict", nfgenmsg, queueVerdictAttributes);
