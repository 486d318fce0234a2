import { attributes, bytes, type Infer, nest, struct, u32, whole } from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { withRedDefaults } from "../../values/red-parameters.js";
import { type RedQopt, redQopt } from "../../values/red-qopt.js";

/** Settings of `choke`, which drops packets of the flows with the longest queues (`TCA_CHOKE_*`). */
export const chokeAttributes = attributes("choke-attrs", "TCA_CHOKE_", {
  /** Thresholds, in packets. */
  parms: [1, nest<RedQopt>(redQopt)],
  /** Decay table of the average while the queue is idle; write-only; computed for packets of 1000 bytes by default. */
  stab: [2, bytes(256)],
  /** Probability at `qthMax`, as a fraction of 2^32; 0.02 by default. */
  maxP: [3, u32],
});
/** Settings of `choke`, which drops packets of the flows with the longest queues. */
export interface Choke extends Infer<typeof chokeAttributes> {}
/** Layout of {@link Choke}, which the kernel replaces as a whole. */
export const chokeQdisc = withDefaults(whole(nest<Choke>(chokeAttributes)), (given) =>
  withRedDefaults(given, true),
);

/** Statistics of `choke` (`struct tc_choke_xstats`). */
export const chokeXstats = struct("tc_choke_xstats", {
  /** Packets dropped early. */
  early: u32,
  /** Packets dropped because the queue was full. */
  pdrop: u32,
  /** Not used since 6.4. */
  other: u32,
  /** Packets marked. */
  marked: u32,
  /** Packets dropped because one of their flow was queued. */
  matched: u32,
});
/** Statistics of `choke`. */
export interface ChokeXstats extends Infer<typeof chokeXstats> {}
