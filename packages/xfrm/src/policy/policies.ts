import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  EncodeError,
  extendObject,
  type Match,
  type Written,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { labelOf } from "../common/label.js";
import { XFRM_MSG_FLUSHPOLICY, XFRM_MSG_POLEXPIRE } from "../common/messages.js";
import type { XfrmMigrate } from "../migrate/layout.js";
import { xfrmMigrateObject } from "../migrate/object.js";
import { policyExpireMessage, type XfrmExpiredPolicy } from "./expire.js";
import { policyFlushMessage, type XfrmPolicyFlush } from "./flush.js";
import { type XfrmPolicyVerbs, xfrmPolicyObject } from "./object.js";

/** Requests that end the lifetime of a policy. */
export const xfrmPolicyExpireObject = defineObject({
  name: "xfrm-policy-expire",
  namedBy: ["dir", "index"],
  layout: nest<XfrmExpiredPolicy>(policyExpireMessage),
  types: { set: XFRM_MSG_POLEXPIRE },
  groups: [],
  verbs: ["set"],
  filters: [],
});

/** Methods of policies beside the verbs. */
interface More {
  /**
   * Removes all policies of a table with one request; `"all"` is those of the usual one.
   *
   * @param which - `"all"`, or a table; a key without one is an error.
   *
   * @example
   * xfrm.policy.flushAll$({ policyType: "sub" });
   */
  flushAll$(which: Match<XfrmPolicyFlush> | "all"): Observable<Ack>;
  /**
   * Ends the lifetime of a policy, as the clock does: the kernel reports it, and with `hard: 1` removes the policy.
   *
   * @example
   * xfrm.policy.expire$({ dir: "out", index: 9, hard: 1 });
   */
  expire$(policy: Written<XfrmExpiredPolicy>): Observable<Ack>;
  /**
   * Moves the templates of a policy, and the states that belong to them, to other addresses.
   *
   * @example
   * xfrm.policy.migrate$({
   *   sel: { daddr: "10.2.0.0/16", saddr: "10.1.0.0/16" },
   *   dir: "out",
   *   migrate: [{ oldDaddr: "192.0.2.2", oldSaddr: "192.0.2.1", newDaddr: "192.0.2.9", newSaddr: "192.0.2.1", proto: "esp", mode: "tunnel" }],
   * });
   */
  migrate$(migration: Written<XfrmMigrate>): Observable<Ack>;
}

/**
 * Verbs of policies. A key is `dir` and `index`, or `dir` and the selector `sel` as it was written; also `policyType`, `mark`
 * and `ifId` if they have one. `replace$` creates a policy, or replaces the one with the same selector (`XFRM_MSG_UPDPOLICY`).
 *
 * `watch$` and `state$` count a hard expiry as a removal. The counters in `curlft` are those of the last list.
 */
export interface XfrmPolicies extends XfrmPolicyVerbs, More {}

function flush(connection: Connection, which: Match<XfrmPolicyFlush> | "all"): Observable<Ack> {
  if (which !== "all" && which?.policyType === undefined)
    throw new EncodeError('it names no table; "all" means all policies');
  const label = labelOf(xfrmPolicyObject, "flush");
  const value = which === "all" ? {} : (which as XfrmPolicyFlush);
  return connection.execute$({ type: XFRM_MSG_FLUSHPOLICY, layout: policyFlushMessage, label, value });
}

/** Binds policies to a connection. */
export function policiesOf(connection: Connection): XfrmPolicies {
  return extendObject<XfrmPolicyVerbs, More>(bindObject(connection, xfrmPolicyObject), {
    flushAll$: (which) => deferred(() => flush(connection, which)),
    expire$: bindObject(connection, xfrmPolicyExpireObject).set$ as More["expire$"],
    migrate$: bindObject(connection, xfrmMigrateObject).set$ as More["migrate$"],
  });
}
