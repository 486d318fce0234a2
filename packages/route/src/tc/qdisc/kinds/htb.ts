import { aNumber, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import {
  attributes,
  binary,
  flag,
  type Infer,
  nest,
  orDefault,
  padding,
  readOnly,
  required,
  type Scalar,
  s32,
  struct,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type Input, keysIf, replacedWhole, withDefaults } from "../../request.js";
import { type LinkShape, linkShapeChecks, rate64Of, ratespecOf } from "../../values/rate-table.js";
import { effectiveRate, type Ratespec, ratespec, ratespecBeside64 } from "../../values/ratespec.js";
import { xmitTime } from "../../values/units.js";

/** `TC_HTB_PROTOVER`: version of the kernel interface. */
const VERSION = 3;
/** Maximum packet size that tc assumes, in bytes. */
const MTU = 1600;
/** Default burst, in bytes: a packet, and a margin for the resolution of the clock. */
const burstAt = (rate: number, mtu = MTU): number => Math.trunc(rate / 1e9) + mtu;

/** Version word; requests carry only the major version, even from a decoded value. */
const version: Scalar<number> = {
  ...u32,
  write: (out, value) => u32.write(out, out.request && value > 0xffff ? value >>> 16 : value),
};

/** Settings of an `htb` qdisc as a whole (`struct tc_htb_glob`). */
export const htbGlob = struct("tc_htb_glob", {
  /** Version of the interface: 3 in a request, the default; a reply has the minor version in the low half. */
  version: orDefault(version, VERSION),
  /** Divisor that derives a class's quantum from its rate; 10 by default. */
  rate2quantum: orDefault(u32, 10),
  /** Minor number of the default class, for packets that no filter classifies. */
  defcls: u32,
  /** Not used. */
  debug: u32,
  /** Packets sent directly because they belonged to no class; read-only. */
  directPkts: readOnly(u32),
});
/** Settings of an `htb` qdisc as a whole. */
export interface HtbGlob extends Infer<typeof htbGlob> {}

/** Settings of an `htb` class (`struct tc_htb_opt`). */
export const htbOpt = struct("tc_htb_opt", {
  /** Guaranteed rate. */
  rate: required(nest<Ratespec>(ratespec)),
  /** Maximum rate, reached by borrowing; `rate` by default. */
  ceil: nest<Ratespec>(ratespec),
  /** Burst at `rate`, as its transmission time in ticks; that of a packet of 1600 bytes by default. */
  buffer: u32,
  /** Burst at `ceil`, as its transmission time in ticks; likewise. */
  cbuffer: u32,
  /** Quantum, in bytes per turn; 0 derives it from the rate. */
  quantum: u32,
  /** Level above the leaves, which are 0; read-only. */
  level: readOnly(u32),
  /** Priority of a leaf when borrowing, 0 to 7, the lowest first. */
  prio: u32,
});
/** Settings of an `htb` class. */
export interface HtbOpt extends Infer<typeof htbOpt> {}

/** Settings of `htb`, the hierarchical token bucket: `init` of the qdisc, the others of a class (`TCA_HTB_*`). */
export const htbAttributes = attributes("htb-attrs", "TCA_HTB_", {
  /** Rates of a class. */
  parms: [1, nest<HtbOpt>(htbOpt)],
  /** Settings of the qdisc as a whole. */
  init: [2, nest<HtbGlob>(htbGlob)],
  /** Rate table of `ceil`; used by the kernel only when the link layer is unknown. */
  ctab: [3, binary],
  /** Rate table of `rate`; likewise. */
  rtab: [4, binary],
  /** Maximum queue length for packets of no class, in packets. */
  directQlen: [5, u32],
  /** Guaranteed rate, in bytes/s, when it exceeds 32 bits. */
  rate64: [6, u64],
  /** Maximum rate, in bytes/s, when it exceeds 32 bits. */
  ceil64: [7, u64],
  /** Alignment. */
  pad: [8, padding],
  /** Set when offloaded to the hardware; since 5.13. */
  offload: [9, flag],
});
/** Settings of `htb`, the hierarchical token bucket: `init` of the qdisc, the others of a class. */
export interface Htb extends Infer<typeof htbAttributes> {}

/** Layout of the settings of a qdisc, which needs `init`, even with nothing but defaults. */
export const htbQdisc = withDefaults(nest<Htb>(htbAttributes), (given) => ({ init: {}, ...given }));

/** Fills in the settings of a class: `ceil` follows from the rate, the bursts follow from both. */
function fillClass({ parms = {}, rate64, ceil64: given64, ...given }: Input<Htb>): Input<Htb> {
  const { rate: spec, ceil: given32, buffer, cbuffer } = parms;
  const ceil64 = given64 ?? (given32 === undefined ? rate64 : undefined);
  const rate = ratespecBeside64(rate64, spec);
  const ceil = ratespecBeside64(ceil64, given32 ?? rate);
  const [slow, fast] = [effectiveRate(rate64, rate), effectiveRate(ceil64, ceil)];
  return {
    ...given,
    ...(rate64 !== undefined && { rate64 }),
    ...(ceil64 !== undefined && { ceil64 }),
    parms: {
      ...parms,
      rate,
      ceil,
      buffer: buffer ?? xmitTime(slow, burstAt(slow)),
      cbuffer: cbuffer ?? xmitTime(fast, burstAt(fast)),
    },
  };
}

/** Layout of the settings of a class, which the kernel replaces as a whole; a new rate displaces the old 64-bit one. */
export const htbClass = withDefaults(
  replacedWhole(nest<Htb>(htbAttributes), ({ parms }) => [
    ...keysIf(parms?.rate?.rate !== undefined, "rate64"),
    ...keysIf(parms?.ceil?.rate !== undefined, "ceil64"),
  ]),
  fillClass,
);

/** Statistics of an `htb` class (`struct tc_htb_xstats`). */
export const htbXstats = struct("tc_htb_xstats", {
  /** Packets sent by others at its expense. */
  lends: u32,
  /** Packets sent at the expense of another class. */
  borrows: u32,
  /** Packets larger than the rate table covers; 0 in newer kernels. */
  giants: u32,
  /** Tokens at `rate`, in ticks. */
  tokens: s32,
  /** Tokens at `ceil`, in ticks. */
  ctokens: s32,
});
/** Statistics of an `htb` class. */
export interface HtbXstats extends Infer<typeof htbXstats> {}

/**
 * Returns the settings of an `htb` qdisc: `tc qdisc … htb default 20`. `defcls` is the minor number of the default
 * class, for packets that no filter classifies, 0 for none; a class's quantum is its rate divided by `rate2quantum`.
 */
export function htbOf(defcls = 0, rate2quantum = 10): Htb {
  return { init: { version: VERSION, rate2quantum, defcls, debug: 0, directPkts: 0 } };
}

/** Options of {@link htbClassOf}. */
export interface HtbRates extends LinkShape {
  /** Guaranteed rate, in bytes/s. */
  readonly rate: number;
  /** Maximum rate, reached by borrowing, in bytes/s; `rate` when absent. */
  readonly ceil?: number;
  /** Burst at `rate`, in bytes; when absent, `mtu` plus a byte for each 8 Gbit/s. */
  readonly burst?: number;
  /** Burst at `ceil`, in bytes; likewise. */
  readonly cburst?: number;
  /** Quantum, in bytes per turn; derived from the rate when absent. */
  readonly quantum?: number;
  /** Priority when borrowing, 0 to 7, the lowest first. */
  readonly prio?: number;
}

const RATES: OptionChecks<HtbRates> = {
  ...linkShapeChecks,
  rate: aNumber,
  ceil: aNumber,
  burst: aNumber,
  cburst: aNumber,
  quantum: aNumber,
  prio: aNumber,
};

/**
 * Returns the settings of an `htb` class from plain numbers: `tc class … htb rate 10mbit ceil 20mbit burst 15k prio
 * 3`.
 *
 * @example
 * { htb: htbClassOf({ rate: bytesPerSecond("10mbit"), ceil: bytesPerSecond("20mbit") }) }
 */
export function htbClassOf(rates: HtbRates): Htb {
  checkOptions("htbClassOf", rates, RATES);
  const { rate, ceil = rate, mtu = MTU, quantum = 0, prio = 0, ...shape } = rates;
  const { burst = burstAt(rate, mtu), cburst = burstAt(ceil, mtu), ...link } = shape;
  return {
    ...rate64Of("rate64", rate),
    ...rate64Of("ceil64", ceil),
    parms: {
      rate: ratespecOf(rate, { ...link, mtu }),
      ceil: ratespecOf(ceil, { ...link, mtu }),
      buffer: xmitTime(rate, burst),
      cbuffer: xmitTime(ceil, cburst),
      quantum,
      level: 0,
      prio,
    },
  };
}
