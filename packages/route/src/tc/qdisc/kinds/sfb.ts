import { attributes, type Infer, nest, orDefault, struct, u32 } from "@rxnetlink/core/schema";
import { defaultBy, withDefaults } from "../../request.js";

/** Derives the maximum of a bin from its target length, which is 4/5 of it. */
const maxFor = ({ binSize = 20 }: { binSize?: number }) => Math.trunc((binSize * 5 + 1) / 4);
const binSizeFor = ({ max = 25 }: { max?: number }) => Math.trunc((max * 4 + 3) / 5);

/** Parameters of stochastic fair blue (`struct tc_sfb_qopt`). */
export const sfbQopt = struct("tc_sfb_qopt", {
  /** Interval of changes of the hash, in ms; 600 000 by default. */
  rehashInterval: orDefault(u32, 600_000),
  /** Time for which the next hash is warmed up, in ms; 60 000 by default. */
  warmupTime: orDefault(u32, 60_000),
  /** Maximum queue length of a bin, in packets; 25 by default, or 5/4 of `binSize`. */
  max: defaultBy(u32, maxFor),
  /** Target queue length of a bin, above which its probability increases, in packets; 4/5 of `max` by default. */
  binSize: defaultBy(u32, binSizeFor),
  /** Increment of the probability, as a fraction of 65535; 33 by default. */
  increment: orDefault(u32, 33),
  /** Decrement of the probability, as a fraction of 65535; 3 by default. */
  decrement: orDefault(u32, 3),
  /** Maximum total queue length, in packets; 0, the default, is the link's transmit queue length. */
  limit: u32,
  /** Rate limit of flows that do not respond to congestion, in packets/s; 10 by default. */
  penaltyRate: orDefault(u32, 10),
  /** Burst of those flows, in packets; 20 by default. */
  penaltyBurst: orDefault(u32, 20),
});
/** Parameters of stochastic fair blue. */
export interface SfbQopt extends Infer<typeof sfbQopt> {}

/** Settings of `sfb`, stochastic fair blue (`TCA_SFB_*`). */
export const sfbAttributes = attributes("sfb-attrs", "TCA_SFB_", {
  /** Parameters. */
  parms: [1, nest<SfbQopt>(sfbQopt)],
});
/** Settings of `sfb`, stochastic fair blue. */
export interface Sfb extends Infer<typeof sfbAttributes> {}
/** Layout of {@link Sfb}; the kernel requires the parameters, so defaults are sent too. */
export const sfbQdisc = withDefaults(nest<Sfb>(sfbAttributes), (given) => ({ parms: {}, ...given }));

/** Statistics of `sfb` (`struct tc_sfb_xstats`). */
export const sfbXstats = struct("tc_sfb_xstats", {
  /** Packets dropped by probability. */
  earlydrop: u32,
  /** Packets dropped of flows that do not respond to congestion. */
  penaltydrop: u32,
  /** Packets dropped because their bin was full. */
  bucketdrop: u32,
  /** Packets dropped because the queue was full. */
  queuedrop: u32,
  /** Packets dropped by the inner qdisc. */
  childdrop: u32,
  /** Packets marked. */
  marked: u32,
  /** Longest current queue of a bin, in packets. */
  maxqlen: u32,
  /** Highest current probability of a bin, as a fraction of 65535. */
  maxprob: u32,
  /** Average probability, as a fraction of 65535. */
  avgprob: u32,
});
/** Statistics of `sfb`. */
export interface SfbXstats extends Infer<typeof sfbXstats> {}
