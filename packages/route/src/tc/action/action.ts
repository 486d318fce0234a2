import { defineObject, EncodeError, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  type Bitfield32,
  bitfield32,
  type Infer,
  message,
  NLM_F_REPLACE,
  nest,
  pad,
  refine,
  string,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";

import { addressFamily } from "../../common/address-family.js";
import { kindHint, machineHint } from "../../common/hints.js";
import { RTM_DELACTION, RTM_GETACTION, RTM_NEWACTION } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { requestIfDifferent, settingsOf } from "../settings.js";
import { type Action, act, acts, indexOfAction } from "./act.js";
import { actionKind } from "./kinds/index.js";

/** Fixed header of action messages. */
export const tcamsg = struct("tcamsg", {
  /** Not used. */
  family: addressFamily,
  _: pad(3),
});

/** Attributes of action messages (`TCA_ROOT_*`). */
export const tcaRootAttributes = attributes("tca-root-attrs", "TCA_ROOT_", {
  /** Actions. */
  tab: [1, acts],
  /**
   * In a list request: 1 (`TCA_ACT_FLAG_LARGE_DUMP_ON`) allows more than 32 actions in a message, 2 omits settings
   * and statistics.
   */
  flags: [2, nest<Bitfield32>(bitfield32)],
  /** Number of actions in the message. */
  count: [3, u32],
  /** In a list request: selects actions used within this many ms. */
  timeDelta: [4, u32],
  /** Warning of the kernel in a notification; since 6.3. */
  extWarnMsg: [5, string],
});

/** Layout of `RTM_NEWACTION`, `RTM_DELACTION` and `RTM_GETACTION`. */
export const actionMessage = message("action", tcamsg, tcaRootAttributes);
/** Message with a table of actions. */
export interface ActionTable extends Infer<typeof actionMessage> {}

const table = nest<ActionTable>(actionMessage);

/** Layout of a table with a single action, whose value is that action. */
const singleAction: Type<Action> = refine<ActionTable, Action>(table, {
  read: (view, at, end, scope) => table.read(view, at, end, scope).tab?.[0] ?? {},
  write(out, value, scope) {
    try {
      table.write(out, { family: "unspec", tab: [value] }, scope);
    } catch (error) {
      // The caller's value has no `tab[0]`.
      throw error instanceof EncodeError ? error.without(2) : error;
    }
  },
  member: act.member!,
  keys: act.keys!,
  locate(view, at, end, offset, scope) {
    const { path, type } = table.locate!(view, at, end, offset, scope);
    return { path: path[0] === "tab" ? path.slice(2) : path, type };
  },
});

const types = { new: RTM_NEWACTION, delete: RTM_DELACTION, get: RTM_GETACTION } as const;

/** `TCA_ACT_FLAG_LARGE_DUMP_ON`. */
const LARGE_DUMP: Bitfield32 = { value: 1, selector: 1 };

const unknownKind = kindHint<Action>("action kind", actionKind.words);
const actionHint: typeof unknownKind = (refusal, value) =>
  machineHint(refusal, value) ?? unknownKind(refusal, value);
/** Returns kind and index, which may be given by the settings. */
function keyOf(value: Partial<Action>): Partial<Action> {
  const [kind = value.kind, index] = [value.kind ?? settingsOf(value)?.[0], indexOfAction(value)];
  return {
    ...(kind !== undefined && { kind: kind as NonNullable<Action["kind"]> }),
    ...(index !== undefined && { index }),
  };
}

/**
 * Action messages (`RTM_*ACTION`). The kernel lists the actions of one kind, so `list$` needs `kind`. Changes need
 * root in the initial user namespace: root of another one gets `EPERM`, even in its own network namespaces.
 */
export const actionObject = defineObject({
  name: "action",
  namedBy: ["kind", "index"],
  hint: actionHint,
  layout: singleAction,
  envelope: {
    layout: table,
    dump: (filter) => ({ tab: [filter], flags: LARGE_DUMP }),
    open: ({ tab = [] }: ActionTable) => tab,
  },
  types,
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "flushAll", "notify"],
  filters: ["kind"],
  changeFlags: NLM_F_REPLACE,
  adapt: requestIfDifferent(singleAction),
  keysOf: (value) => [keyOf(value)],
});
/** The verbs of actions that no filter holds; a message may hold many, and here each comes alone. */
export interface Actions extends ObjectOf<typeof actionObject> {}
