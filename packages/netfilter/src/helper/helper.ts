import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { NLM_F_ACK, nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { outlineOf } from "../common/outline-of.js";
import { type Helper, type HelperPolicySet, helperMessage } from "./layout.js";
import { NFNL_MSG_CTHELPER_DEL, NFNL_MSG_CTHELPER_GET, NFNL_MSG_CTHELPER_NEW } from "./messages.js";

const CLASSES = ["set1", "set2", "set3", "set4"] as const;

/** Counts the classes of a policy, as the kernel requires. */
function counted(policy: HelperPolicySet): HelperPolicySet {
  // What is no policy is refused where it is written.
  if (!isRecord(policy)) return policy;
  return { setNum: CLASSES.filter((name) => policy[name] !== undefined).length, ...policy };
}

/** Messages of helpers (`NFNL_MSG_CTHELPER_*`). */
export const helperObject = defineObject({
  name: "helper",
  namedBy: ["name", "queueNum"],
  layout: nest<Helper>(helperMessage),
  types: { new: NFNL_MSG_CTHELPER_NEW, delete: NFNL_MSG_CTHELPER_DEL, get: NFNL_MSG_CTHELPER_GET },
  groups: [],
  verbs: ["list", "get", "add", "change", "replace", "delete"],
  filters: [],
  // The kernel marks a single reply as part of several.
  getFlags: NLM_F_ACK,
  complete: (given, verb) =>
    given.policy === undefined || verb === "get" || verb === "list"
      ? given
      : { ...given, policy: counted(given.policy) },
  // A request to delete without a name removes all that match.
  keysOf: (helper) => [helper.name === undefined ? {} : pick(helper, "name", "tuple")],
});

/** Verbs of helpers, which all namespaces share and which need `CAP_NET_ADMIN` in the first one. */
export interface Helpers extends ObjectOf<typeof helperObject> {
  /** Removes all helpers that no connection or rule uses, with one request. */
  deleteUnused$(): Observable<Ack>;
}

/** Returns the verbs of helpers over a connection. */
export function helpersOf(connection: Connection): Helpers {
  const deleting = outlineOf(helperObject, NFNL_MSG_CTHELPER_DEL, "deleteUnused");
  return extendObject(bindObject(connection, helperObject), {
    deleteUnused$: () => connection.execute$({ ...deleting, value: {} }),
  });
}
