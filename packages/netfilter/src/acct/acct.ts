import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { NLM_F_ACK, nest } from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import { type Named, nameIn } from "../common/name-in.js";
import { NFNLGRP_ACCT_QUOTA } from "../common/nfnlgrp.js";
import { outlineOf } from "../common/outline-of.js";
import { type Acct, acctFlags, acctMessage } from "./layout.js";
import {
  NFNL_MSG_ACCT_DEL,
  NFNL_MSG_ACCT_GET,
  NFNL_MSG_ACCT_GET_CTRZERO,
  NFNL_MSG_ACCT_NEW,
  NFNL_MSG_ACCT_OVERQUOTA,
} from "./messages.js";

/** Removes the flag that the kernel sets, so that a listed object can be added again. */
function completeAcct({ flags, ...given }: Partial<Acct>): Partial<Acct> {
  if (typeof flags !== "number") return flags === undefined ? given : { ...given, flags };
  return { ...given, flags: flags & ~acctFlags.bits.overquota };
}

/** Messages of accounting objects (`NFNL_MSG_ACCT_*`). The kernel cannot change one. */
export const acctObject = defineObject({
  name: "acct",
  namedBy: ["name"],
  layout: nest<Acct>(acctMessage),
  types: { new: NFNL_MSG_ACCT_NEW, delete: NFNL_MSG_ACCT_DEL, get: NFNL_MSG_ACCT_GET },
  alsoNotifiedBy: [NFNL_MSG_ACCT_OVERQUOTA],
  groups: [NFNLGRP_ACCT_QUOTA],
  verbs: ["list", "get", "add", "replace", "delete", "notify"],
  filters: [],
  requestOnly: ["filter"],
  details: [],
  // The kernel marks a single reply as part of several.
  getFlags: NLM_F_ACK,
  complete: (given, verb) => (verb === "add" || verb === "replace" ? completeAcct(given) : given),
  // A request to delete without a name removes all.
  keysOf: (acct) => [pick(acct, "name")],
});

/**
 * Verbs of accounting objects. `notifications$` reports an object when its quota is met, once until it is reset; it reports
 * neither new nor removed ones. `replace$` of an object that exists sets its counters to 0 and leaves the rest as it is.
 */
export interface Accts extends ObjectOf<typeof acctObject> {
  /** Emits an object as it is, and sets its counters to 0; its quota can be met again. */
  reset$(key: Named): Observable<Acct>;
  /** Emits all objects as they are, and sets their counters to 0; their quotas can be met again. */
  resetAll$(): Observable<Acct>;
  /** Removes all objects that no rule uses, with one request. */
  deleteUnused$(): Observable<Ack>;
}

/** Returns the verbs of accounting objects over a connection. */
export function acctsOf(connection: Connection): Accts {
  const resetting = outlineOf(acctObject, NFNL_MSG_ACCT_GET_CTRZERO, "reset");
  const deleting = outlineOf(acctObject, NFNL_MSG_ACCT_DEL, "deleteUnused");
  return extendObject(bindObject(connection, acctObject), {
    reset$: (key: Named) =>
      defer(() => connection.request$({ ...resetting, flags: NLM_F_ACK, value: nameIn(key, "acct") })),
    resetAll$: () => connection.dump$({ ...resetting, value: {} }),
    deleteUnused$: () => connection.execute$({ ...deleting, value: {} }),
  });
}
