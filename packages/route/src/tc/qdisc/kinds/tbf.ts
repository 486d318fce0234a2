import { aNumber, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import {
  attributes,
  binary,
  type Infer,
  nest,
  padding,
  required,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type Input, keysIf, missingMember, replacedWhole, withDefaults } from "../../request.js";
import { type LinkShape, linkShapeChecks, NO_RATE, rate64Of, ratespecOf } from "../../values/rate-table.js";
import { effectiveRate, type Ratespec, ratespec, ratespecBeside64 } from "../../values/ratespec.js";
import { xmitTime } from "../../values/units.js";

/** Token buckets of `tbf` (`struct tc_tbf_qopt`). */
export const tbfQopt = struct("tc_tbf_qopt", {
  /** Rate; above 2^32 - 1 bytes/s, see `rate64`. */
  rate: required(nest<Ratespec>(ratespec)),
  /** Peak rate; none by default, all zeros. */
  peakrate: nest<Ratespec>(ratespec),
  /** Maximum queue length, in bytes. */
  limit: required(u32),
  /** Burst at `rate`, as its transmission time in ticks; `burst` has it in bytes. */
  buffer: required(u32),
  /** Burst at `peakrate`, as its transmission time in ticks; `pburst` has it in bytes. Required with a peak rate. */
  mtu: u32,
});
/** Token buckets of `tbf`. */
export interface TbfQopt extends Infer<typeof tbfQopt> {}

/** Settings of `tbf`, the token bucket filter (`TCA_TBF_*`). */
export const tbfAttributes = attributes("tbf-attrs", "TCA_TBF_", {
  /** Rates and limits. */
  parms: [1, nest<TbfQopt>(tbfQopt)],
  /** Rate table; used by the kernel only when the link layer is unknown. */
  rtab: [2, binary],
  /** Rate table of the peak rate; likewise. */
  ptab: [3, binary],
  /** Rate, in bytes/s, when it exceeds 32 bits. */
  rate64: [4, u64],
  /** Peak rate, in bytes/s, when it exceeds 32 bits. */
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

/** Converts bursts in bytes to ticks as well, the only form that kernels before 3.15 read. */
function fill({ parms = {}, rate64, prate64, burst, pburst, ...given }: Input<Tbf>): Input<Tbf> {
  const [rate, peakrate] = [ratespecBeside64(rate64, parms.rate), ratespecBeside64(prate64, parms.peakrate)];
  const peak = effectiveRate(prate64, peakrate);
  const buffer = burst === undefined ? parms.buffer : xmitTime(effectiveRate(rate64, rate), burst);
  const mtu = pburst === undefined ? parms.mtu : xmitTime(peak, pburst);
  if (peak !== 0 && mtu === undefined) throw missingMember("parms", "mtu");
  return {
    ...given,
    ...(rate64 !== undefined && { rate64 }),
    ...(prate64 !== undefined && { prate64 }),
    parms: { ...parms, rate, peakrate, buffer, mtu },
    ...(burst !== undefined && { burst }),
    ...(pburst !== undefined && { pburst }),
  };
}

/** Layout of {@link Tbf}, which the kernel replaces as a whole; a new rate displaces the old 64-bit one. */
export const tbfQdisc = withDefaults(
  replacedWhole(nest<Tbf>(tbfAttributes), ({ parms }) => [
    ...keysIf(parms?.rate?.rate !== undefined, "rate64"),
    ...keysIf(parms?.peakrate?.rate !== undefined, "prate64"),
  ]),
  fill,
);

/** Options of {@link tbfOf}. */
export interface TbfRates extends LinkShape {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** Burst, in bytes. */
  readonly burst: number;
  /** Maximum queue length, in bytes. */
  readonly limit: number;
  /** Peak rate, in bytes/s; its burst is `mtu`. */
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
 * Returns the settings of a token bucket from plain numbers: `tc qdisc … tbf rate 1mbit burst 10kb limit 30kb`.
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
