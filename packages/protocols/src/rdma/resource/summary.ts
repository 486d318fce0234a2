import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  type Infer,
  nest,
  nestedArray,
  string,
  u64,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_GET } from "../common/commands.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";

/** Attributes of the number of resources of one kind. */
export const rdmaResourceCountAttributes = attributes(
  "rdma-resource-count",
  "RDMA_NLDEV_ATTR_RES_SUMMARY_ENTRY_",
  {
    /** Kind: `"qp"`, `"cq"`, `"mr"`, `"pd"`, `"cm_id"`, `"ctx"` or `"srq"`. */
    name: [17, string],
    /** Number that exist. */
    curr: [18, u64],
    /** Number that can exist; in 7.3. */
    max: [118, u64],
  },
);
/** Number of resources of one kind. */
export interface RdmaResourceCount extends Infer<typeof rdmaResourceCountAttributes> {}

/** Attributes of the numbers of resources. */
export const rdmaSummaryAttributes = attributes("rdma-summary", NLDEV, {
  ...deviceHandle,
  /** Numbers of resources by kind. */
  resSummary: [15, nestedArray(16, nest<RdmaResourceCount>(rdmaResourceCountAttributes))],
});
/** Numbers of the resources of a device. */
export interface RdmaSummary extends AttributesOf<typeof deviceHandle>, Infer<typeof rdmaSummaryAttributes> {}

/** Messages of the numbers of resources (`RDMA_NLDEV_CMD_RES_GET`). */
export const rdmaSummaryObject = defineObject({
  name: "rdmaSummary",
  namedBy: ["devName", "devIndex"],
  layout: nest<RdmaSummary>(rdmaSummaryAttributes),
  types: { get: RDMA_NLDEV_CMD_RES_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: [],
  keysOf: (summary) => [pick(summary, "devIndex")],
  hint: noSuchDevice,
});

/** Verbs of the numbers of resources, an object for each device. */
export interface RdmaSummaries extends ObjectOf<typeof rdmaSummaryObject> {}
