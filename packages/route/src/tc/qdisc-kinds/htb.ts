import {
  aNumber,
  attributes,
  binary,
  checkOptions,
  flag,
  type Infer,
  nest,
  type OptionChecks,
  orDefault,
  padding,
  readOnly,
  required,
  type Scalar,
  s32,
  struct,
  u32,
  u64,
} from "@rxnetlink/core";
import { filled, type Given, replaced, where } from "../request.js";
import { type LinkShape, linkShapeChecks, rate64Of, ratespecOf } from "../values/rate-table.js";
import { beside, type Ratespec, ratespec, speedOf } from "../values/ratespec.js";
import { xmitTime } from "../values/units.js";

/** `TC_HTB_PROTOVER`: of the interface. */
const VERSION = 3;
/** Largest packet, as tc assumes it. */
const MTU = 1600;
/** How many bytes may be sent at once where nothing is said of it: a packet, and what the clock's resolution adds. */
const burstAt = (rate: number, mtu = MTU): number => Math.trunc(rate / 1e9) + mtu;

/** The major version alone is asked for, also where it was read. */
const version: Scalar<number> = {
  ...u32,
  write: (out, value) => u32.write(out, out.request && value > 0xffff ? value >>> 16 : value),
};

/** Settings of an `htb` qdisc as a whole (`struct tc_htb_glob`). */
export const htbGlob = struct("tc_htb_glob", {
  /** Version of the interface: 3 in a request, which is the default; in an answer the minor one is in the low half. */
  version: orDefault(version, VERSION),
  /** By what a class's rate is divided for its quantum; 10 by default. */
  rate2quantum: orDefault(u32, 10),
  /** Minor number of the class for packets that no filter sorts. */
  defcls: u32,
  /** Not used. */
  debug: u32,
  /** Packets that no class had and that were sent at once; read-only. */
  directPkts: readOnly(u32),
});
/** Settings of an `htb` qdisc as a whole. */
export interface HtbGlob extends Infer<typeof htbGlob> {}

/** Settings of an `htb` class (`struct tc_htb_opt`). */
export const htbOpt = struct("tc_htb_opt", {
  /** Assured rate. */
  rate: required(nest<Ratespec>(ratespec)),
  /** Rate that it reaches by borrowing; `rate` by default. */
  ceil: nest<Ratespec>(ratespec),
  /** Burst at `rate`, as the time that it takes, in ticks; that of a packet of 1600 bytes by default. */
  buffer: u32,
  /** Burst at `ceil`, as the time that it takes, in ticks, likewise. */
  cbuffer: u32,
  /** Bytes that it sends in its turn; 0 computes it from the rate. */
  quantum: u32,
  /** Distance from the leaves, which are 0; read-only. */
  level: readOnly(u32),
  /** Priority of a leaf when it borrows, 0 to 7; the lowest first. */
  prio: u32,
});
/** Settings of an `htb` class. */
export interface HtbOpt extends Infer<typeof htbOpt> {}

/** Settings of `htb`, the hierarchy of token buckets: `init` of the qdisc, the others of a class (`TCA_HTB_*`). */
export const htbAttributes = attributes("htb-attrs", "TCA_HTB_", {
  /** Rates of a class. */
  parms: [1, nest<HtbOpt>(htbOpt)],
  /** The qdisc as a whole. */
  init: [2, nest<HtbGlob>(htbGlob)],
  /** Rate table of `ceil`; the kernel looks at it only where the link layer is unknown. */
  ctab: [3, binary],
  /** Rate table of `rate`, likewise. */
  rtab: [4, binary],
  /** Longest queue of packets that no class has. */
  directQlen: [5, u32],
  /** Assured rate, in bytes/s, where 32 bits are too few. */
  rate64: [6, u64],
  /** Ceiling, in bytes/s, where 32 bits are too few. */
  ceil64: [7, u64],
  /** Alignment. */
  pad: [8, padding],
  /** The hardware does it; since 5.13. */
  offload: [9, flag],
});
/** Settings of `htb`, the hierarchy of token buckets: `init` of the qdisc, the others of a class. */
export interface Htb extends Infer<typeof htbAttributes> {}

/** A qdisc needs `init`, be it with nothing but defaults. */
export const htbQdisc = filled(nest<Htb>(htbAttributes), (given) => ({ init: {}, ...given }));

/** A class: the ceiling follows from the rate, the bursts from both. */
function fillClass({ parms = {}, rate64, ceil64: given64, ...given }: Given<Htb>): Given<Htb> {
  const { rate: spec, ceil: given32, buffer, cbuffer } = parms;
  const ceil64 = given64 ?? (given32 === undefined ? rate64 : undefined);
  const rate = beside(rate64, spec);
  const ceil = beside(ceil64, given32 ?? rate);
  const [slow, fast] = [speedOf(rate64, rate), speedOf(ceil64, ceil)];
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

/** Settings of a class, which the kernel replaces as a whole; a new rate takes the place of the old one of 64 bits. */
export const htbClass = filled(
  replaced(nest<Htb>(htbAttributes), ({ parms }) => [
    ...where(parms?.rate?.rate !== undefined, "rate64"),
    ...where(parms?.ceil?.rate !== undefined, "ceil64"),
  ]),
  fillClass,
);

/** Statistics of an `htb` class (`struct tc_htb_xstats`). */
export const htbXstats = struct("tc_htb_xstats", {
  /** Packets that others sent on its account. */
  lends: u32,
  /** Packets that it sent on another's account. */
  borrows: u32,
  /** Packets larger than the rate table; 0 in newer kernels. */
  giants: u32,
  /** Tokens at `rate`, in ticks. */
  tokens: s32,
  /** Tokens at `ceil`, in ticks. */
  ctokens: s32,
});
/** Statistics of an `htb` class. */
export interface HtbXstats extends Infer<typeof htbXstats> {}

/**
 * An `htb` qdisc: `tc qdisc … htb default 20`. `defcls` is the minor number of the class for packets that no filter
 * sorts, 0 for none; a class's rate divided by `rate2quantum` is what it sends in its turn.
 */
export function htbOf(defcls = 0, rate2quantum = 10): Htb {
  return { init: { version: VERSION, rate2quantum, defcls, debug: 0, directPkts: 0 } };
}

/** What {@link htbClassOf} is told. */
export interface HtbRates extends LinkShape {
  /** Assured rate, in bytes/s. */
  readonly rate: number;
  /** Rate that it reaches by borrowing, in bytes/s; `rate` where absent. */
  readonly ceil?: number;
  /** How many bytes may be sent at once at `rate`; a packet of `mtu` where absent, and a byte more for each 8 Gbit/s. */
  readonly burst?: number;
  /** How many bytes may be sent at once at `ceil`, likewise. */
  readonly cburst?: number;
  /** Bytes that it sends in its turn; computed from the rate where absent. */
  readonly quantum?: number;
  /** Priority when it borrows, 0 to 7; the lowest first. */
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
 * An `htb` class in plain numbers: `tc class … htb rate 10mbit ceil 20mbit burst 15k prio 3`.
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
