import {
  attributes,
  enumeration,
  type Infer,
  nest,
  s32,
  s64,
  sequence,
  sharedAttributes,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Form in which a driver wants a number printed (`RDMA_NLDEV_PRINT_TYPE_*`). */
export const rdmaPrintType = enumeration("RDMA_NLDEV_PRINT_TYPE_", u8, {
  /** Decimal. */
  unspec: 0,
  /** Hexadecimal. */
  hex: 1,
});

/** Attributes of a piece of what a driver tells. */
export const rdmaDriverAttributes = attributes("rdma-driver", "RDMA_NLDEV_ATTR_DRIVER_", {
  /** Name of the next value, or a text that is one. */
  string: [54, string],
  /** Form of the next number. */
  printType: [55, rdmaPrintType],
  /** Value. */
  s32: [56, s32],
  /** Value. */
  u32: [57, u32],
  /** Value. */
  s64: [58, s64],
  /** Value. */
  u64: [59, u64],
});
/** A piece of what a driver tells: a name, the form of a number, or a value; each has one member. */
export interface RdmaDriverItem extends Infer<typeof rdmaDriverAttributes> {}

/** What a driver tells of a resource. */
export const driverDetails = sharedAttributes({
  /** What its driver tells beyond that: names, each with its value. */
  driver: [52, sequence(nest<RdmaDriverItem>(rdmaDriverAttributes))],
});
