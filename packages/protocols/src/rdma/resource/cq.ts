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
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_RES_CQ_GET, RDMA_NLDEV_CMD_RES_CQ_GET_RAW } from "../common/commands.js";
import { driverDetails } from "../common/driver.js";
import { rdmaPollContext } from "../common/enums.js";
import { deviceHandle, NLDEV } from "../common/handle.js";
import { noSuchDevice } from "../common/hint.js";
import { resourceOwner } from "./owner.js";
import { type RdmaRaw, rawOf } from "./raw.js";
import { inTable } from "./table.js";

/** Attributes of completion queues. */
export const rdmaCqAttributes = attributes("rdma-cq", NLDEV, {
  ...deviceHandle,
  /** Its number. */
  resCqn: [61, u32],
  /** Entries that it has room for. Read-only. */
  resCqe: [37, readOnly(u32)],
  /** Number of its users. Read-only. */
  resUsecnt: [38, readOnly(u64)],
  /** Place where its completions are handled; of those of the kernel. Read-only. */
  resPollCtx: [39, readOnly(rdmaPollContext)],
  /** Number of the context that it belongs to; of those of processes. Read-only. */
  resCtxn: [64, readOnly(u32)],
  /** 1 if it adapts its rate of interrupts, else 0. Read-only. */
  devDim: [84, readOnly(u8)],
  ...resourceOwner,
  ...driverDetails,
});

/** A completion queue. */
export interface RdmaCq
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof resourceOwner>,
    AttributesOf<typeof driverDetails>,
    Infer<typeof rdmaCqAttributes> {}

const layout = nest<RdmaCq>(rdmaCqAttributes);

/** Messages of completion queues (`RDMA_NLDEV_CMD_RES_CQ_GET`). */
export const rdmaCqObject = defineObject({
  name: "rdmaCq",
  namedBy: ["devName", "devIndex", "resCqn"],
  layout,
  types: { get: RDMA_NLDEV_CMD_RES_CQ_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName"],
  keysOf: (one) => [pick(one, "devIndex", "resCqn")],
  hint: noSuchDevice,
  ...inTable(rdmaCqAttributes, layout, { key: "resCq", number: 35, entry: 36 }),
});

/** Verbs of completion queues. `get$` takes `devIndex` and `resCqn`. */
export interface RdmaCqs extends ObjectOf<typeof rdmaCqObject>, RdmaRaw {}

/** Returns the verbs of completion queues over a connection. */
export const rdmaCqsOf = (connection: Connection): RdmaCqs =>
  extendObject(
    bindObject(connection, rdmaCqObject),
    rawOf(connection, rdmaCqObject, RDMA_NLDEV_CMD_RES_CQ_GET_RAW),
  );
