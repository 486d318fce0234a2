export { type RedQopt, redFlags, redQopt } from "../../values/red-qopt.js";
export {
  type Cake,
  type CakeStats,
  type CakeTinStats,
  cakeAck,
  cakeAtm,
  cakeAttributes,
  cakeDiffserv,
  cakeFlow,
  cakeStatsAttributes,
  cakeTinStatsAttributes,
} from "./cake.js";
export { type Cbs, type CbsQopt, cbsAttributes, cbsQdisc, cbsQopt } from "./cbs.js";
export { type Choke, type ChokeXstats, chokeAttributes, chokeQdisc, chokeXstats } from "./choke.js";
export { type Codel, type CodelXstats, codelAttributes, codelXstats } from "./codel.js";
export { type Drr, type DrrStats, drrAttributes, drrClass, drrStats } from "./drr.js";
export {
  type Dualpi2,
  type Dualpi2Xstats,
  dualpi2Attributes,
  dualpi2DropEarly,
  dualpi2DropOverload,
  dualpi2EcnMask,
  dualpi2SplitGso,
  dualpi2Xstats,
} from "./dualpi2.js";
export { type Etf, type EtfQopt, etfAttributes, etfFlags, etfQdisc, etfQopt } from "./etf.js";
export {
  type Ets,
  type EtsPriomap,
  type EtsQuanta,
  etsAttributes,
  etsPriomap,
  etsQdisc,
  etsQuanta,
} from "./ets.js";
export { type FifoQdisc, fifoQopt } from "./fifo.js";
export {
  type ClassOptions,
  type ClassXstats,
  classOptions,
  classXstats,
  type QdiscKind,
  type QdiscOptions,
  type QdiscXstats,
  qdiscKind,
  qdiscOptions,
  qdiscXstats,
} from "./formats.js";
export { type Fq, type FqXstats, fqAttributes, fqQdStats } from "./fq.js";
export {
  type FqCodel,
  type FqCodelClassXstats,
  type FqCodelClStats,
  type FqCodelQdStats,
  type FqCodelXstats,
  fqCodelAttributes,
  fqCodelClassXstats,
  fqCodelClStats,
  fqCodelQdStats,
  fqCodelXstats,
  fqCodelXstatsType,
} from "./fq-codel.js";
export { type FqPie, type FqPieXstats, fqPieAttributes, fqPieXstats } from "./fq-pie.js";
export {
  type Gred,
  type GredQopt,
  type GredSopt,
  type GredVqEntry,
  type GredVqList,
  gredAttributes,
  gredQdisc,
  gredQopt,
  gredSopt,
  gredSteps,
  gredVqEntryAttributes,
  gredVqListAttributes,
} from "./gred.js";
export {
  type HfscClass,
  type HfscQdisc,
  type HfscStats,
  hfscAttributes,
  hfscQopt,
  hfscStats,
  type ServiceCurve,
  serviceCurve,
} from "./hfsc.js";
export { type Hhf, type HhfXstats, hhfAttributes, hhfXstats } from "./hhf.js";
export {
  type Htb,
  type HtbGlob,
  type HtbOpt,
  type HtbRates,
  type HtbXstats,
  htbAttributes,
  htbClass,
  htbClassOf,
  htbGlob,
  htbOf,
  htbOpt,
  htbQdisc,
  htbXstats,
} from "./htb.js";
export {
  framePreemption,
  type Mqprio,
  type MqprioMaxRates,
  type MqprioMinRates,
  type MqprioQopt,
  type MqprioTcEntry,
  mqprio,
  mqprioAttributes,
  mqprioMaxRates,
  mqprioMessage,
  mqprioMinRates,
  mqprioMode,
  mqprioQopt,
  mqprioShaper,
  mqprioTcEntryAttributes,
} from "./mqprio.js";
export { type MultiqQdisc, multiqQopt } from "./multiq.js";
export {
  type Netem,
  type NetemCorr,
  type NetemCorrupt,
  type NetemGemodel,
  type NetemGimodel,
  type NetemLoss,
  type NetemQopt,
  type NetemRate,
  type NetemReorder,
  type NetemSlot,
  type NetemXstats,
  netem,
  netemAttributes,
  netemCorr,
  netemCorrupt,
  netemGemodel,
  netemGimodel,
  netemLossAttributes,
  netemMessage,
  netemQopt,
  netemRate,
  netemReorder,
  netemSlot,
  netemXstats,
} from "./netem.js";
export { type NoQdisc, noQdiscAttributes } from "./none.js";
export { type Pie, type PieXstats, pieAttributes, pieXstats } from "./pie.js";
export { type PlugQdisc, plugAction, plugQopt } from "./plug.js";
export { type PrioQdisc, prioQopt } from "./prio.js";
export { type Qfq, type QfqStats, qfqAttributes, qfqClass, qfqStats } from "./qfq.js";
export { type Red, type RedXstats, redAttributes, redQdisc, redXstats } from "./red.js";
export {
  type Sfb,
  type SfbQopt,
  type SfbXstats,
  sfbAttributes,
  sfbQdisc,
  sfbQopt,
  sfbXstats,
} from "./sfb.js";
export {
  type SfqQdisc,
  type SfqQopt,
  type SfqredStats,
  type SfqXstats,
  sfqQdisc,
  sfqQopt,
  sfqQoptV1,
  sfqredStats,
  sfqXstats,
} from "./sfq.js";
export { type SkbprioQdisc, skbprioQopt } from "./skbprio.js";
export {
  type Taprio,
  type TaprioAdmin,
  type TaprioSchedEntry,
  type TaprioSchedEntryList,
  type TaprioTcEntry,
  type TaprioXstats,
  taprioAdmin,
  taprioAttributes,
  taprioCommand,
  taprioFlags,
  taprioOffloadStats,
  taprioQdisc,
  taprioSchedEntry,
  taprioSchedEntryList,
  taprioTcEntryAttributes,
} from "./taprio.js";
export { type Tbf, type TbfQopt, type TbfRates, tbfAttributes, tbfOf, tbfQdisc, tbfQopt } from "./tbf.js";
