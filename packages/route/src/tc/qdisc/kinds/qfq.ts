import { attributes, type Infer, nest, struct, u32, whole } from "@rxnetlink/core/schema";

/** Settings of a `qfq` class; the qdisc has none (`TCA_QFQ_*`). */
export const qfqAttributes = attributes("qfq-attrs", "TCA_QFQ_", {
  /** Weight, 1 to 1024. */
  weight: [1, u32],
  /** Maximum packet size, in bytes. */
  lmax: [2, u32],
});
/** Settings of a `qfq` class; the qdisc has none. */
export interface Qfq extends Infer<typeof qfqAttributes> {}
/** Layout of the settings of a class, which the kernel replaces as a whole; `weight` defaults to 1. */
export const qfqClass = whole(nest<Qfq>(qfqAttributes));

/** Statistics of a `qfq` class (`struct tc_qfq_stats`). */
export const qfqStats = struct("tc_qfq_stats", {
  /** Weight. */
  weight: u32,
  /** Maximum packet size, in bytes. */
  lmax: u32,
});
/** Statistics of a `qfq` class. */
export interface QfqStats extends Infer<typeof qfqStats> {}
