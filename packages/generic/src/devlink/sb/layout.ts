import {
  type AttributesOf,
  attributes,
  enumeration,
  type Infer,
  message,
  readOnly,
  sharedAttributes,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes, portHandleAttributes } from "../common/handle.js";

/** Directions of pools (`DEVLINK_SB_POOL_TYPE_*`). */
export const devlinkSbPoolType = enumeration("DEVLINK_SB_POOL_TYPE_", u8, {
  /** For packets that come in. */
  ingress: 0,
  /** For packets that go out. */
  egress: 1,
});

/** Kinds of thresholds (`DEVLINK_SB_THRESHOLD_TYPE_*`). */
export const devlinkSbThresholdType = enumeration("DEVLINK_SB_THRESHOLD_TYPE_", u8, {
  /** A size in bytes. */
  static: 0,
  /** A part of what is free: `2 ** (threshold - 10)` times as much. */
  dynamic: 1,
});

/** Largest threshold of a dynamic pool (`DEVLINK_SB_THRESHOLD_TO_ALPHA_MAX`). */
export const DEVLINK_SB_THRESHOLD_TO_ALPHA_MAX = 20;

const index = sharedAttributes({
  /** Number of the shared buffer. */
  sbIndex: [11, u32],
});

/** Occupancy, as of the last `sb.snapshot$`. */
const occupancy = sharedAttributes({
  /** Bytes in use. Read-only. */
  sbOccCur: [23, readOnly(u32)],
  /** Most bytes that were in use. Read-only. */
  sbOccMax: [24, readOnly(u32)],
});

const sbAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  ...index,
  /** Size in bytes. */
  sbSize: [12, readOnly(u32)],
  /** Number of pools for packets that come in. */
  sbIngressPoolCount: [13, readOnly(u16)],
  /** Number of pools for packets that go out. */
  sbEgressPoolCount: [14, readOnly(u16)],
  /** Number of traffic classes of packets that come in. */
  sbIngressTcCount: [15, readOnly(u16)],
  /** Number of traffic classes of packets that go out. */
  sbEgressTcCount: [16, readOnly(u16)],
});
/** Layout of `DEVLINK_CMD_SB_*`. */
export const devlinkSbMessage = message("sb", genlmsghdr, sbAttributes);
/** A buffer that the ports of a device share. */
export interface DevlinkSb
  extends AttributesOf<typeof handleAttributes>,
    AttributesOf<typeof index>,
    Infer<typeof devlinkSbMessage> {}

const sbPoolAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  ...index,
  /** Number of the pool. */
  sbPoolIndex: [17, u16],
  /** Direction. Read-only. */
  sbPoolType: [18, readOnly(devlinkSbPoolType)],
  /** Size in bytes. */
  sbPoolSize: [19, u32],
  /** Kind of its thresholds. */
  sbPoolThresholdType: [20, devlinkSbThresholdType],
  /** Bytes that packets take a multiple of. Read-only. */
  sbPoolCellSize: [105, readOnly(u32)],
});
/** Layout of `DEVLINK_CMD_SB_POOL_*`. */
export const devlinkSbPoolMessage = message("sbPool", genlmsghdr, sbPoolAttributes);
/** A pool of a shared buffer. */
export interface DevlinkSbPool
  extends AttributesOf<typeof handleAttributes>,
    AttributesOf<typeof index>,
    Infer<typeof devlinkSbPoolMessage> {}

const sbPortPoolAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  ...index,
  /** Number of the pool. */
  sbPoolIndex: [17, u16],
  /** Bytes, or part of what is free, that the port may use of the pool. */
  sbThreshold: [21, u32],
  ...occupancy,
});
/** Layout of `DEVLINK_CMD_SB_PORT_POOL_*`. */
export const devlinkSbPortPoolMessage = message("sbPortPool", genlmsghdr, sbPortPoolAttributes);
/** Share of a port in a pool. */
export interface DevlinkSbPortPool
  extends AttributesOf<typeof portHandleAttributes>,
    AttributesOf<typeof index>,
    AttributesOf<typeof occupancy>,
    Infer<typeof devlinkSbPortPoolMessage> {}

const sbTcPoolBindAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  ...index,
  /** Number of the pool. */
  sbPoolIndex: [17, u16],
  /** Direction. */
  sbPoolType: [18, devlinkSbPoolType],
  /** Bytes, or part of what is free, that the traffic class may use of the pool. */
  sbThreshold: [21, u32],
  /** Traffic class. */
  sbTcIndex: [22, u16],
  ...occupancy,
});
/** Layout of `DEVLINK_CMD_SB_TC_POOL_BIND_*`. */
export const devlinkSbTcPoolBindMessage = message("sbTcPoolBind", genlmsghdr, sbTcPoolBindAttributes);
/** The pool of a traffic class of a port. */
export interface DevlinkSbTcPoolBind
  extends AttributesOf<typeof portHandleAttributes>,
    AttributesOf<typeof index>,
    AttributesOf<typeof occupancy>,
    Infer<typeof devlinkSbTcPoolBindMessage> {}
