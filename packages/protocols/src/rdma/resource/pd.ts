import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
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
import { RDMA_NLDEV_CMD_RES_PD_GET } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { resourceOwner } from "./owner.js";
import { inTable } from "./table.js";

/** Attributes of protection domains. */
export const rdmaPdAttributes = attributes("rdma-pd", NLDEV, {
  ...deviceHandle,
  /** Its number. */
  resPdn: [60, u32],
  /** Number of its users. Read-only. */
  resUsecnt: [38, readOnly(u64)],
  /** Key of all memory for its owner; only with `CAP_NET_ADMIN`. Read-only. */
  resLocalDmaLkey: [48, readOnly(hex(u32))],
  /** Key of all memory for others, if it has one; only with `CAP_NET_ADMIN`. Read-only. */
  resUnsafeGlobalRkey: [49, readOnly(hex(u32))],
  /** Number of the context that it belongs to; of those of processes. Read-only. */
  resCtxn: [64, readOnly(u32)],
  ...resourceOwner,
  ...driverDetails,
});

/** A protection domain. */
export interface RdmaPd
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaPdAttributes> {}

const layout = nest<RdmaPd>(rdmaPdAttributes);

/** Messages of protection domains (`RDMA_NLDEV_CMD_RES_PD_GET`). */
export const rdmaPdObject = defineObject({
  name: "rdmaPd",
  namedBy: ["devName", "devIndex", "resPdn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_PD_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName"],
  keysOf: (one) => [pick(one, "devIndex", "resPdn")],
  hint: noSuchDevice,
  ...inTable(rdmaPdAttributes, layout, { key: "resPd", number: 46, entry: 47 }),
});

/** Verbs of protection domains. `get$` takes `devIndex` and `resPdn`. */
export interface RdmaPds extends ObjectOf<typeof rdmaPdObject> {}
