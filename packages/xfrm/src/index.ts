/**
 * `NETLINK_XFRM`: IPsec states, policies and their events.
 *
 * @module
 */
export type { SecretBytes } from "@rxnetlink/core/schema";
export { xfrmFamily } from "./common/family.js";
export {
  XFRMNLGRP_ACQUIRE,
  XFRMNLGRP_AEVENTS,
  XFRMNLGRP_EXPIRE,
  XFRMNLGRP_MAPPING,
  XFRMNLGRP_MIGRATE,
  XFRMNLGRP_POLICY,
  XFRMNLGRP_REPORT,
  XFRMNLGRP_SA,
  type XfrmGroup,
  xfrmGroups,
} from "./common/groups.js";
export type { XfrmLifetime, XfrmLifetimeUse } from "./common/lifetime.js";
export type { XfrmMark } from "./common/mark.js";
export {
  XFRM_MSG_ACQUIRE,
  XFRM_MSG_ALLOCSPI,
  XFRM_MSG_DELPOLICY,
  XFRM_MSG_DELSA,
  XFRM_MSG_EXPIRE,
  XFRM_MSG_FLUSHPOLICY,
  XFRM_MSG_FLUSHSA,
  XFRM_MSG_GETAE,
  XFRM_MSG_GETDEFAULT,
  XFRM_MSG_GETPOLICY,
  XFRM_MSG_GETSA,
  XFRM_MSG_GETSADINFO,
  XFRM_MSG_GETSPDINFO,
  XFRM_MSG_MAPPING,
  XFRM_MSG_MIGRATE,
  XFRM_MSG_MIGRATE_STATE,
  XFRM_MSG_NEWAE,
  XFRM_MSG_NEWPOLICY,
  XFRM_MSG_NEWSA,
  XFRM_MSG_NEWSADINFO,
  XFRM_MSG_NEWSPDINFO,
  XFRM_MSG_POLEXPIRE,
  XFRM_MSG_REPORT,
  XFRM_MSG_SETDEFAULT,
  XFRM_MSG_UPDPOLICY,
  XFRM_MSG_UPDSA,
} from "./common/messages.js";
export { xfrmMode } from "./common/mode.js";
export { type XfrmOffload, xfrmOffloadFlags } from "./common/offload.js";
export { packetProto, xfrmProto } from "./common/proto.js";
export type { XfrmSecCtx } from "./common/sec-ctx.js";
export type { XfrmSelector } from "./common/selector.js";
export { type XfrmTemplate, xfrmShare } from "./common/template.js";
export { connectXfrm, NETLINK_XFRM, type XfrmConnectionOptions } from "./connect.js";
export { type XfrmDefault, type XfrmDefaults, xfrmDefaultObject } from "./default/default.js";
export type { XfrmAcquire, XfrmPolicyInfo } from "./events/acquire.js";
export { answerToAcquire } from "./events/answer.js";
export type {
  XfrmAcquireEvent,
  XfrmAeEvent,
  XfrmChange,
  XfrmDefaultEvent,
  XfrmEvent,
  XfrmExpireEvent,
  XfrmGap,
  XfrmMappingEvent,
  XfrmMigrateEvent,
  XfrmMigrateStateEvent,
  XfrmPolicyEvent,
  XfrmPolicyExpireEvent,
  XfrmPolicyFlushEvent,
  XfrmReportEvent,
  XfrmStateEvent,
  XfrmStateFlushEvent,
} from "./events/event.js";
export type { XfrmEventOptions } from "./events/events.js";
export type { XfrmMapping, XfrmReport } from "./events/reports.js";
export type { XfrmSadInfo, XfrmSpdInfo } from "./info/info.js";
export type {
  XfrmSad,
  XfrmSadhinfo,
  XfrmSpd,
  XfrmSpdhinfo,
  XfrmSpdhthresh,
  XfrmSpdinfo,
} from "./info/layout.js";
export { xfrmSecret } from "./key/xfrm-secret.js";
export {
  type XfrmKmaddress,
  type XfrmMigrate,
  type XfrmMigrateState,
  type XfrmMigration,
  xfrmMigrateStateFlags,
} from "./migrate/layout.js";
export { xfrmPolicyAction, xfrmPolicyDir, xfrmPolicyFlags, xfrmPolicyType } from "./policy/enums.js";
export type { XfrmExpiredPolicy } from "./policy/expire.js";
export type { XfrmPolicyFlush } from "./policy/flush.js";
export { type XfrmPolicy, xfrmPolicyAttributes, xfrmPolicyMessage } from "./policy/layout.js";
export { type XfrmPolicyVerbs, xfrmPolicyObject } from "./policy/object.js";
export type { XfrmPolicies } from "./policy/policies.js";
export { type XfrmAe, xfrmAeFlags } from "./state/ae.js";
export type { XfrmAlgo, XfrmAlgoAead, XfrmAlgoAuth } from "./state/algorithms.js";
export type { XfrmEncapTmpl } from "./state/encap.js";
export type { XfrmExpiredState } from "./state/expire.js";
export type { XfrmAddressFilter } from "./state/filter.js";
export type { XfrmStateFlush } from "./state/flush.js";
export type { XfrmStateFilter, XfrmStateRequest } from "./state/id.js";
export { type XfrmStats, xfrmStateFlags } from "./state/info.js";
export {
  type XfrmState,
  xfrmSaDir,
  xfrmSaXflags,
  xfrmStateAttributes,
  xfrmStateMessage,
} from "./state/layout.js";
export { type XfrmStateVerbs, xfrmStateObject } from "./state/object.js";
export { type XfrmAes, xfrmAeObject } from "./state/objects.js";
export type { XfrmReplayState, XfrmReplayStateEsn } from "./state/replay.js";
export type { XfrmSpiRange } from "./state/spi.js";
export type { XfrmStates } from "./state/states.js";
export { type XfrmFamily, type XfrmOptions, xfrm } from "./xfrm.js";
