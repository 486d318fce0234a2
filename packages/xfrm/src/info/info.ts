import { type Ack, bindObject, type Connection, defineObject, extendObject } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { XFRM_MSG_GETSADINFO, XFRM_MSG_GETSPDINFO, XFRM_MSG_NEWSPDINFO } from "../common/messages.js";
import { sadMessage, spdMessage, type XfrmSad, type XfrmSpd } from "./layout.js";

/** The table of states. */
export interface XfrmSadInfo {
  /** Emits its size and the number of states. */
  get$(): Observable<XfrmSad>;
}

/** Binds the table of states to a connection. */
export function sadOf(connection: Connection): XfrmSadInfo {
  const layout = nest<XfrmSad>(sadMessage);
  const label = { object: "xfrm-sad", verb: "get", namedBy: [] };
  return { get$: () => connection.request$({ type: XFRM_MSG_GETSADINFO, layout, label, value: {} }) };
}

/** Requests that set thresholds of the table of policies. */
const xfrmSpdObject = defineObject({
  name: "xfrm-spd",
  layout: nest<XfrmSpd>(spdMessage),
  types: { set: XFRM_MSG_NEWSPDINFO },
  groups: [],
  verbs: ["set"],
  filters: [],
});

/** The table of policies. */
export interface XfrmSpdInfo {
  /** Emits its size, the numbers of policies and the thresholds. */
  get$(): Observable<XfrmSpd>;
  /**
   * Sets the thresholds: policies for prefixes at least that long are found by hash, the others by search.
   *
   * @example
   * xfrm.spd.set$({ ipv4Hthresh: { lbits: 24, rbits: 16 } });
   */
  set$(thresholds: Pick<XfrmSpd, "ipv4Hthresh" | "ipv6Hthresh">): Observable<Ack>;
}

/** Binds the table of policies to a connection. */
export function spdOf(connection: Connection): XfrmSpdInfo {
  const { layout, name } = xfrmSpdObject;
  const label = { object: name, verb: "get", namedBy: [] };
  return extendObject(bindObject(connection, xfrmSpdObject), {
    get$: () => connection.request$({ type: XFRM_MSG_GETSPDINFO, layout, label, value: {} }),
  });
}
