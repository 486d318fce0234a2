import { enumeration, type Infer, s32, struct, u32 } from "@rxnetlink/core/schema";

/** Mode of SELinux. */
export const selinuxMode = enumeration("", s32, {
  /** Reports what the policy forbids, and lets it pass. */
  permissive: 0,
  /** Refuses what the policy forbids. */
  enforcing: 1,
});

/** The mode has changed (`struct selnl_msg_setenforce`). */
export const selnlMsgSetenforce = struct("selnl_msg_setenforce", {
  /** Mode. */
  val: selinuxMode,
});
/** The mode has changed. */
export interface SelnlMsgSetenforce extends Infer<typeof selnlMsgSetenforce> {}

/** A policy was loaded (`struct selnl_msg_policyload`). */
export const selnlMsgPolicyload = struct("selnl_msg_policyload", {
  /** Number of the policy, which counts up. */
  seqno: u32,
});
/** A policy was loaded. */
export interface SelnlMsgPolicyload extends Infer<typeof selnlMsgPolicyload> {}
