import { defineObject, type ObjectOf } from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  enumeration,
  type Infer,
  nest,
  string,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { RDMA_NLDEV_CMD_MONITOR } from "../common/commands.js";
import { deviceHandle, NLDEV, portIndex } from "../common/handle.js";
import { RDMA_NL_GROUP_NOTIFY } from "../common/protocol.js";

/** What happened to a device (`RDMA_*_EVENT`). */
export const rdmaEventType = enumeration("RDMA_", u8, {
  /** It has come. */
  registerEvent: 0,
  /** It is gone. */
  unregisterEvent: 1,
  /** A link belongs to one of its ports. */
  netdevAttachEvent: 2,
  /** A link no longer belongs to one of its ports. */
  netdevDetachEvent: 3,
  /** It has a new name; since 6.14. */
  renameEvent: 4,
  /** The link of one of its ports has a new name; since 6.14. */
  netdevRenameEvent: 5,
});

/** Attributes of events. */
export const rdmaEventAttributes = attributes("rdma-event", NLDEV, {
  ...deviceHandle,
  ...portIndex,
  /** What happened. */
  eventType: [102, rdmaEventType],
  /** Index of the link. */
  ndevIndex: [50, u32],
  /** Name of the link. */
  ndevName: [51, string],
});
/** Something that happened to a device. */
export interface RdmaEvent
  extends AttributesOf<typeof deviceHandle>,
    AttributesOf<typeof portIndex>,
    Infer<typeof rdmaEventAttributes> {}

/** Events of devices (`RDMA_NLDEV_CMD_MONITOR`); since 6.12. */
export const rdmaEventObject = defineObject({
  name: "rdmaEvent",
  namedBy: ["devName", "devIndex", "portIndex"],
  layout: nest<RdmaEvent>(rdmaEventAttributes),
  types: { new: RDMA_NLDEV_CMD_MONITOR },
  groups: [RDMA_NL_GROUP_NOTIFY],
  verbs: ["notify"],
  filters: [],
});

/** Events of devices. Before 6.12 there are none. */
export interface RdmaEvents extends ObjectOf<typeof rdmaEventObject> {}
