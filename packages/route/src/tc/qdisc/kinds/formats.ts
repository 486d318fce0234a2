import { type Infer, kindOf, nest, type Other, subMessage } from "@rxnetlink/core/schema";
import { omittedWhenEmpty } from "../../request.js";
import { type Cake, type CakeStats, cakeAttributes, cakeStatsAttributes } from "./cake.js";
import { cbsQdisc } from "./cbs.js";
import { type ChokeXstats, chokeQdisc, chokeXstats } from "./choke.js";
import { type Codel, type CodelXstats, codelAttributes, codelXstats } from "./codel.js";
import { type Drr, type DrrStats, drrAttributes, drrClass, drrStats } from "./drr.js";
import { type Dualpi2, type Dualpi2Xstats, dualpi2Attributes, dualpi2Xstats } from "./dualpi2.js";
import { etfQdisc } from "./etf.js";
import { type Ets, etsAttributes, etsQdisc } from "./ets.js";
import { type FifoQdisc, fifoQopt } from "./fifo.js";
import { type Fq, type FqXstats, fqAttributes, fqQdStats } from "./fq.js";
import {
  type FqCodel,
  type FqCodelClassXstats,
  type FqCodelXstats,
  fqCodelAttributes,
  fqCodelClassXstats,
  fqCodelXstats,
} from "./fq-codel.js";
import { type FqPie, type FqPieXstats, fqPieAttributes, fqPieXstats } from "./fq-pie.js";
import { gredQdisc } from "./gred.js";
import {
  type HfscClass,
  type HfscQdisc,
  type HfscStats,
  hfscAttributes,
  hfscQopt,
  hfscStats,
} from "./hfsc.js";
import { type Hhf, type HhfXstats, hhfAttributes, hhfXstats } from "./hhf.js";
import { type HtbXstats, htbClass, htbQdisc, htbXstats } from "./htb.js";
import { mqprio } from "./mqprio.js";
import { type MultiqQdisc, multiqQopt } from "./multiq.js";
import { type NetemXstats, netem, netemXstats } from "./netem.js";
import { type NoQdisc, noQdiscAttributes } from "./none.js";
import { type Pie, type PieXstats, pieAttributes, pieXstats } from "./pie.js";
import { type PlugQdisc, plugQopt } from "./plug.js";
import { type PrioQdisc, prioQopt } from "./prio.js";
import { type Qfq, type QfqStats, qfqAttributes, qfqClass, qfqStats } from "./qfq.js";
import { type RedXstats, redQdisc, redXstats } from "./red.js";
import { type SfbXstats, sfbQdisc, sfbXstats } from "./sfb.js";
import { type SfqXstats, sfqQdisc, sfqXstats } from "./sfq.js";
import { type SkbprioQdisc, skbprioQopt } from "./skbprio.js";
import { type TaprioXstats, taprioOffloadStats, taprioQdisc } from "./taprio.js";
import { tbfQdisc } from "./tbf.js";

/** `TCA_OPTIONS` of a qdisc, by its kind. */
export const qdiscOptions = subMessage("kind", {
  /** First in, first out, limited in bytes. */
  bfifo: omittedWhenEmpty(nest<FifoQdisc>(fifoQopt)),
  /** Shaper and fair queue in one. */
  cake: nest<Cake>(cakeAttributes),
  /** Credit-based shaper. */
  cbs: cbsQdisc,
  /** Drops packets of the flows with the longest queues. */
  choke: chokeQdisc,
  /** Holds filters only, for both directions. */
  clsact: nest<NoQdisc>(noQdiscAttributes),
  /** Controls delay by dropping. */
  codel: nest<Codel>(codelAttributes),
  /** Deficit round robin. */
  drr: nest<Drr>(drrAttributes),
  /** Two coupled queues for L4S. */
  dualpi2: nest<Dualpi2>(dualpi2Attributes),
  /** Sends packets at their launch times. */
  etf: etfQdisc,
  /** Enhanced transmission selection. */
  ets: etsQdisc,
  /** Fair queueing with pacing. */
  fq: nest<Fq>(fqAttributes),
  /** Fair queueing with `codel`. */
  fq_codel: nest<FqCodel>(fqCodelAttributes),
  /** Fair queueing with `pie`. */
  fq_pie: nest<FqPie>(fqPieAttributes),
  /** Several `red` queues in one. */
  gred: gredQdisc,
  /** Service curves. */
  hfsc: nest<HfscQdisc>(hfscQopt),
  /** Separates heavy-hitter flows. */
  hhf: nest<Hhf>(hhfAttributes),
  /** Hierarchical token bucket. */
  htb: htbQdisc,
  /** Holds filters only, for incoming packets. */
  ingress: nest<NoQdisc>(noQdiscAttributes),
  /** A qdisc for each hardware queue. */
  mq: nest<NoQdisc>(noQdiscAttributes),
  /** Maps priorities to hardware queues. */
  mqprio,
  /** A band for each hardware queue. */
  multiq: nest<MultiqQdisc>(multiqQopt),
  /** Emulates a network. */
  netem,
  /** No queue. */
  noqueue: nest<NoQdisc>(noQdiscAttributes),
  /** First in, first out, limited in packets. */
  pfifo: omittedWhenEmpty(nest<FifoQdisc>(fifoQopt)),
  /** Three bands in strict priority. */
  pfifo_fast: nest<PrioQdisc>(prioQopt),
  /** Like `pfifo`, but drops the oldest packet. */
  pfifo_head_drop: omittedWhenEmpty(nest<FifoQdisc>(fifoQopt)),
  /** Drops by probability as delay grows. */
  pie: nest<Pie>(pieAttributes),
  /** Holds packets until released. */
  plug: omittedWhenEmpty(nest<PlugQdisc>(plugQopt)),
  /** Bands in strict priority. */
  prio: nest<PrioQdisc>(prioQopt),
  /** Quick fair queueing. */
  qfq: nest<Qfq>(qfqAttributes),
  /** Random early detection. */
  red: redQdisc,
  /** Stochastic fair blue. */
  sfb: sfbQdisc,
  /** Stochastic fairness queueing. */
  sfq: sfqQdisc,
  /** Drops the least important packet when full. */
  skbprio: omittedWhenEmpty(nest<SkbprioQdisc>(skbprioQopt)),
  /** Opens gates by a schedule. */
  taprio: taprioQdisc,
  /** Token bucket filter. */
  tbf: tbfQdisc,
});
/** Settings of a qdisc: one member, named after its kind. */
export interface QdiscOptions extends Infer<typeof qdiscOptions> {}

