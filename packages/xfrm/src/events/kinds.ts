import type { MessageSet } from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import * as groups from "../common/groups.js";
import * as messages from "../common/messages.js";
import { defaultMessage, type XfrmDefault } from "../default/default.js";
import { policyMigrations, stateMigrations } from "../migrate/messages.js";
import { policyExpireMessage, type XfrmExpiredPolicy } from "../policy/expire.js";
import { policyFlushMessage } from "../policy/flush.js";
import { deletedPolicy } from "../policy/id.js";
import { type XfrmPolicy, xfrmPolicyMessage } from "../policy/layout.js";
import { aeMessage, type XfrmAe } from "../state/ae.js";
import { stateExpireMessage, type XfrmExpiredState } from "../state/expire.js";
import { stateFlushMessage, type XfrmStateFlush } from "../state/flush.js";
import { deletedState } from "../state/id.js";
import { type XfrmState, xfrmStateMessage } from "../state/layout.js";
import type { XfrmStates } from "../state/states.js";
import { acquireMessage } from "./acquire.js";
import { answering } from "./answer.js";
import type { XfrmEvent } from "./event.js";
import { mappingMessage, reportMessage, type XfrmMapping, type XfrmReport } from "./reports.js";

/** Messages of one type, and the events that they are. */
export interface EventKind<T extends object> {
  readonly messages: MessageSet<T>;
  event(value: T, states: XfrmStates): XfrmEvent;
}

function kind<T extends object>(
  type: number,
  group: number,
  layout: Type<T>,
  event: EventKind<T>["event"],
): EventKind<object> {
  const set = { name: `xfrm-${type}`, layout, types: { new: type }, groups: [group] };
  return { messages: set, event } as unknown as EventKind<object>;
}

const state = nest<XfrmState>(xfrmStateMessage);
const policy = nest<XfrmPolicy>(xfrmPolicyMessage);

type Change = "new" | "update" | "delete";

const stateChange = (type: number, change: Change, layout: Type<XfrmState>) =>
  kind(type, groups.XFRMNLGRP_SA, layout, (one) => ({ type: "state", change, state: one }));

const policyChange = (type: number, change: Change, layout: Type<XfrmPolicy>) =>
  kind(type, groups.XFRMNLGRP_POLICY, layout, (one) => ({ type: "policy", change, policy: one }));

/** All events, by message. */
export const eventKinds: readonly EventKind<object>[] = [
  kind(messages.XFRM_MSG_ACQUIRE, groups.XFRMNLGRP_ACQUIRE, acquireMessage, (value, states) => ({
    type: "acquire",
    ...value,
    ...answering(states, value),
  })),
  kind(
    messages.XFRM_MSG_EXPIRE,
    groups.XFRMNLGRP_EXPIRE,
    nest<XfrmExpiredState>(stateExpireMessage),
    (one) => ({ type: "expire", hard: one.hard !== 0, state: one }),
  ),
  kind(
    messages.XFRM_MSG_POLEXPIRE,
    groups.XFRMNLGRP_EXPIRE,
    nest<XfrmExpiredPolicy>(policyExpireMessage),
    (one) => ({ type: "policyExpire", hard: one.hard !== 0, policy: one }),
  ),
  stateChange(messages.XFRM_MSG_NEWSA, "new", state),
  stateChange(messages.XFRM_MSG_UPDSA, "update", state),
  stateChange(messages.XFRM_MSG_DELSA, "delete", deletedState),
  kind(messages.XFRM_MSG_FLUSHSA, groups.XFRMNLGRP_SA, nest<XfrmStateFlush>(stateFlushMessage), (one) => ({
    type: "stateFlush",
    ...one,
  })),
  policyChange(messages.XFRM_MSG_NEWPOLICY, "new", policy),
  policyChange(messages.XFRM_MSG_UPDPOLICY, "update", policy),
  policyChange(messages.XFRM_MSG_DELPOLICY, "delete", deletedPolicy),
  kind(messages.XFRM_MSG_FLUSHPOLICY, groups.XFRMNLGRP_POLICY, policyFlushMessage, (one) => ({
    type: "policyFlush",
    ...one,
  })),
  kind(messages.XFRM_MSG_GETDEFAULT, groups.XFRMNLGRP_POLICY, nest<XfrmDefault>(defaultMessage), (one) => ({
    type: "default",
    ...one,
  })),
  kind(messages.XFRM_MSG_NEWAE, groups.XFRMNLGRP_AEVENTS, nest<XfrmAe>(aeMessage), (one) => ({
    type: "ae",
    ...one,
  })),
  kind(messages.XFRM_MSG_MAPPING, groups.XFRMNLGRP_MAPPING, nest<XfrmMapping>(mappingMessage), (one) => ({
    type: "mapping",
    ...one,
  })),
  kind(messages.XFRM_MSG_REPORT, groups.XFRMNLGRP_REPORT, nest<XfrmReport>(reportMessage), (one) => ({
    type: "report",
    ...one,
  })),
  kind(messages.XFRM_MSG_MIGRATE, groups.XFRMNLGRP_MIGRATE, policyMigrations.layout, (one) => ({
    type: "migrate",
    ...one,
  })),
  kind(messages.XFRM_MSG_MIGRATE_STATE, groups.XFRMNLGRP_MIGRATE, stateMigrations.layout, (one) => ({
    type: "migrateState",
    ...one,
  })),
];
