import {
  aNumber,
  attributes,
  binary,
  checkOptions,
  type Infer,
  nest,
  type OptionChecks,
  padding,
  struct,
  u32,
  u64,
} from "@rxnetlink/core";
import { type LinkShape, linkShapeChecks, NO_RATE, rate64Of, ratespecOf } from "../rate-table.js";
import { type Ratespec, ratespec } from "../ratespec.js";
import { xmitTime } from "../units.js";

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

/** What {@link tbfOf} is told. */
export interface TbfRates extends LinkShape {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** How many bytes may be sent at once. */
  readonly burst: number;
  /** Longest queue, in bytes. */
  readonly limit: number;
  /** Rate within a burst, in bytes/s; `mtu` is then the burst of that. */
  readonly peakrate?: number;
}

const RATES: OptionChecks<TbfRates> = {
  ...linkShapeChecks,
  rate: aNumber,
  burst: aNumber,
  limit: aNumber,
  peakrate: aNumber,
};

/**
 * A token bucket in plain numbers: `tc qdisc … tbf rate 1mbit burst 10kb limit 30kb`.
 *
 * @example
 * { tbf: tbfOf({ rate: bytesPerSecond("1mbit"), burst: 10_240, limit: 30_720 }) }
 */
export function tbfOf(rates: TbfRates): Tbf {
  checkOptions("tbfOf", rates, RATES);
  const { rate, burst, limit, peakrate = 0, mtu, ...shape } = rates;
  const link = { ...shape, ...(mtu !== undefined && { mtu }) };
  return {
    ...rate64Of("rate64", rate),
    ...rate64Of("prate64", peakrate),
    parms: {
      rate: ratespecOf(rate, link),
      peakrate: peakrate === 0 ? NO_RATE : ratespecOf(peakrate, link),
      limit,
      buffer: xmitTime(rate, burst),
      mtu: peakrate === 0 ? 0 : xmitTime(peakrate, mtu ?? 0),
    },
    burst,
    ...(peakrate !== 0 && mtu !== undefined && { pburst: mtu }),
  };
}
