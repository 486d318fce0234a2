import { EncodeError } from "@rxnetlink/core";
import {
  attributes,
  type Bitfield32,
  bitfield32,
  type Infer,
  message,
  nest,
  pad,
  refine,
  string,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../../common/address-family.js";
import { type Action, act, acts } from "./act.js";

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

/** Layout of {@link ActionTable}. */
export const actionTable: Type<ActionTable> = nest<ActionTable>(actionMessage);

/** Layout of a table with a single action, whose value is that action. */
export const singleAction: Type<Action> = refine<ActionTable, Action>(actionTable, {
  read: (view, at, end, scope) => actionTable.read(view, at, end, scope).tab?.[0] ?? {},
  write(out, value, scope) {
    try {
      actionTable.write(out, { family: "unspec", tab: [value] }, scope);
    } catch (error) {
      // The caller's value has no `tab[0]`.
      throw error instanceof EncodeError ? error.without(2) : error;
    }
  },
  member: act.member!,
  keys: act.keys!,
  locate(view, at, end, offset, scope) {
    const { path, type } = actionTable.locate!(view, at, end, offset, scope);
    return { path: path[0] === "tab" ? path.slice(2) : path, type };
  },
});
