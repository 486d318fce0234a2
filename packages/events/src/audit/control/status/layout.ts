import {
  enumeration,
  flags,
  hex,
  type Infer,
  refine,
  since,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";

/** State of audit (`AUDIT_OFF` …). */
export const auditEnabled = enumeration("AUDIT_", u32, {
  /** Records nothing but a few events that are always recorded. */
  off: 0,
  /** Records. */
  on: 1,
  /** Records, and refuses all changes until the machine restarts. */
  locked: 2,
});

/** Reaction to the loss of a record (`AUDIT_FAIL_*`). */
export const auditFailure = enumeration("AUDIT_FAIL_", u32, {
  /** Ignores it. */
  silent: 0,
  /** Reports it in the kernel's log. */
  printk: 1,
  /** Stops the machine. */
  panic: 2,
});

/** Members of the state that a request sets (`AUDIT_STATUS_*`). */
export const auditStatusMask = flags("AUDIT_STATUS_", u32, {
  enabled: 0x1,
  failure: 0x2,
  pid: 0x4,
  rateLimit: 0x8,
  backlogLimit: 0x10,
  backlogWaitTime: 0x20,
  lost: 0x40,
  backlogWaitTimeActual: 0x80,
});

/** Abilities of the kernel (`AUDIT_FEATURE_BITMAP_*`). */
export const auditFeatureBitmap = flags("AUDIT_FEATURE_BITMAP_", u32, {
  /** `backlogLimit` can be set. */
  backlogLimit: 0x1,
  /** `backlogWaitTime` can be set. */
  backlogWaitTime: 0x2,
  /** Rules have a field `exe`. */
  executablePath: 0x4,
  /** Rules of the list `exclude` have fields of tasks. */
  excludeExtend: 0x8,
  /** Rules have a field `sessionid`. */
  sessionidFilter: 0x10,
  /** `lost` can be reset. */
  lostReset: 0x20,
  /** There is a list `fs`. */
  filterFs: 0x40,
});

/** State as it is sent (`struct audit_status`). */
export const auditStatus = struct("audit_status", {
  /** Members that a request sets. */
  mask: auditStatusMask,
  /** State. */
  enabled: auditEnabled,
  /** Reaction to the loss of a record. */
  failure: auditFailure,
  /** Process id of the audit daemon; 0 if there is none. */
  pid: u32,
  /** Most records a second; 0 for no limit. */
  rateLimit: u32,
  /** Most records that wait to be read; 0 for no limit. */
  backlogLimit: u32,
  /** Records lost since the last reset. */
  lost: u32,
  /** Records that wait to be read. */
  backlog: u32,
  /** Abilities of the kernel. */
  featureBitmap: since("3.15", hex(auditFeatureBitmap)),
  /** Longest time that a task waits for room in the backlog, in ticks of the kernel. */
  backlogWaitTime: since("3.14", u32),
  /** Time that tasks have waited since the last reset, in ticks of the kernel. */
  backlogWaitTimeActual: since("5.9", u32),
});

/** State of audit. Members of later kernels may be absent. */
export interface AuditStatus extends Omit<Infer<typeof auditStatus>, "mask"> {}

/** Members of the state that can be set; the others stay as they are. */
export interface AuditSettings
  extends Partial<
    Pick<AuditStatus, "enabled" | "failure" | "rateLimit" | "backlogLimit" | "backlogWaitTime">
  > {}

/** State as it is read, without the mask, which only requests have. */
export const auditStatusReply = refine<Infer<typeof auditStatus>, AuditStatus>(auditStatus, {
  read(view, at, end) {
    const { mask: _mask, ...status } = auditStatus.read(view, at, end);
    return status;
  },
}) as Type<AuditStatus>;
