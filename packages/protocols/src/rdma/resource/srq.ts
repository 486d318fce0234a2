import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  type Infer,
  nest,
  nestedArray,
  readOnly,
  u32,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_SRQ_GET, RDMA_NLDEV_CMD_RES_SRQ_GET_RAW } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { rdmaSrqType } from "../common/enums.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { resourceOwner } from "./owner.js";
import { type RdmaRaw, rawOf } from "./raw.js";
import { inTable } from "./table.js";

/** Attributes of a queue pair, or of several with successive numbers. */
export const rdmaQpRangeAttributes = attributes("rdma-qp-range", NLDEV, {
  /** Number of the one queue pair. */
  resLqpn: [21, u32],
  /** Number of the first of several. */
  minRange: [91, u32],
  /** Number of the last of several. */
  maxRange: [92, u32],
});
/** A queue pair, or several with successive numbers. */
export interface RdmaQpRange extends Infer<typeof rdmaQpRangeAttributes> {}

/** Attributes of shared receive queues. */
export const rdmaSrqAttributes = attributes("rdma-srq", NLDEV, {
  ...deviceHandle,
  /** Its number. */
  resSrqn: [90, u32],
  /** The queue pairs that share it. Read-only. */
  resQp: [19, readOnly(nestedArray(20, nest<RdmaQpRange>(rdmaQpRangeAttributes)))],
  /** Its type. Read-only. */
  resType: [26, readOnly(rdmaSrqType)],
  /** Number of its protection domain. Read-only. */
  resPdn: [60, readOnly(u32)],
  /** Number of its completion queue, if its type has one. Read-only. */
  resCqn: [61, readOnly(u32)],
  ...resourceOwner,
  ...driverDetails,
});

/** A shared receive queue. */
export interface RdmaSrq
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaSrqAttributes> {}

const layout = nest<RdmaSrq>(rdmaSrqAttributes);

/** Messages of shared receive queues (`RDMA_NLDEV_CMD_RES_SRQ_GET`). */
export const rdmaSrqObject = defineObject({
  name: "rdmaSrq",
  namedBy: ["devName", "devIndex", "resSrqn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_SRQ_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName"],
  keysOf: (one) => [pick(one, "devIndex", "resSrqn")],
  hint: noSuchDevice,
  ...inTable(rdmaSrqAttributes, layout, { key: "resSrq", number: 88, entry: 89 }),
});

/** Verbs of shared receive queues. `get$` takes `devIndex` and `resSrqn`. */
export interface RdmaSrqs extends ObjectOf<typeof rdmaSrqObject>, RdmaRaw {}

/** Returns the verbs of shared receive queues over a connection. */
export const rdmaSrqsOf = (connection: Connection): RdmaSrqs =>
  extendObject(
    bindObject(connection, rdmaSrqObject),
    rawOf(connection, rdmaSrqObject, RDMA_NLDEV_CMD_RES_SRQ_GET_RAW),
  );
