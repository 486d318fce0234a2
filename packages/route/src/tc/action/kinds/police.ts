import { aNumber, anything, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import {
  attributes,
  binary,
  enumeration,
  type Infer,
  nest,
  orDefault,
  padding,
  readOnly,
  s32,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type Input, keysIf, missingMember, replacedWhole, withDefaults } from "../../request.js";
import {
  cellLogOf,
  type LinkShape,
  linkShapeChecks,
  NO_RATE,
  rate64Of,
  ratespecOf,
  rateTable,
} from "../../values/rate-table.js";
import { effectiveRate, type Ratespec, ratespec, ratespecBeside64 } from "../../values/ratespec.js";
import { xmitTime } from "../../values/units.js";
import { type TcfT, tcfT } from "../act-gen.js";

/** Largest packet covered by a rate table by default, in bytes. */
const LARGEST_PACKET = 2047;

/** Verdicts on packets that conform to or exceed a rate (`TC_POLICE_*`). */
export const policeResult = enumeration("TC_POLICE_", s32, {
  /** Unspecified. */
  unspec: -1,
  /** Passed. */
  ok: 0,
  /** Reclassified. */
  reclassify: 1,
  /** Dropped. */
  shot: 2,
  /** Passed to the next action. */
  pipe: 3,
});

/** Parameters of `police` (`struct tc_police`). */
export const policeParms = struct("tc_police", {
  /** Index among the policers; 0 in a request lets the kernel choose. */
  index: u32,
  /** Verdict on packets that exceed the rate; `"reclassify"` by default. */
  action: orDefault(policeResult, "reclassify"),
  /** Not used. */
  limit: u32,
  /** Burst, as its transmission time in ticks; required with a rate. */
  burst: u32,
  /** Largest packet, in bytes; 0, the default, is the largest that the rate table covers. */
  mtu: u32,
  /** Rate; all zeros for none. */
  rate: nest<Ratespec>(ratespec),
  /** Peak rate; all zeros for none. */
  peakrate: nest<Ratespec>(ratespec),
  /** Reference count; read-only. */
  refcnt: readOnly(s32),
  /** Number of filters bound to it; read-only. */
  bindcnt: readOnly(s32),
  /** Not used. */
  capab: u32,
});
/** Parameters of `police`. */
export interface PoliceParms extends Infer<typeof policeParms> {}

/** The same verdicts in an unsigned word. */
const policeOk = enumeration("TC_POLICE_", u32, {
  /** Passed. */
  ok: 0,
  /** Reclassified. */
  reclassify: 1,
  /** Dropped. */
  shot: 2,
  /** Passed to the next action. */
  pipe: 3,
});

/** Settings of `police`: enforces a rate (`TCA_POLICE_*`). */
export const policeAttributes = attributes("police-attrs", "TCA_POLICE_", {
  /** Parameters. */
  tbf: [1, nest<PoliceParms>(policeParms)],
  /** Rate table, which the kernel requires with a rate; write-only, computed when absent. */
  rate: [2, binary],
  /** Rate table of the peak rate; likewise. */
  peakrate: [3, binary],
  /** Maximum rate measured by the estimator, in bytes/s. */
  avrate: [4, u32],
  /** Verdict on packets that conform. */
  result: [5, policeOk],
  /** Timestamps; read-only. */
  tm: [6, readOnly(nest<TcfT>(tcfT))],
  /** Alignment. */
  pad: [7, padding],
  /** Rate, in bytes/s, when it exceeds 32 bits. */
  rate64: [8, u64],
  /** Peak rate, in bytes/s, when it exceeds 32 bits. */
  peakrate64: [9, u64],
  /** Rate in packets/s, instead of bytes/s; since 5.13. */
  pktrate64: [10, u64],
  /** Burst in packets, as its transmission time in ticks, `xmitTime(rate, packets)`; since 5.13. */
  pktburst64: [11, u64],
});
/** Settings of `police`: enforces a rate. */
export interface PoliceAction extends Infer<typeof policeAttributes> {}

/** Returns a rate and its table, which the kernel requires but does not report. */
function withTable(
  rate64: bigint | undefined,
  given: Input<Ratespec> | undefined,
  mtu: number | undefined,
): { spec: Input<Ratespec> | undefined; table?: Uint8Array } {
  const spec = ratespecBeside64(rate64, given);
  if (spec === undefined || effectiveRate(rate64, spec) === 0) return { spec };
  const { linklayer, mpu = 0 } = spec;
  const cellLog = spec.cellLog || cellLogOf(mtu || LARGEST_PACKET);
  const rate = effectiveRate(rate64, spec);
  const layer = linklayer === "atm" ? linklayer : "ethernet";
  const table = rateTable({ rate, mpu, linklayer: layer, mtu: (256 << cellLog) - 1 });
  return { spec: { ...spec, cellLog }, table };
}

/** Fills in the tables, which follow from the rates. */
function fill({ tbf = {}, rate64, peakrate64, ...given }: Input<PoliceAction>): Input<PoliceAction> {
  const { spec, table } = withTable(rate64, tbf.rate, tbf.mtu);
  const { spec: peakrate, table: peakTable } = withTable(peakrate64, tbf.peakrate, tbf.mtu);
  if (table !== undefined && tbf.burst === undefined && !tbf.index) throw missingMember("tbf", "burst");
  if (peakTable !== undefined && tbf.mtu === undefined) throw missingMember("tbf", "mtu");
  return {
    tbf: { ...tbf, rate: spec, peakrate },
    ...(table && { rate: table }),
    ...(peakTable && { peakrate: peakTable }),
    ...(rate64 !== undefined && { rate64 }),
    ...(peakrate64 !== undefined && { peakrate64 }),
    ...given,
  };
}

/** Layout of {@link PoliceAction}, which the kernel replaces as a whole; a new rate displaces the old one. */
export const actPolice = withDefaults(
  replacedWhole(nest<PoliceAction>(policeAttributes), ({ tbf, pktrate64 }) => [
    ...keysIf(tbf?.rate?.rate !== undefined, "rate64", "pktrate64", "pktburst64"),
    ...keysIf(tbf?.peakrate?.rate !== undefined, "peakrate64"),
    ...keysIf(pktrate64 !== undefined, "rate64", "peakrate64"),
  ]),
  fill,
);

/** Options of {@link policeOf}. */
export interface PoliceRates extends LinkShape {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** Burst, in bytes. */
  readonly burst: number;
  /** Peak rate, in bytes/s; its burst is `mtu`. */
  readonly peakrate?: number;
  /** Verdict on packets that exceed the rate; `"reclassify"` when absent. */
  readonly action?: PoliceParms["action"];
  /** Verdict on packets that conform; they pass when absent. */
  readonly result?: PoliceAction["result"];
  /** Index among the policers; chosen by the kernel when absent. */
  readonly index?: number;
}

const RATES: OptionChecks<PoliceRates> = {
  ...linkShapeChecks,
  rate: aNumber,
  burst: aNumber,
  peakrate: aNumber,
  action: anything,
  result: anything,
  index: aNumber,
};

/**
 * Returns the settings of a policer from plain numbers: `police rate 1mbit burst 10k conform-exceed drop/pipe`.
 *
 * @example
 * { police: policeOf({ rate: bytesPerSecond("1mbit"), burst: 10_240, action: "shot", result: "pipe" }) }
 */
export function policeOf(rates: PoliceRates): PoliceAction {
  checkOptions("policeOf", rates, RATES);
  const { rate, burst, peakrate = 0, action = "reclassify", result, index = 0, mtu = 0, ...shape } = rates;
  const link = { ...shape, ...(mtu !== 0 && { mtu }) };
  const counts = { refcnt: 0, bindcnt: 0, capab: 0, limit: 0 };
  return {
    tbf: {
      index,
      action,
      burst: xmitTime(rate, burst),
      mtu,
      rate: ratespecOf(rate, link),
      peakrate: peakrate === 0 ? NO_RATE : ratespecOf(peakrate, link),
      ...counts,
    },
    rate: rateTable({ rate, ...link }),
    ...rate64Of("rate64", rate),
    ...(peakrate !== 0 && { peakrate: rateTable({ rate: peakrate, ...link }) }),
    ...rate64Of("peakrate64", peakrate),
    ...(result !== undefined && { result }),
  };
}
