import type { MessageSet, ObjectDefinition } from "@rxnetlink/core";
import * as door from "#src/rdma/index.js";

type Messages = Pick<MessageSet<object>, "types" | "layout">;

/** Returns the messages of lists, which hold the resources of a device in a table. */
const listOf = ({ types, envelope }: ObjectDefinition<never>): Messages =>
  ({ types: { get: types.get! }, layout: envelope!.layout }) as Messages;

/** The messages about devices, each type once. */
export const rdmaMessages: readonly Messages[] = [
  { types: { get: door.RDMA_NLDEV_CMD_GET }, layout: door.rdmaDeviceObject.layout },
  door.rdmaPortObject,
  door.rdmaSummaryObject,
  ...[
    door.rdmaQpObject,
    door.rdmaCmIdObject,
    door.rdmaCqObject,
    door.rdmaMrObject,
    door.rdmaPdObject,
    door.rdmaCtxObject,
    door.rdmaSrqObject,
    door.rdmaCounterObject,
    door.rdmaFrmrPoolObject,
  ].map((object) => listOf(object as unknown as ObjectDefinition<never>)),
  { types: { get: door.RDMA_NLDEV_CMD_SYS_GET }, layout: door.rdmaSystemLayout },
  { types: { get: door.RDMA_NLDEV_CMD_GET_CHARDEV }, layout: door.rdmaChardevLayout },
  { types: { get: door.RDMA_NLDEV_CMD_STAT_GET_STATUS }, layout: door.rdmaCounterObject.layout },
  door.rdmaEventObject,
] as readonly Messages[];
