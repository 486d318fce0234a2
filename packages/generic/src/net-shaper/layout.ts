import {
  attributes,
  enumeration,
  flag,
  type Infer,
  ifindex,
  message,
  nest,
  readOnly,
  repeated,
  u32,
  uint,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Things that are shaped (`NET_SHAPER_SCOPE_*`). */
export const netShaperScope = enumeration("NET_SHAPER_SCOPE_", u32, {
  unspec: 0,
  /** A link. */
  netdev: 1,
  /** A queue of a link. */
  queue: 2,
  /** Several queues or nodes together. */
  node: 3,
});

/** Units of rates (`NET_SHAPER_METRIC_*`). */
export const netShaperMetric = enumeration("NET_SHAPER_METRIC_", u32, {
  /** Bits a second. */
  bps: 0,
  /** Packets a second. */
  pps: 1,
});

const handleAttributes = attributes("handle", "NET_SHAPER_A_HANDLE_", {
  /** Thing that is shaped. */
  scope: [1, netShaperScope],
  /** Number of the queue or of the node; the kernel chooses that of a new node if absent. */
  id: [2, u32],
});
/** Names a shaper of a link. */
export interface NetShaperHandle extends Infer<typeof handleAttributes> {}

const handle = nest<NetShaperHandle>(handleAttributes);

const leafAttributes = attributes("leaf-info", "NET_SHAPER_A_", {
  /** The shaper, of a queue. */
  handle: [1, handle],
  /** Priority in the group. */
  priority: [6, u32],
  /** Weight among those of the same priority. */
  weight: [7, u32],
});
/** A queue of a group. */
export interface NetShaperLeaf extends Infer<typeof leafAttributes> {}

const shaperAttributes = attributes("net-shaper", "NET_SHAPER_A_", {
  /** Name among the shapers of the link. */
  handle: [1, handle],
  /** Unit of the rates and of `burst`. */
  metric: [2, netShaperMetric],
  /** Rate that is guaranteed. */
  bwMin: [3, uint],
  /** Rate at most; 0 is unlimited. */
  bwMax: [4, uint],
  /** Most that is sent at once. */
  burst: [5, uint],
  /** Priority among those of the same parent. */
  priority: [6, u32],
  /** Weight among those of the same parent and priority. */
  weight: [7, u32],
  /** Index of the link. */
  ifindex: [8, ifindex(u32)],
  /** Shaper that it is in. */
  parent: [9, handle],
  /** Queues to group. Write-only. */
  leaves: [10, repeated(nest<NetShaperLeaf>(leafAttributes))],
});

/** Layout of `NET_SHAPER_CMD_*`. */
export const netShaperMessage = message("netShaper", genlmsghdr, shaperAttributes);
/** A shaper: a limit that a device keeps of what a link, a queue or several queues send. */
export interface NetShaperRate extends Infer<typeof netShaperMessage> {}

const capsAttributes = attributes("caps", "NET_SHAPER_A_CAPS_", {
  /** Index of the link. */
  ifindex: [1, ifindex(u32)],
  /** Thing that is shaped. */
  scope: [2, netShaperScope],
  /** Set if it takes bits a second. */
  supportMetricBps: [3, readOnly(flag)],
  /** Set if it takes packets a second. */
  supportMetricPps: [4, readOnly(flag)],
  /** Set if nodes can be in nodes. */
  supportNesting: [5, readOnly(flag)],
  /** Set if it takes `bwMin`. */
  supportBwMin: [6, readOnly(flag)],
  /** Set if it takes `bwMax`. */
  supportBwMax: [7, readOnly(flag)],
  /** Set if it takes `burst`. */
  supportBurst: [8, readOnly(flag)],
  /** Set if it takes `priority`. */
  supportPriority: [9, readOnly(flag)],
  /** Set if it takes `weight`. */
  supportWeight: [10, readOnly(flag)],
});

/** Layout of `NET_SHAPER_CMD_CAP_GET`. */
export const netShaperCapsMessage = message("netShaperCaps", genlmsghdr, capsAttributes);
/** Abilities of a link to shape. */
export interface NetShaperCaps extends Infer<typeof netShaperCapsMessage> {}
