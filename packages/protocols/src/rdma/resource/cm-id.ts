import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, nest, readOnly, u32 } from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_CM_ID_GET } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { rdmaCmState, rdmaPortSpace, rdmaQpType } from "../common/enums.js";
import { deviceHandle, NLDEV, portIndex } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { socketAddress } from "../common/socket-address.js";
import { resourceOwner } from "./owner.js";
import { inTable } from "./table.js";

/** Attributes of connections of the connection manager. */
export const rdmaCmIdAttributes = attributes("rdma-cm-id", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** Its number. */
  resCmIdn: [63, u32],
  /** Number of its queue pair, once it has one. Read-only. */
  resLqpn: [21, readOnly(u32)],
  /** Type of its queue pair. Read-only. */
  resType: [26, readOnly(rdmaQpType)],
  /** Its state. Read-only. */
  resState: [27, readOnly(rdmaCmState)],
  /** Space of its port numbers. Read-only. */
  resPs: [32, readOnly(rdmaPortSpace)],
  /** Own address. Read-only. */
  resSrcAddr: [33, readOnly(socketAddress)],
  /** Address of the other side. Read-only. */
  resDstAddr: [34, readOnly(socketAddress)],
  ...resourceOwner,
  ...driverDetails,
});

/** A connection of the connection manager, or the wait for one. */
export interface RdmaCmId
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaCmIdAttributes> {}

const layout = nest<RdmaCmId>(rdmaCmIdAttributes);

/** Messages of connections of the connection manager (`RDMA_NLDEV_CMD_RES_CM_ID_GET`). */
export const rdmaCmIdObject = defineObject({
  name: "rdmaCmId",
  namedBy: ["devName", "devIndex", "portIndex", "resCmIdn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_CM_ID_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName", "portIndex"],
  keysOf: (one) => [pick(one, "devIndex", "portIndex", "resCmIdn")],
  hint: noSuchDevice,
  ...inTable(rdmaCmIdAttributes, layout, { key: "resCmId", number: 30, entry: 31 }),
});

/** Verbs of connections of the connection manager. `get$` takes `devIndex`, `portIndex` and `resCmIdn`. */
export interface RdmaCmIds extends ObjectOf<typeof rdmaCmIdObject> {}
