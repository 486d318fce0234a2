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
  readOnly,
  string,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_QP_GET, RDMA_NLDEV_CMD_RES_QP_GET_RAW } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { rdmaMigState, rdmaQpState, rdmaQpType } from "../common/enums.js";
import { deviceHandle, NLDEV, portIndex } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { resourceOwner } from "./owner.js";
import { type RdmaRaw, rawOf } from "./raw.js";
import { inTable } from "./table.js";

/** Attributes of queue pairs. */
export const rdmaQpAttributes = attributes("rdma-qp", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** Its number. */
  resLqpn: [21, u32],
  /** Number of the queue pair on the other side; of connections only. Read-only. */
  resRqpn: [22, readOnly(u32)],
  /** Sequence number of the receive queue; of connections only. Read-only. */
  resRqPsn: [23, readOnly(u32)],
  /** Sequence number of the send queue. Read-only. */
  resSqPsn: [24, readOnly(u32)],
  /** State of the migration to an alternative path; of connections only. Read-only. */
  resPathMigState: [25, readOnly(rdmaMigState)],
  /** Its type. Read-only. */
  resType: [26, readOnly(rdmaQpType)],
  /** Its state. Read-only. */
  resState: [27, readOnly(rdmaQpState)],
  /** Number of its protection domain; of those of processes. Read-only. */
  resPdn: [60, readOnly(u32)],
  /** Its type in the words of the driver, where `resType` is `driver`; since 6.11. Read-only. */
  resSubtype: [98, readOnly(string)],
  /** Set to 1 to list those of the driver, too; since 6.11. Write-only. */
  driverDetails: [97, u8],
  ...resourceOwner,
  ...driverDetails,
});

/** A queue pair. */
export interface RdmaQp
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaQpAttributes> {}

const layout = nest<RdmaQp>(rdmaQpAttributes);

/** Messages of queue pairs (`RDMA_NLDEV_CMD_RES_QP_GET`). */
export const rdmaQpObject = defineObject({
  name: "rdmaQp",
  namedBy: ["devName", "devIndex", "portIndex", "resLqpn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_QP_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName", "portIndex"],
  requestOnly: ["driverDetails"],
  keysOf: (one) => [pick(one, "devIndex", "portIndex", "resLqpn")],
  hint: noSuchDevice,
  ...inTable(rdmaQpAttributes, layout, { key: "resQp", number: 19, entry: 20 }),
});

/** Verbs of queue pairs. `get$` takes `devIndex`, `portIndex` and `resLqpn`. */
export interface RdmaQps extends ObjectOf<typeof rdmaQpObject>, RdmaRaw {}

/** Returns the verbs of queue pairs over a connection. */
export const rdmaQpsOf = (connection: Connection): RdmaQps =>
  extendObject(
    bindObject(connection, rdmaQpObject),
    rawOf(connection, rdmaQpObject, RDMA_NLDEV_CMD_RES_QP_GET_RAW),
  );