/** Kind of a qdisc. */
export const qdiscKind = kindOf(qdiscOptions, "atm", "cbq", "dsmark", "teql0");
/** Known kinds of qdiscs, or any other name. */
export type QdiscKind = (typeof qdiscKind.words)[number] | Other;

/** `TCA_OPTIONS` of a class, by the kind of its qdisc; other kinds have none. */
export const classOptions = subMessage("kind", {
  /** Deficit round robin. */
  drr: drrClass,
  /** Enhanced transmission selection. */
  ets: nest<Ets>(etsAttributes),
  /** Service curves. */
  hfsc: nest<HfscClass>(hfscAttributes),
  /** Hierarchical token bucket. */
  htb: htbClass,
  /** Quick fair queueing. */
  qfq: qfqClass,
});
/** Settings of a class: one member, named after the kind of its qdisc. */
export interface ClassOptions extends Infer<typeof classOptions> {}

/** Statistics of a qdisc, by its kind. */
export const qdiscXstats = subMessage("kind", {
  /** Shaper and fair queue in one. */
  cake: nest<CakeStats>(cakeStatsAttributes),
  /** Drops packets of the flows with the longest queues. */
  choke: nest<ChokeXstats>(chokeXstats),
  /** Controls delay by dropping. */
  codel: nest<CodelXstats>(codelXstats),
  /** Two coupled queues for L4S. */
  dualpi2: nest<Dualpi2Xstats>(dualpi2Xstats),
  /** Fair queueing with pacing. */
  fq: nest<FqXstats>(fqQdStats),
  /** Fair queueing with `codel`. */
  fq_codel: nest<FqCodelXstats>(fqCodelXstats),
  /** Fair queueing with `pie`. */
  fq_pie: nest<FqPieXstats>(fqPieXstats),
  /** Separates heavy-hitter flows. */
  hhf: nest<HhfXstats>(hhfXstats),
  /** Emulates a network. */
  netem: nest<NetemXstats>(netemXstats),
  /** Drops by probability as delay grows. */
  pie: nest<PieXstats>(pieXstats),
  /** Random early detection. */
  red: nest<RedXstats>(redXstats),
  /** Stochastic fair blue. */
  sfb: nest<SfbXstats>(sfbXstats),
  /** Opens gates by a schedule. */
  taprio: nest<TaprioXstats>(taprioOffloadStats),
});
/** Statistics of a qdisc: one member, named after its kind. */
export interface QdiscXstats extends Infer<typeof qdiscXstats> {}

/** Statistics of a class, by the kind of its qdisc. */
export const classXstats = subMessage("kind", {
  /** Flow of `cake`. */
  cake: nest<CakeStats>(cakeStatsAttributes),
  /** Deficit round robin. */
  drr: nest<DrrStats>(drrStats),
  /** Flow of `fq_codel`. */
  fq_codel: nest<FqCodelClassXstats>(fqCodelClassXstats),
  /** Service curves. */
  hfsc: nest<HfscStats>(hfscStats),
  /** Hierarchical token bucket. */
  htb: nest<HtbXstats>(htbXstats),
  /** Quick fair queueing. */
  qfq: nest<QfqStats>(qfqStats),
  /** Flow of `sfq`. */
  sfq: nest<SfqXstats>(sfqXstats),
});
/** Statistics of a class: one member, named after the kind of its qdisc. */
export interface ClassXstats extends Infer<typeof classXstats> {}
