// The messages of audit that golden files hold.

import { layoutsOf } from "@rxnetlink/testing/golden";
import { auditFeatures } from "#src/audit/control/feature/layout.js";
import {
  AUDIT_GET,
  AUDIT_GET_FEATURE,
  AUDIT_LIST_RULES,
  AUDIT_SIGNAL_INFO,
  AUDIT_TTY_GET,
} from "#src/audit/control/messages.js";
import { auditSigInfo } from "#src/audit/control/signal.js";
import { auditStatusReply } from "#src/audit/control/status/layout.js";
import { auditTtyStatus } from "#src/audit/control/tty/layout.js";
import { auditRule } from "#src/audit/rule/rule-type.js";

/** Returns the layout of a message by its type. */
export const layoutOf = layoutsOf(
  { layout: auditStatusReply, types: { get: AUDIT_GET } },
  { layout: auditFeatures, types: { get: AUDIT_GET_FEATURE } },
  { layout: auditTtyStatus, types: { get: AUDIT_TTY_GET } },
  { layout: auditSigInfo, types: { get: AUDIT_SIGNAL_INFO } },
  { layout: auditRule, types: { get: AUDIT_LIST_RULES } },
);
