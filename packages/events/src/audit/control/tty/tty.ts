import type { Ack, Connection } from "@rxnetlink/core";
import { aBoolean, checkOptions, type OptionChecks } from "@rxnetlink/core/internal";
import { defer, mergeMap, type Observable } from "rxjs";
import { AUDIT_TTY_GET, AUDIT_TTY_SET } from "../messages.js";
import { labelOf } from "../refusal.js";
import { nothing } from "../status/status.js";
import { type AuditTtyStatus, auditTtyStatus } from "./layout.js";

/** The recording of what this program and its children type at terminals. */
export interface AuditTtyVerbs {
  /** Emits the recording. */
  get$(): Observable<AuditTtyStatus>;
  /** Sets the given members, and leaves the others as they are. */
  set$(status: Partial<AuditTtyStatus>): Observable<Ack>;
}

const CHECKS: OptionChecks<AuditTtyStatus> = { enabled: aBoolean, logPasswd: aBoolean };

/** Returns the recording over a connection. */
export function ttyOf(connection: Connection): AuditTtyVerbs {
  const get$ = () =>
    connection.request$({
      type: AUDIT_TTY_GET,
      layout: nothing,
      value: {},
      reply: auditTtyStatus,
      label: labelOf("audit tty", "get"),
    });
  return {
    get$,
    set$: (given) =>
      defer(() => {
        const status = checkOptions<Partial<AuditTtyStatus>>("set$", given, CHECKS);
        const send$ = (current: AuditTtyStatus) =>
          connection.execute$({
            type: AUDIT_TTY_SET,
            layout: auditTtyStatus,
            label: labelOf("audit tty", "set"),
            value: { ...current, ...status },
          });
        // The kernel sets both at once.
        return get$().pipe(mergeMap(send$));
      }),
  };
}
