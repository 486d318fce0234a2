export { type AuditArch, auditArch } from "./arch.js";
export {
  type Audit,
  type AuditConnectionOptions,
  type AuditEventOptions,
  type AuditOptions,
  audit,
} from "./audit.js";
export type { AuditFeatureSettings, AuditFeatureVerbs } from "./control/feature/feature.js";
export { type AuditFeatures, auditFeatureBits, auditFeatures } from "./control/feature/layout.js";
export { type AuditSigInfo, auditSigInfo } from "./control/signal.js";
export {
  type AuditSettings,
  type AuditStatus,
  auditEnabled,
  auditFailure,
  auditFeatureBitmap,
  auditStatus,
  auditStatusMask,
} from "./control/status/layout.js";
export type { AuditSetOptions, AuditStatuses } from "./control/status/status.js";
export { type AuditTtyStatus, auditTtyStatus } from "./control/tty/layout.js";
export type { AuditTtyVerbs } from "./control/tty/tty.js";
export type { AuditUserOptions } from "./control/user.js";
export { type AuditAssemblyOptions, assembleAuditEvents } from "./event/assemble.js";
export {
  type AuditEvent,
  type AuditLost,
  type AuditStreamEvent,
  auditArguments,
  auditRecordIn,
} from "./event/event.js";
export { NETLINK_AUDIT } from "./protocol.js";
export type { AuditFields, AuditKnownFields, AuditValue } from "./record/fields.js";
export {
  type AuditCwd,
  type AuditEoe,
  type AuditExecve,
  type AuditOtherRecord,
  type AuditPath,
  type AuditProctitle,
  type AuditRecord,
  type AuditRecordOf,
  type AuditRecordTypes,
  type AuditSockaddr,
  type AuditSyscall,
  formatAuditLine,
  parseAuditLine,
} from "./record/record.js";
export type {
  AuditInet6Address,
  AuditInetAddress,
  AuditNetlinkAddress,
  AuditOtherAddress,
  AuditSocketAddress,
  AuditUnixAddress,
} from "./record/sockaddr.js";
export { encodeAuditValue } from "./record/text.js";
export { type AuditRecordType, auditRecordType } from "./record/types.js";
export type { AuditId } from "./record/values.js";
export type { AuditRuleField } from "./rule/field.js";
export {
  type AuditAction,
  type AuditField,
  type AuditFilter,
  auditAction,
  auditCompare,
  auditField,
  auditFilter,
  auditOperator,
  auditRuleData,
} from "./rule/layout.js";
export type { AuditSyscalls } from "./rule/mask.js";
export type { AuditOperator } from "./rule/operators.js";
export { type AuditRules, auditRuleKeys, auditRuleObject } from "./rule/rule.js";
export type { AuditRule } from "./rule/rule-type.js";
export { type AuditRuleFormatOptions, formatAuditRule } from "./rule/text/format.js";
export { auditIdsByName } from "./rule/text/ids.js";
export type { AuditMachine } from "./rule/text/machine.js";
export { type AuditRuleTextOptions, parseAuditRule } from "./rule/text/parse.js";
export type {
  AuditDaemonConsent,
  AuditDaemonEvent,
  AuditDaemonOptions,
  AuditRival,
} from "./stream/daemon.js";
export type { AuditRecordEvent, AuditRecordOptions } from "./stream/records.js";
export { type AuditSyscallAbi, auditSyscallName, auditSyscallNumber } from "./syscall/syscalls.js";
