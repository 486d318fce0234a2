import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, flags, type Infer, ifindex, message, nest, u32, uint } from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { NETDEV_CMD_QSTATS_GET } from "../commands.js";
import { netdevQueueType } from "../queue/layout.js";

/** Things to count for (`NETDEV_QSTATS_SCOPE_*`). */
export const netdevQstatsScope = flags("NETDEV_QSTATS_SCOPE_", u32, {
  /** Each queue; else each link. */
  queue: 0x1,
});

const qstatsAttributes = attributes("qstats", "NETDEV_A_QSTATS_", {
  /** Index of the link. */
  ifindex: [1, ifindex(u32)],
  /** Direction of the queue, where each is counted. */
  queueType: [2, netdevQueueType],
  /** Number of the queue, where each is counted. */
  queueId: [3, u32],
  /** Things to count for: `{ queue: true }` for each queue. Write-only. */
  scope: [4, netdevQstatsScope],
  /** Packets received, before XDP. */
  rxPackets: [8, uint],
  /** Bytes received. */
  rxBytes: [9, uint],
  /** Packets sent. */
  txPackets: [10, uint],
  /** Bytes sent. */
  txBytes: [11, uint],
  /** Times that there was no memory for a packet. */
  rxAllocFail: [12, uint],
  /** Packets that the device received and dropped, for any reason; since 6.9. */
  rxHwDrops: [13, uint],
  /** Packets that the device dropped for lack of room; since 6.9. */
  rxHwDropOverruns: [14, uint],
  /** Packets of which the device told the checksum; since 6.9. */
  rxCsumComplete: [15, uint],
  /** Packets of which the device checked the checksum; since 6.9. */
  rxCsumUnnecessary: [16, uint],
  /** Packets of which the device did not check the checksum; since 6.9. */
  rxCsumNone: [17, uint],
  /** Packets with a wrong checksum; since 6.9. */
  rxCsumBad: [18, uint],
  /** Packets that the device made of several; since 6.9. */
  rxHwGroPackets: [19, uint],
  /** Their bytes; since 6.9. */
  rxHwGroBytes: [20, uint],
  /** Packets that they were made of; since 6.9. */
  rxHwGroWirePackets: [21, uint],
  /** Bytes that they were made of; since 6.9. */
  rxHwGroWireBytes: [22, uint],
  /** Packets that the device dropped by a limit of its rate; since 6.9. */
  rxHwDropRatelimits: [23, uint],
  /** Packets that the device got and did not send, for any reason; since 6.9. */
  txHwDrops: [24, uint],
  /** Packets that the device got and found faulty; since 6.9. */
  txHwDropErrors: [25, uint],
  /** Packets that needed no checksum of the device; since 6.9. */
  txCsumNone: [26, uint],
  /** Packets that needed a checksum of the device; since 6.9. */
  txNeedsCsum: [27, uint],
  /** Packets that the device split; since 6.9. */
  txHwGsoPackets: [28, uint],
  /** Their bytes; since 6.9. */
  txHwGsoBytes: [29, uint],
  /** Packets that the device made of them; since 6.9. */
  txHwGsoWirePackets: [30, uint],
  /** Bytes that the device made of them; since 6.9. */
  txHwGsoWireBytes: [31, uint],
  /** Packets that the device dropped by a limit of its rate; since 6.9. */
  txHwDropRatelimits: [32, uint],
  /** Times that the driver took no packets since a queue was full; since 6.9. */
  txStop: [33, uint],
  /** Times that the driver took packets again; since 6.9. */
  txWake: [34, uint],
});

/** Layout of `NETDEV_CMD_QSTATS_GET`. */
export const netdevQstatsMessage = message("netdevQstats", genlmsghdr, qstatsAttributes);
/** Statistics of a link, or of a queue; what the driver does not count is absent. */
export interface NetdevQstats extends Infer<typeof netdevQstatsMessage> {}

/** Messages of statistics (`NETDEV_CMD_QSTATS_GET`). */
export const netdevQstatsObject = defineObject({
  name: "netdevQstats",
  namedBy: ["ifindex", "queueType", "queueId"],
  layout: nest<NetdevQstats>(netdevQstatsMessage),
  types: { get: NETDEV_CMD_QSTATS_GET },
  groups: [],
  verbs: ["list"],
  filters: ["ifindex"],
  requestOnly: ["scope"],
});

/**
 * Verbs of statistics of links and queues, since 6.9: `list$({ scope: { queue: true } })` counts for each queue. Links whose
 * drivers do not count are left out.
 */
export interface NetdevQstatistics extends ObjectOf<typeof netdevQstatsObject> {}
