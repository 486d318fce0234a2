import { flags, type Infer, struct, u32 } from "@rxnetlink/core/schema";

/** Version of {@link auditFeatures}. */
export const AUDIT_FEATURE_VERSION = 1;

/** Features (`AUDIT_FEATURE_*`). */
export const auditFeatureBits = flags("AUDIT_FEATURE_", u32, {
  /** The login user of a task can be set only while it is not set. */
  onlyUnsetLoginuid: 0x1,
  /** The login user of a task can never be changed, not even with `CAP_AUDIT_CONTROL`. */
  loginuidImmutable: 0x2,
});

/** Features as they are sent (`struct audit_features`). */
export const auditFeatures = struct("audit_features", {
  /** Version. */
  vers: u32,
  /** Features that a request sets; in replies, those that the kernel has. */
  mask: auditFeatureBits,
  /** Features that are on. */
  features: auditFeatureBits,
  /** Features that cannot be changed until the machine restarts. */
  lock: auditFeatureBits,
});
/** Features of audit. */
export interface AuditFeatures extends Infer<typeof auditFeatures> {}
