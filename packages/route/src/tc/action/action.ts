import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { type Bitfield32, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { kindHint, machineHint } from "../../common/hints.js";
import { RTM_DELACTION, RTM_GETACTION, RTM_NEWACTION } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { requestIfDifferent, settingsOf } from "../settings.js";
import { type Action, indexOfAction } from "./act.js";
import { actionKind } from "./kinds/index.js";
import { type ActionTable, actionTable, singleAction } from "./layout.js";

/** `TCA_ACT_FLAG_LARGE_DUMP_ON`. */
const LARGE_DUMP: Bitfield32 = { value: 1, selector: 1 };

const unknownKind = kindHint<Action>("action kind", actionKind.words);
/** The kernel refuses to delete an action in use like a request that lacks a capability. */
const actionHint: typeof unknownKind = (refusal, value, verb) => {
  const privilege = machineHint(refusal, value, verb);
  if (privilege === undefined) return unknownKind(refusal, value, verb);
  return verb === "delete" ? `a filter may use it; otherwise it ${privilege}` : privilege;
};

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
    layout: actionTable,
    dump: (filter) => ({ tab: [filter], flags: LARGE_DUMP }),
    open: ({ tab = [] }: ActionTable) => tab,
  },
  types: { new: RTM_NEWACTION, delete: RTM_DELACTION, get: RTM_GETACTION },
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "flushAll", "notify"],
  filters: ["kind"],
  changeFlags: NLM_F_REPLACE,
  adapt: requestIfDifferent(singleAction),
  keysOf: (value) => [keyOf(value)],
});

/** Verbs of actions. The kernel sends several in a message; each is emitted on its own. */
export interface Actions extends ObjectOf<typeof actionObject> {}
