import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
} from "@rxnetlink/core";
import { enumeration, type Infer, message, nest, noAttributes, struct, u8 } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { XFRMNLGRP_POLICY } from "../common/groups.js";
import { XFRM_MSG_GETDEFAULT, XFRM_MSG_SETDEFAULT } from "../common/messages.js";

/** What happens to packets without a policy (`XFRM_USERPOLICY_*`). */
const userpolicy = enumeration("XFRM_USERPOLICY_", u8, {
  /** In a request: as before. */
  unspec: 0,
  /** They are dropped. */
  block: 1,
  /** They pass. */
  accept: 2,
});

const xfrmUserpolicyDefault = struct("xfrm_userpolicy_default", {
  /** Packets for this host. */
  in: userpolicy,
  /** Packets that this host forwards. */
  fwd: userpolicy,
  /** Packets that this host sends. */
  out: userpolicy,
});

/** Layout of `XFRM_MSG_*DEFAULT`. */
export const defaultMessage = message("xfrm-default", xfrmUserpolicyDefault, noAttributes);
/** What happens to packets without a policy. */
export interface XfrmDefault extends Infer<typeof defaultMessage> {}

/** Messages about packets without a policy (`XFRM_MSG_*DEFAULT`). */
export const xfrmDefaultObject = defineObject({
  name: "xfrm-default",
  layout: nest<XfrmDefault>(defaultMessage),
  types: { get: XFRM_MSG_GETDEFAULT, set: XFRM_MSG_SETDEFAULT },
  alsoNotifiedBy: [XFRM_MSG_GETDEFAULT],
  groups: [XFRMNLGRP_POLICY],
  verbs: ["set", "notify"],
  filters: [],
});

/** Verbs of what happens to packets without a policy. */
export interface XfrmDefaults extends ObjectOf<typeof xfrmDefaultObject> {
  /** Emits what happens to packets without a policy. */
  get$(): Observable<XfrmDefault>;
  /**
   * Sets what happens to packets without a policy; directions that are left out stay as they are.
   *
   * @example
   * xfrm.defaultPolicy.set$({ in: "block", fwd: "block" });
   */
  set$(value: Partial<XfrmDefault>): Observable<Ack>;
}

/** Binds them to a connection. */
export function defaultsOf(connection: Connection): XfrmDefaults {
  const { layout, name } = xfrmDefaultObject;
  const label = { object: name, verb: "get", namedBy: [] };
  return extendObject(bindObject(connection, xfrmDefaultObject), {
    get$: () => connection.request$({ type: XFRM_MSG_GETDEFAULT, layout, label, value: {} }),
  });
}
