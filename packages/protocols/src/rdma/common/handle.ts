import { type AttributesOf, padding, sharedAttributes, string, u32 } from "@rxnetlink/core/schema";

/** Prefix of all attributes of devices: the nests of their messages share one set of numbers. */
export const NLDEV = "RDMA_NLDEV_ATTR_";

/** Attributes that name a device. */
export const deviceHandle = sharedAttributes({
  /** Alignment. */
  pad: [0, padding],
  /** Index of the device. */
  devIndex: [1, u32],
  /** Name of the device: `"rxe0"`. */
  devName: [2, string],
});

/** A port of a device. */
export const portIndex = sharedAttributes({
  /** Number of the port, from 1. */
  portIndex: [3, u32],
});

/** Device that a message is about. */
export interface RdmaHandle extends AttributesOf<typeof deviceHandle> {}
