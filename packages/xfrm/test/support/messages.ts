import type { MessageTypes } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import type { Messages } from "@rxnetlink/testing/gates";
import { layoutsOf } from "@rxnetlink/testing/golden";
import * as messages from "#src/common/messages.js";
import { defaultMessage } from "#src/default/default.js";
import { acquireMessage } from "#src/events/acquire.js";
import { mappingMessage, reportMessage } from "#src/events/reports.js";
import { sadMessage, spdMessage } from "#src/info/layout.js";
import { migrateMessage, migrateStateMessage } from "#src/migrate/layout.js";
import { policyExpireMessage } from "#src/policy/expire.js";
import { policyFlushMessage } from "#src/policy/flush.js";
import { deletedPolicyMessage } from "#src/policy/id.js";
import { xfrmPolicyMessage } from "#src/policy/layout.js";
import { aeMessage } from "#src/state/ae.js";
import { stateExpireMessage } from "#src/state/expire.js";
import { stateFlushMessage } from "#src/state/flush.js";
import { deletedStateMessage } from "#src/state/id.js";
import { xfrmStateMessage } from "#src/state/layout.js";

const set = (layout: AnyType, ...types: number[]) => ({
  layout,
  types: Object.fromEntries(types.map((type, i) => [i, type])) as MessageTypes,
});

/** The layouts of all messages that the kernel sends, as they are on the wire. */
const sent = [
  set(xfrmStateMessage, messages.XFRM_MSG_NEWSA, messages.XFRM_MSG_UPDSA),
  set(deletedStateMessage, messages.XFRM_MSG_DELSA),
  set(stateExpireMessage, messages.XFRM_MSG_EXPIRE),
  set(stateFlushMessage, messages.XFRM_MSG_FLUSHSA),
  set(aeMessage, messages.XFRM_MSG_NEWAE),
  set(xfrmPolicyMessage, messages.XFRM_MSG_NEWPOLICY, messages.XFRM_MSG_UPDPOLICY),
  set(deletedPolicyMessage, messages.XFRM_MSG_DELPOLICY),
  set(policyExpireMessage, messages.XFRM_MSG_POLEXPIRE),
  set(policyFlushMessage, messages.XFRM_MSG_FLUSHPOLICY),
  set(acquireMessage, messages.XFRM_MSG_ACQUIRE),
  set(mappingMessage, messages.XFRM_MSG_MAPPING),
  set(reportMessage, messages.XFRM_MSG_REPORT),
  set(migrateMessage, messages.XFRM_MSG_MIGRATE),
  set(migrateStateMessage, messages.XFRM_MSG_MIGRATE_STATE),
  set(defaultMessage, messages.XFRM_MSG_GETDEFAULT),
  set(sadMessage, messages.XFRM_MSG_NEWSADINFO),
  set(spdMessage, messages.XFRM_MSG_NEWSPDINFO),
];

/** The golden files of this package. */
export const goldenMessages: Messages = {
  folder: new URL("../../../test/golden/", import.meta.url),
  layoutOf: layoutsOf(...sent),
};
