import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  hex,
  type Infer,
  nest,
  readOnly,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_PORT_GET } from "../common/commands.js";
import { rdmaPhysState, rdmaPortState } from "../common/enums.js";
import { guid } from "../common/guid.js";
import { deviceHandle, NLDEV, portIndex } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";

/** Attributes of ports. */
export const rdmaPortAttributes = attributes("rdma-port", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** What the port can: `CapabilityMask`, and above it `CapabilityMask2`; of InfiniBand only. Read-only. */
  capFlags: [4, readOnly(hex(u64))],
  /** Prefix of its subnet; of InfiniBand only. Read-only. */
  subnetPrefix: [8, readOnly(guid)],
  /** Its local identifier; of InfiniBand only. Read-only. */
  lid: [9, readOnly(u32)],
  /** Local identifier of the subnet manager; of InfiniBand only. Read-only. */
  smLid: [10, readOnly(u32)],
  /** Number of low bits of the local identifier that are free; of InfiniBand only. Read-only. */
  lmc: [11, readOnly(u8)],
  /** State. Read-only. */
  portState: [12, readOnly(rdmaPortState)],
  /** State of the link. Read-only. */
  portPhysState: [13, readOnly(rdmaPhysState)],
  /** Index of the link that the port belongs to, in this network namespace; of RoCE and iWARP only. Read-only. */
  ndevIndex: [50, readOnly(u32)],
  /** Name of that link. Read-only. */
  ndevName: [51, readOnly(string)],
});

/** A port of a device: `rdma` calls it a link. */
export interface RdmaPort
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    Infer<typeof rdmaPortAttributes> {}

/** Messages of ports (`RDMA_NLDEV_CMD_PORT_GET`). */
export const rdmaPortObject = defineObject({
  name: "rdmaPort",
  namedBy: ["devName", "devIndex", "portIndex"],
  layout: nest<RdmaPort>(rdmaPortAttributes),
  types: { get: RDMA_NLDEV_CMD_PORT_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName"],
  keysOf: (port) => [pick(port, "devIndex", "portIndex")],
  hint: noSuchDevice,
});

/** Verbs of ports. `get$` takes `devIndex` and `portIndex`. */
export interface RdmaPorts extends ObjectOf<typeof rdmaPortObject> {}
