import {
  aNumber,
  anything,
  attributes,
  binary,
  checkOptions,
  enumeration,
  type Infer,
  nest,
  type OptionChecks,
  orDefault,
  padding,
  readOnly,
  s32,
  struct,
  u32,
  u64,
} from "@rxnetlink/core";
import { type TcfT, tcfT } from "../action/act-gen.js";
import { filled, type Given, missing, replaced, where } from "../request.js";
import {
  cellLogOf,
  type LinkShape,
  linkShapeChecks,
  NO_RATE,
  rate64Of,
  ratespecOf,
  rateTable,
} from "../values/rate-table.js";
import { beside, type Ratespec, ratespec, speedOf } from "../values/ratespec.js";
import { xmitTime } from "../values/units.js";

/** The largest packet that a rate table has room for where nothing is said of it, in bytes. */
const LARGEST_PACKET = 2047;

/** What becomes of packets that keep or exceed a rate (`TC_POLICE_*`). */
export const policeResult = enumeration("TC_POLICE_", s32, {
  /** Nothing is said. */
  unspec: -1,
  /** They go on. */
  ok: 0,
  /** They are sorted anew. */
  reclassify: 1,
  /** They are dropped. */
  shot: 2,
  /** The next action sees them. */
  pipe: 3,
});

/** Parameters of `police` (`struct tc_police`). */
export const policeParms = struct("tc_police", {
  /** Its number; 0 in a request chooses one. */
  index: u32,
  /** What becomes of packets that exceed the rate; they are sorted anew by default. */
  action: orDefault(policeResult, "reclassify"),
  /** Not used. */
  limit: u32,
  /** Burst, as the time that it takes, in ticks; needed with a rate. */
  burst: u32,
  /** Largest packet, in bytes; 0, the default, is what the rate table has room for. */
  mtu: u32,
  /** Rate; all zero for none. */
  rate: nest<Ratespec>(ratespec),
  /** Peak rate; all zero for none. */
  peakrate: nest<Ratespec>(ratespec),
  /** How many hold it; read-only. */
  refcnt: readOnly(s32),
  /** How many filters do; read-only. */
  bindcnt: readOnly(s32),
  /** Not used. */
  capab: u32,
});
/** Parameters of `police`. */
export interface PoliceParms extends Infer<typeof policeParms> {}

/** The same in an unsigned word. */
const policeOk = enumeration("TC_POLICE_", u32, {
  /** They go on. */
  ok: 0,
  /** They are sorted anew. */
  reclassify: 1,
  /** They are dropped. */
  shot: 2,
  /** The next action sees them. */
  pipe: 3,
});

/** Settings of `police`: packets must keep a rate (`TCA_POLICE_*`). */
export const policeAttributes = attributes("police-attrs", "TCA_POLICE_", {
  /** Parameters. */
  tbf: [1, nest<PoliceParms>(policeParms)],
  /** Rate table, which the kernel wants where there is a rate; write-only, and computed where it is absent. */
  rate: [2, binary],
  /** Table of the peak rate, likewise. */
  peakrate: [3, binary],
  /** Rate by the estimator that must be kept, in bytes/s. */
  avrate: [4, u32],
  /** What becomes of packets that keep it. */
  result: [5, policeOk],
  /** Times; read-only. */
  tm: [6, readOnly(nest<TcfT>(tcfT))],
  /** Alignment. */
  pad: [7, padding],
  /** Rate, in bytes/s, where 32 bits are too few. */
  rate64: [8, u64],
  /** Peak rate, in bytes/s, where 32 bits are too few. */
  peakrate64: [9, u64],
  /** Rate in packets/s, in place of bytes; since 5.13. */
  pktrate64: [10, u64],
  /** Burst in packets, as the time that it takes, in ticks: `xmitTime(rate, packets)`; since 5.13. */
  pktburst64: [11, u64],
});
/** Settings of `police`: packets must keep a rate. */
export interface PoliceAction extends Infer<typeof policeAttributes> {}

/** A rate and its table, which the kernel wants but does not report. */
function withTable(
  rate64: bigint | undefined,
  given: Given<Ratespec> | undefined,
  mtu: number | undefined,
): { spec: Given<Ratespec> | undefined; table?: Uint8Array } {
  const spec = beside(rate64, given);
  if (spec === undefined || speedOf(rate64, spec) === 0) return { spec };
  const { linklayer, mpu = 0 } = spec;
  const cellLog = spec.cellLog || cellLogOf(mtu || LARGEST_PACKET);
  const rate = speedOf(rate64, spec);
  const layer = linklayer === "atm" ? linklayer : "ethernet";
  const table = rateTable({ rate, mpu, linklayer: layer, mtu: (256 << cellLog) - 1 });
  return { spec: { ...spec, cellLog }, table };
}

/** Tables follow from the rates. */
function fill({ tbf = {}, rate64, peakrate64, ...given }: Given<PoliceAction>): Given<PoliceAction> {
  const { spec, table } = withTable(rate64, tbf.rate, tbf.mtu);
  const { spec: peakrate, table: peakTable } = withTable(peakrate64, tbf.peakrate, tbf.mtu);
  if (table !== undefined && tbf.burst === undefined && !tbf.index) throw missing("tbf", "burst");
  if (peakTable !== undefined && tbf.mtu === undefined) throw missing("tbf", "mtu");
  return {
    tbf: { ...tbf, rate: spec, peakrate },
    ...(table && { rate: table }),
    ...(peakTable && { peakrate: peakTable }),
    ...(rate64 !== undefined && { rate64 }),
    ...(peakrate64 !== undefined && { peakrate64 }),
    ...given,
  };
}

/** The same, which the kernel replaces as a whole; a new rate takes the place of the old one. */
export const actPolice = filled(
  replaced(nest<PoliceAction>(policeAttributes), ({ tbf, pktrate64 }) => [
    ...where(tbf?.rate?.rate !== undefined, "rate64", "pktrate64", "pktburst64"),
    ...where(tbf?.peakrate?.rate !== undefined, "peakrate64"),
    ...where(pktrate64 !== undefined, "rate64", "peakrate64"),
  ]),
  fill,
);

/** What {@link policeOf} is told. */
export interface PoliceRates extends LinkShape {
  /** Rate, in bytes/s. */
  readonly rate: number;
  /** How many bytes may come at once. */
  readonly burst: number;
  /** Rate within a burst, in bytes/s; `mtu` is then the burst of that. */
  readonly peakrate?: number;
  /** What becomes of packets that exceed the rate; they are sorted anew where absent. */
  readonly action?: PoliceParms["action"];
  /** What becomes of packets that keep it; they go on where absent. */
  readonly result?: PoliceAction["result"];
  /** Its number; chosen where absent. */
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
 * A policer in plain numbers: `police rate 1mbit burst 10k conform-exceed drop/pipe`.
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
