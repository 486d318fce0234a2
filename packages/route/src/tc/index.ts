/**
 * Traffic control: queueing disciplines, classes, filters, chains and actions.
 *
 * @module
 */
export { type Action, type ActStats, actAttributes, actStatsAttributes } from "./action/act.js";
export {
  type ActionParms,
  actionParms,
  gotoChain,
  jump,
  type TcfT,
  tcAction,
  tcfT,
} from "./action/act-gen.js";
export { type Actions, actionObject } from "./action/action.js";
export * from "./action/kinds/index.js";
export { type ActionTable, actionMessage, tcamsg, tcaRootAttributes } from "./action/layout.js";
export { type Chains, chainObject } from "./chain/chain.js";
export { type Chain, chainAttributes, chainMessage, chainTcmsg } from "./chain/layout.js";
export { classObject, type TcClasses } from "./class/class.js";
export {
  type ClassStats,
  classAttributes,
  classMessage,
  classStatsAttributes,
  classTcmsg,
  type TcClass,
} from "./class/layout.js";
export { type Filters, filterObject } from "./filter/filter.js";
export * from "./filter/kinds/index.js";
export { type Filter, filterAttributes, filterMessage, filterTcmsg } from "./filter/layout.js";
export { type SharedBlock, sharedBlock, TCM_IFINDEX_MAGIC_BLOCK } from "./filter/shared-block.js";
export * from "./qdisc/kinds/index.js";
export {
  type Qdisc,
  type QdiscStats,
  qdiscAttributes,
  qdiscMessage,
  qdiscStatsAttributes,
  qdiscTcmsg,
} from "./qdisc/layout.js";
export { type Qdiscs, qdiscObject } from "./qdisc/qdisc.js";
export {
  gnetEstimator,
  gnetStatsBasic,
  gnetStatsQueue,
  gnetStatsRateEst,
  gnetStatsRateEst64,
  type TcEstimator,
  type TcStats,
  type TcStatsBasic,
  type TcStatsQueue,
  type TcStatsRateEst,
  type TcStatsRateEst64,
  tcStats,
} from "./stats.js";
export { tcHandle } from "./tcmsg.js";
export { etherType } from "./values/ether-type.js";
export {
  CLSACT_EGRESS,
  CLSACT_INGRESS,
  formatHandle,
  handle,
  majorOf,
  minorOf,
  TC_H_CLSACT,
  TC_H_INGRESS,
  TC_H_MIN_PRIORITY,
  TC_H_ROOT,
} from "./values/handle.js";
export {
  cellLogOf,
  type LinkShape,
  linkShapeChecks,
  NO_RATE,
  type RateTableOptions,
  rate64Of,
  ratespecOf,
  rateTable,
  sizeOnLink,
} from "./values/rate-table.js";
export { effectiveRate, linklayer, type Ratespec, ratespec, ratespecBeside64 } from "./values/ratespec.js";
export {
  AVERAGE_PACKET,
  chokeOf,
  LINK_RATE,
  MAX_P,
  type RedDamping,
  type RedParameters,
  type RedShape,
  type RedSizes,
  redDamping,
  redOf,
  redProbability,
  redThresholds,
  redWeight,
  withRedDefaults,
} from "./values/red-parameters.js";
export { type SockFilter, sockFilter, withOpsLen } from "./values/sock-filter.js";
export {
  type StabShape,
  sizespec,
  stab,
  stabAttributes,
  stabOf,
  type TcSizespec,
  type TcStab,
} from "./values/stab.js";
export {
  bytesPerSecond,
  nsOf,
  PSCHED,
  type Psched,
  parsePsched,
  probabilityOf,
  shareOf,
  ticksOf,
  usOf,
  xmitSize,
  xmitTime,
} from "./values/units.js";
