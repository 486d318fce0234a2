import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, nest, u32 } from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_CTX_GET } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { resourceOwner } from "./owner.js";
import { inTable } from "./table.js";

/** Attributes of contexts of processes. */
export const rdmaCtxAttributes = attributes("rdma-ctx", NLDEV, {
  ...deviceHandle,
  /** Its number. */
  resCtxn: [64, u32],
  ...resourceOwner,
  ...driverDetails,
});

/** A context: the device as one process has opened it. */
export interface RdmaCtx
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaCtxAttributes> {}

const layout = nest<RdmaCtx>(rdmaCtxAttributes);

/** Messages of contexts of processes (`RDMA_NLDEV_CMD_RES_CTX_GET`). */
export const rdmaCtxObject = defineObject({
  name: "rdmaCtx",
  namedBy: ["devName", "devIndex", "resCtxn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_CTX_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName"],
  keysOf: (one) => [pick(one, "devIndex", "resCtxn")],
  hint: noSuchDevice,
  ...inTable(rdmaCtxAttributes, layout, { key: "resCtx", number: 86, entry: 87 }),
});

/** Verbs of contexts of processes. `get$` takes `devIndex` and `resCtxn`. */
export interface RdmaCtxs extends ObjectOf<typeof rdmaCtxObject> {}
