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
  hex,
  type Infer,
  nest,
  readOnly,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_MR_GET, RDMA_NLDEV_CMD_RES_MR_GET_RAW } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { resourceOwner } from "./owner.js";
import { type RdmaRaw, rawOf } from "./raw.js";
import { inTable } from "./table.js";

/** Attributes of memory regions. */
export const rdmaMrAttributes = attributes("rdma-mr", NLDEV, {
  ...deviceHandle,
  /** Its number. */
  resMrn: [62, u32],
  /** Key by which others read and write it; only with `CAP_NET_ADMIN`. Read-only. */
  resRkey: [42, readOnly(hex(u32))],
  /** Key by which its owner does; only with `CAP_NET_ADMIN`. Read-only. */
  resLkey: [43, readOnly(hex(u32))],
  /** Address, of kernels before 4.20. Read-only. */
  resIova: [44, readOnly(hex(u64))],
  /** Length in bytes. Read-only. */
  resMrlen: [45, readOnly(u64)],
  /** Number of its protection domain; of those of processes. Read-only. */
  resPdn: [60, readOnly(u32)],
  ...resourceOwner,
  ...driverDetails,
});

/** A memory region. */
export interface RdmaMr
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaMrAttributes> {}

const layout = nest<RdmaMr>(rdmaMrAttributes);

/** Messages of memory regions (`RDMA_NLDEV_CMD_RES_MR_GET`). */
export const rdmaMrObject = defineObject({
  name: "rdmaMr",
  namedBy: ["devName", "devIndex", "resMrn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_MR_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName"],
  keysOf: (one) => [pick(one, "devIndex", "resMrn")],
  hint: noSuchDevice,
  ...inTable(rdmaMrAttributes, layout, { key: "resMr", number: 40, entry: 41 }),
});

/** Verbs of memory regions. `get$` takes `devIndex` and `resMrn`. */
export interface RdmaMrs extends ObjectOf<typeof rdmaMrObject>, RdmaRaw {}

/** Returns the verbs of memory regions over a connection. */
export const rdmaMrsOf = (connection: Connection): RdmaMrs =>
  extendObject(
    bindObject(connection, rdmaMrObject),
    rawOf(connection, rdmaMrObject, RDMA_NLDEV_CMD_RES_MR_GET_RAW),
  );
