import {
  type AttributesOf,
  attributes,
  enumeration,
  type Infer,
  message,
  nest,
  readOnly,
  repeated,
  string,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { portHandleAttributes } from "../common/handle.js";

/** Kinds of rate objects (`DEVLINK_RATE_TYPE_*`). */
export const devlinkRateType = enumeration("DEVLINK_RATE_TYPE_", u16, {
  /** The rates of a port. */
  leaf: 0,
  /** Rates that others share. */
  node: 1,
});

/** Attributes of the share of a traffic class (`DEVLINK_RATE_TC_ATTR_*`). */
const devlinkRateTcAttributes = attributes("dl-rate-tc-bws", "DEVLINK_RATE_TC_ATTR_", {
  /** Traffic class, 0 to 7. */
  index: [1, u8],
  /** Its share, in proportion to the sum of all. */
  bw: [2, u32],
});
/** Share of a traffic class. */
export interface DevlinkRateTc extends Infer<typeof devlinkRateTcAttributes> {}

/** Attributes of rate objects (`DEVLINK_ATTR_RATE_*`). */
const rateAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  /** Kind: a leaf has a `portIndex`, a node a `rateNodeName`. Read-only. */
  rateType: [165, readOnly(devlinkRateType)],
  /** Bytes a second that are guaranteed; 0 is none. */
  rateTxShare: [166, u64],
  /** Bytes a second at most; 0 is unlimited. */
  rateTxMax: [167, u64],
  /** Name of a node; no number. */
  rateNodeName: [168, string],
  /** Node that it shares the rates of; `""` in a request for none. */
  rateParentNodeName: [169, string],
  /** Priority among those of the same parent; since 6.3. */
  rateTxPriority: [177, u32],
  /** Weight among those of the same parent and priority; since 6.3. */
  rateTxWeight: [178, u32],
  /** Shares of the traffic classes, of which requests name all eight; since 6.17. */
  rateTcBws: [180, repeated(nest<DevlinkRateTc>(devlinkRateTcAttributes))],
});

/** Layout of `DEVLINK_CMD_RATE_*`. */
export const devlinkRateMessage = message("rate", genlmsghdr, rateAttributes);
/** A rate object: how much a port, or several together, may send. */
export interface DevlinkRate
  extends AttributesOf<typeof portHandleAttributes>,
    Infer<typeof devlinkRateMessage> {}
