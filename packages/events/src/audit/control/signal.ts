import type { Connection } from "@rxnetlink/core";
import { type Infer, s32, struct, u32, unterminated } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { AUDIT_SIGNAL_INFO } from "./messages.js";
import { labelOf } from "./refusal.js";
import { nothing } from "./status/status.js";

/** Sender of a signal (`struct audit_sig_info`). */
export const auditSigInfo = struct("audit_sig_info", {
  /** Login user of the sender; 4294967295 if it has none. */
  uid: u32,
  /** Process id of the sender. */
  pid: s32,
  /** Security context of the sender; empty without a security module that has some. */
  ctx: unterminated,
});
/** Sender of the last signal to the audit daemon. */
export interface AuditSigInfo extends Infer<typeof auditSigInfo> {}

/** Emits the sender of the last signal to the audit daemon. */
export const signalInfo$ = (connection: Connection): Observable<AuditSigInfo> =>
  connection.request$({
    type: AUDIT_SIGNAL_INFO,
    layout: nothing,
    value: {},
    reply: auditSigInfo,
    label: labelOf("audit signal", "get"),
  });
