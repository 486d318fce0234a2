import { attributes, flag, type Infer, u8, u32 } from "@rxnetlink/core";

/** Backward congestion notification (`DCB_BCN_ATTR_*`), as the driver takes it. */
export const dcbBcnAttributes = attributes("dcb-bcn-attrs", "DCB_BCN_ATTR_", {
  /** Whether priority 0 has a rate limit, 0 or 1. */
  rp_0: [1, u8],
  /** Whether priority 1 has a rate limit, 0 or 1. */
  rp_1: [2, u8],
  /** Whether priority 2 has a rate limit, 0 or 1. */
  rp_2: [3, u8],
  /** Whether priority 3 has a rate limit, 0 or 1. */
  rp_3: [4, u8],
  /** Whether priority 4 has a rate limit, 0 or 1. */
  rp_4: [5, u8],
  /** Whether priority 5 has a rate limit, 0 or 1. */
  rp_5: [6, u8],
  /** Whether priority 6 has a rate limit, 0 or 1. */
  rp_6: [7, u8],
  /** Whether priority 7 has a rate limit, 0 or 1. */
  rp_7: [8, u8],
  /** Get: all priorities. */
  rpAll: [9, flag],
  /** High half of the address of the congestion point. */
  bcna_0: [10, u32],
  /** Low half of the address of the congestion point. */
  bcna_1: [11, u32],
  /** Weight of the change of the queue. */
  alpha: [12, u32],
  /** Weight of the queue. */
  beta: [13, u32],
  /** Factor by which the rate falls. */
  gd: [14, u32],
  /** By how much the rate rises. */
  gi: [15, u32],
  /** Longest time without a rate limit. */
  tmax: [16, u32],
  /** Time between probes. */
  td: [17, u32],
  /** Lowest rate. */
  rmin: [18, u32],
  /** Weight of what was before. */
  w: [19, u32],
  /** By how much the rate falls. */
  rd: [20, u32],
  /** Unit of the rate. */
  ru: [21, u32],
  /** Weight of the round trip time. */
  wrtt: [22, u32],
  /** First rate. */
  ri: [23, u32],
  /** Capacity. */
  c: [24, u32],
  /** Get: all numbers. */
  all: [25, flag],
});
/** Backward congestion notification. */
export interface DcbBcn extends Infer<typeof dcbBcnAttributes> {}
