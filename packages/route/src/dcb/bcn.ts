import { attributes, flag, type Infer, u8, u32 } from "@rxnetlink/core/schema";

/** Backward congestion notification (`DCB_BCN_ATTR_*`), passed to the driver as is. */
export const dcbBcnAttributes = attributes("dcb-bcn-attrs", "DCB_BCN_ATTR_", {
  /** Rate limit of priority 0, 0 or 1. */
  rp_0: [1, u8],
  /** Rate limit of priority 1, 0 or 1. */
  rp_1: [2, u8],
  /** Rate limit of priority 2, 0 or 1. */
  rp_2: [3, u8],
  /** Rate limit of priority 3, 0 or 1. */
  rp_3: [4, u8],
  /** Rate limit of priority 4, 0 or 1. */
  rp_4: [5, u8],
  /** Rate limit of priority 5, 0 or 1. */
  rp_5: [6, u8],
  /** Rate limit of priority 6, 0 or 1. */
  rp_6: [7, u8],
  /** Rate limit of priority 7, 0 or 1. */
  rp_7: [8, u8],
  /** Request marker: selects all priorities. */
  rpAll: [9, flag],
  /** High half of the address of the congestion point. */
  bcna_0: [10, u32],
  /** Low half of the address of the congestion point. */
  bcna_1: [11, u32],
  /** Weight of a change in queue length. */
  alpha: [12, u32],
  /** Weight of the queue length. */
  beta: [13, u32],
  /** Factor by which the rate decreases. */
  gd: [14, u32],
  /** Increment of the rate. */
  gi: [15, u32],
  /** Maximum time without a rate limit. */
  tmax: [16, u32],
  /** Interval of probes. */
  td: [17, u32],
  /** Minimum rate. */
  rmin: [18, u32],
  /** Weight of earlier values. */
  w: [19, u32],
  /** Decrement of the rate. */
  rd: [20, u32],
  /** Unit of the rate. */
  ru: [21, u32],
  /** Weight of the round trip time. */
  wrtt: [22, u32],
  /** Initial rate. */
  ri: [23, u32],
  /** Capacity. */
  c: [24, u32],
  /** Request marker: selects all members but the priorities. */
  all: [25, flag],
});
/** Backward congestion notification. */
export interface DcbBcn extends Infer<typeof dcbBcnAttributes> {}
