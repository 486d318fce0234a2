import { attributes, type Infer, nest, struct, u32 } from "@rxnetlink/core";

/** Settings of stochastic fair blue (`struct tc_sfb_qopt`). */
export const sfbQopt = struct("tc_sfb_qopt", {
  /** Time between changes of the hash, in ms. */
  rehashInterval: u32,
  /** How long the next hash is warmed up before, in ms. */
  warmupTime: u32,
  /** Longest queue of a bin, in packets. */
  max: u32,
  /** Queue of a bin from which its probability grows, in packets. */
  binSize: u32,
  /** By what the probability grows, of 65535. */
  increment: u32,
  /** By what it falls, of 65535. */
  decrement: u32,
  /** Longest queue of all, in packets. */
  limit: u32,
  /** Rate of flows that do not slow down, in packets/s. */
  penaltyRate: u32,
  /** Burst of those, in packets. */
  penaltyBurst: u32,
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
