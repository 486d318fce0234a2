import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { type AttributesOf, attributes, hex, type Infer, nest, u8, u32, u64 } from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_FRMR_POOLS_GET, RDMA_NLDEV_CMD_FRMR_POOLS_SET } from "../common/commands.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { inTable } from "./table.js";

/** Attributes of what the memory regions of a pool have in common. */
export const rdmaFrmrPoolKeyAttributes = attributes("rdma-frmr-pool-key", "RDMA_NLDEV_ATTR_FRMR_POOL_KEY_", {
  /** 1 if the device translates addresses itself, else 0. */
  ats: [108, u8],
  /** Rights of access (`IB_ACCESS_*`). */
  accessFlags: [109, hex(u32)],
  /** What the driver distinguishes beyond that. */
  vendorKey: [110, hex(u64)],
  /** Number of blocks of memory. */
  numDmaBlocks: [111, u64],
  /** What the kernel's part of the driver distinguishes. */
  kernelVendorKey: [117, hex(u64)],
});
/** What the memory regions of a pool have in common. */
export interface RdmaFrmrPoolKey extends Infer<typeof rdmaFrmrPoolKeyAttributes> {}

/** Attributes of pools of memory handles. */
export const rdmaFrmrPoolAttributes = attributes("rdma-frmr-pool", NLDEV, {
  ...deviceHandle,
  /** What its memory regions have in common. */
  frmrPoolKey: [107, nest<RdmaFrmrPoolKey>(rdmaFrmrPoolKeyAttributes)],
  /** Number of handles that wait to be used. */
  frmrPoolQueueHandles: [112, u32],
  /** Most handles that were in use at once. */
  frmrPoolMaxInUse: [113, u64],
  /** Handles in use. */
  frmrPoolInUse: [114, u64],
  /** Time that an unused handle is kept, in seconds; of the device. */
  frmrPoolsAgingPeriod: [115, u32],
  /** Handles that are always kept. */
  frmrPoolPinnedHandles: [116, u32],
});
/** A pool of memory handles, from which memory is registered fast. */
export interface RdmaFrmrPool
  extends AttributesOf<typeof deviceHandle>,
    Infer<typeof rdmaFrmrPoolAttributes> {}

const layout = nest<RdmaFrmrPool>(rdmaFrmrPoolAttributes);

/** Messages of pools of memory handles (`RDMA_NLDEV_CMD_FRMR_POOLS_*`), of 7.3. */
export const rdmaFrmrPoolObject = defineObject({
  name: "rdmaFrmrPool",
  namedBy: ["devName", "devIndex"],
  layout,
  types: { get: RDMA_NLDEV_CMD_FRMR_POOLS_GET, set: RDMA_NLDEV_CMD_FRMR_POOLS_SET },
  groups: [],
  verbs: ["list", "change"],
  filters: ["devIndex", "devName"],
  keysOf: (pool) => [pick(pool, "devIndex", "frmrPoolKey")],
  hint: noSuchDevice,
  ...inTable(rdmaFrmrPoolAttributes, layout, { key: "frmrPools", number: 105, entry: 106 }),
});

/**
 * Verbs of pools of memory handles, which the kernel has in 7.3. `change$` sets `frmrPoolsAgingPeriod` of a device, or
 * `frmrPoolPinnedHandles` of a pool.
 */
export interface RdmaFrmrPools extends ObjectOf<typeof rdmaFrmrPoolObject> {}
