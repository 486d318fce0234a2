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
import type { Observable } from "rxjs";
import { outlineOf } from "../common/outline-of.js";
import { type Timeout, timeoutMessage } from "./layout.js";
import {
  IPCTNL_MSG_TIMEOUT_DEFAULT_GET,
  IPCTNL_MSG_TIMEOUT_DEFAULT_SET,
  IPCTNL_MSG_TIMEOUT_DELETE,
  IPCTNL_MSG_TIMEOUT_GET,
  IPCTNL_MSG_TIMEOUT_NEW,
} from "./messages.js";

/** Messages of timeout policies (`IPCTNL_MSG_TIMEOUT_*`). */
export const timeoutObject = defineObject({
  name: "timeout",
  namedBy: ["name", "l3proto", "l4proto"],
  layout: nest<Timeout>(timeoutMessage),
  types: { new: IPCTNL_MSG_TIMEOUT_NEW, delete: IPCTNL_MSG_TIMEOUT_DELETE, get: IPCTNL_MSG_TIMEOUT_GET },
  groups: [],
  verbs: ["list", "get", "add", "replace", "delete"],
  filters: [],
  // The kernel marks a single reply as part of several.
  getFlags: NLM_F_ACK,
  // A request to delete without a name removes all.
  keysOf: (timeout) => [pick(timeout, "name")],
});

/** Protocols that timeouts are about. */
export interface TimeoutProtocol extends Pick<Timeout, "l3proto" | "l4proto"> {}

/** Timeouts of connections without a policy. */
export interface TimeoutDefaults extends Pick<Timeout, "l3proto" | "l4proto" | "data"> {}

/**
 * Verbs of timeout policies. Timeouts that `add$` and `replace$` are not given are the namespace's own. The protocols of a
 * policy cannot be replaced. Most kernels refuse to remove a policy in use (`EBUSY`); 6.12.117 does not.
 */
export interface Timeouts extends ObjectOf<typeof timeoutObject> {
  /** Emits the timeouts of connections without a policy. */
  getDefault$(protocol: TimeoutProtocol): Observable<Timeout>;
  /** Sets timeouts of connections without a policy; those that are not given stay as they are. */
  setDefault$(timeouts: TimeoutDefaults): Observable<Ack>;
  /** Removes all policies that no rule uses, with one request. */
  deleteUnused$(): Observable<Ack>;
}

/** Returns the verbs of timeout policies over a connection. */
export function timeoutsOf(connection: Connection): Timeouts {
  const getting = outlineOf(timeoutObject, IPCTNL_MSG_TIMEOUT_DEFAULT_GET, "getDefault");
  const setting = outlineOf(timeoutObject, IPCTNL_MSG_TIMEOUT_DEFAULT_SET, "setDefault");
  const deleting = outlineOf(timeoutObject, IPCTNL_MSG_TIMEOUT_DELETE, "deleteUnused");
  return extendObject(bindObject(connection, timeoutObject), {
    getDefault$: (value: TimeoutProtocol) => connection.request$({ ...getting, flags: NLM_F_ACK, value }),
    setDefault$: (value: TimeoutDefaults) => connection.execute$({ ...setting, value }),
    deleteUnused$: () => connection.execute$({ ...deleting, value: {} }),
  });
}
