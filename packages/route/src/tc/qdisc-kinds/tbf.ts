import { attributes, binary, type Infer, nest, padding, struct, u32, u64 } from "@rxnetlink/core";
import { type Ratespec, ratespec } from "../ratespec.js";

/** Buckets of `tbf` (`struct tc_tbf_qopt`). */
export const tbfQopt = struct("tc_tbf_qopt", {
  /** Rate; above 2^32 - 1 bytes/s `rate64` has it. */
  rate: nest<Ratespec>(ratespec),
  /** Peak rate; all zero for none. */
  peakrate: nest<Ratespec>(ratespec),
  /** Longest queue, in bytes. */
  limit: u32,
  /** Burst at `rate`, as the time that it takes, in ticks. */
  buffer: u32,
  /** Burst at `peakrate`, as the time that it takes, in ticks. */
  mtu: u32,
});
/** Buckets of `tbf`. */
export interface TbfQopt extends Infer<typeof tbfQopt> {}

/** Settings of `tbf`, the token bucket filter (`TCA_TBF_*`). */
export const tbfAttributes = attributes("tbf-attrs", "TCA_TBF_", {
  /** Rates and limits. */
  parms: [1, nest<TbfQopt>(tbfQopt)],
  /** Rate table; the kernel looks at it only where the link layer is unknown. */
  rtab: [2, binary],
  /** Table of the peak rate, likewise. */
  ptab: [3, binary],
  /** Rate, in bytes/s, where 32 bits are too few. */
  rate64: [4, u64],
  /** Peak rate, in bytes/s, where 32 bits are too few. */
  prate64: [5, u64],
  /** Burst at `rate`, in bytes; write-only. */
  burst: [6, u32],
  /** Burst at the peak rate, in bytes; write-only. */
  pburst: [7, u32],
  /** Alignment. */
  pad: [8, padding],
});
/** Settings of `tbf`, the token bucket filter. */
export interface Tbf extends Infer<typeof tbfAttributes> {}
