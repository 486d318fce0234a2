import { attributes, type Infer, nest, orDefault, struct, u32 } from "@rxnetlink/core";
import { defaultBy, filled } from "../request.js";

/** Bins that are 4/5 full make their flows lose packets. */
const maxFor = ({ binSize = 20 }: { binSize?: number }) => Math.trunc((binSize * 5 + 1) / 4);
const binSizeFor = ({ max = 25 }: { max?: number }) => Math.trunc((max * 4 + 3) / 5);

/** Settings of stochastic fair blue (`struct tc_sfb_qopt`). */
export const sfbQopt = struct("tc_sfb_qopt", {
  /** Time between changes of the hash, in ms; 600 000 by default. */
  rehashInterval: orDefault(u32, 600_000),
  /** How long the next hash is warmed up before, in ms; 60 000 by default. */
  warmupTime: orDefault(u32, 60_000),
  /** Longest queue of a bin, in packets; 25 by default, or 5/4 of `binSize`. */
  max: defaultBy(u32, maxFor),
  /** Queue of a bin from which its probability grows, in packets; 4/5 of `max` by default. */
  binSize: defaultBy(u32, binSizeFor),
  /** By what the probability grows, of 65535; 33 by default. */
  increment: orDefault(u32, 33),
  /** By what it falls, of 65535; 3 by default. */
  decrement: orDefault(u32, 3),
  /** Longest queue of all, in packets; 0, the default, is the link's queue length. */
  limit: u32,
  /** Rate of flows that do not slow down, in packets/s; 10 by default. */
  penaltyRate: orDefault(u32, 10),
  /** Burst of those, in packets; 20 by default. */
  penaltyBurst: orDefault(u32, 20),
});
/** Settings of stochastic fair blue. */
export interface SfbQopt extends Infer<typeof sfbQopt> {}

/** Settings of `sfb`, stochastic fair blue (`TCA_SFB_*`). */
export const sfbAttributes = attributes("sfb-attrs", "TCA_SFB_", {
  /** Settings. */
  parms: [1, nest<SfbQopt>(sfbQopt)],
});
/** Settings of `sfb`, stochastic fair blue. */
export interface Sfb extends Infer<typeof sfbAttributes> {}
/** Defaults are sent too: a kernel that finds settings wants them all. */
export const sfbQdisc = filled(nest<Sfb>(sfbAttributes), (given) => ({ parms: {}, ...given }));

/** Statistics of `sfb` (`struct tc_sfb_xstats`). */
export const sfbXstats = struct("tc_sfb_xstats", {
  /** Packets dropped at random. */
  earlydrop: u32,
  /** Packets of unresponsive flows dropped. */
  penaltydrop: u32,
  /** Packets dropped since their bin was full. */
  bucketdrop: u32,
  /** Packets dropped since the queue was full. */
  queuedrop: u32,
  /** Packets that the inner qdisc dropped. */
  childdrop: u32,
  /** Packets marked. */
  marked: u32,
  /** Longest queue of a bin now, in packets. */
  maxqlen: u32,
  /** Highest probability of a bin now, of 65535. */
  maxprob: u32,
  /** Mean probability, of 65535. */
  avgprob: u32,
});
/** Statistics of `sfb`. */
export interface SfbXstats extends Infer<typeof sfbXstats> {}
