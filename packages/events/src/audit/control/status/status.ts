import { type Ack, ArgumentError, type Connection } from "@rxnetlink/core";
import {
  aBoolean,
  anObject,
  anything,
  checkArgument,
  checkOptions,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { NLM_F_ACK, struct } from "@rxnetlink/core/schema";
import { defer, map, type Observable } from "rxjs";
import { AUDIT_GET, AUDIT_SET } from "../messages.js";
import { labelOf } from "../refusal.js";
import {
  type AuditSettings,
  type AuditStatus,
  auditStatus,
  auditStatusMask,
  auditStatusReply,
} from "./layout.js";

/** A request without a payload. */
export const nothing = struct("nothing", {});

/** Options of {@link AuditStatuses.set$}. */
export interface AuditSetOptions {
  /** True to consent to `enabled: "locked"`: until the machine restarts, nobody can change anything of audit. */
  readonly untilRestart?: boolean;
}

/** The state of audit. */
export interface AuditStatuses {
  /** Emits the state, as `auditctl -s` shows it. */
  get$(): Observable<AuditStatus>;
  /**
   * Sets the given members, and leaves the others as they are: `auditctl -e -f -r -b --backlog_wait_time`.
   *
   * Errors with an `ArgumentError` for `enabled: "locked"` without the option `untilRestart`, and with a `KernelError`: `EPERM`
   * without the right, or if audit is locked.
   *
   * @example
   * audit.status.set$({ enabled: "on", backlogLimit: 8192 });
   */
  set$(settings: AuditSettings, options?: AuditSetOptions): Observable<Ack>;
  /** Sets `lost` to 0 and emits what it was. Since 4.12. */
  resetLost$(): Observable<number>;
  /** Sets `backlogWaitTimeActual` to 0 and emits what it was. Since 5.9. */
  resetBacklogWaitTimeActual$(): Observable<number>;
}

const SETTINGS: OptionChecks<AuditSettings> = {
  enabled: anything,
  failure: anything,
  rateLimit: anything,
  backlogLimit: anything,
  backlogWaitTime: anything,
};
const OPTIONS: OptionChecks<AuditSetOptions> = { untilRestart: aBoolean };
const { bits } = auditStatusMask;

/** Returns the request that sets some members; its mask says which. */
export const settingOf = (settings: AuditSettings & { pid?: number }, verb = "set") => ({
  type: AUDIT_SET,
  layout: auditStatus,
  flags: NLM_F_ACK,
  label: labelOf("audit status", verb),
  value: {
    ...settings,
    mask: Object.keys(settings).reduce((mask, key) => mask | bits[key as keyof typeof bits], 0),
  },
});

/** Returns the settings if they may be sent. */
function checkedSettings(given: AuditSettings, options: AuditSetOptions): AuditSettings {
  checkArgument("set$", "settings", given, anObject);
  const settings = checkOptions("set$", given, SETTINGS);
  const { untilRestart = false } = checkOptions("set$", options, OPTIONS);
  const locks = settings.enabled === "locked" || settings.enabled === 2;
  if (locks && !untilRestart)
    throw new ArgumentError(
      "set$",
      "enabled",
      "locks audit until the machine restarts",
      "pass { untilRestart: true } too if that is meant",
    );
  return settings;
}

/** Returns the state of audit over a connection. */
export function statusOf(connection: Connection): AuditStatuses {
  const reset$ = (member: "lost" | "backlogWaitTimeActual") =>
    defer(() =>
      connection.execute$({
        type: AUDIT_SET,
        layout: auditStatus,
        label: labelOf("audit status", "reset"),
        value: { mask: bits[member], backlogWaitTimeActual: 0 },
        returnsNumber: true,
      }),
    ).pipe(map(({ returned = 0 }) => returned));
  return {
    get$: () =>
      connection.request$({
        type: AUDIT_GET,
        layout: nothing,
        value: {},
        reply: auditStatusReply,
        label: labelOf("audit status", "get"),
      }),
    set$: (settings, options = {}) =>
      defer(() => connection.execute$(settingOf(checkedSettings(settings, options)))),
    resetLost$: () => reset$("lost"),
    resetBacklogWaitTimeActual$: () => reset$("backlogWaitTimeActual"),
  };
}
