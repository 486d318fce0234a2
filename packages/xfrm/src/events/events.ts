import type { Connection, GroupOf, NetlinkNotification, NotificationOptions } from "@rxnetlink/core";
import {
  aFunction,
  anArray,
  anything,
  checkArgument,
  checkOptions,
  deferred,
  oneOf,
} from "@rxnetlink/core/internal";
import { map, type Observable } from "rxjs";
import { type XfrmGroup, xfrmGroups } from "../common/groups.js";
import type { XfrmStates } from "../state/states.js";
import type { XfrmEvent } from "./event.js";
import { eventKinds } from "./kinds.js";

/** Options of `events$`. */
export interface XfrmEventOptions extends NotificationOptions {
  /** Groups to listen to: all by default. */
  readonly groups?: readonly XfrmGroup[];
}

const CHECKS = { groups: anArray, listening: aFunction, flowControl: anything };

/** Emits the events of some groups in the kernel's order. */
export function events$(
  connection: Connection,
  states: XfrmStates,
  given: XfrmEventOptions = {},
  callee = "events$",
): Observable<XfrmEvent> {
  return deferred(() => {
    const { groups = Object.keys(xfrmGroups) as XfrmGroup[], ...options } = checkOptions(
      callee,
      given,
      CHECKS,
    );
    for (const [index, group] of groups.entries())
      checkArgument(callee, `groups[${index}]`, group, oneOf(...Object.keys(xfrmGroups)));
    const joined = new Set<GroupOf>(groups.map((group) => xfrmGroups[group]));
    const kinds = eventKinds.filter(({ messages }) => messages.groups.some((group) => joined.has(group)));
    const byName = new Map(kinds.map((one) => [one.messages.name, one]));
    const eventOf = (notification: NetlinkNotification<object>): XfrmEvent =>
      "value" in notification
        ? byName.get(notification.object)!.event(notification.value, states)
        : notification;
    return connection
      .notifications$(
        kinds.map(({ messages }) => messages),
        options,
      )
      .pipe(map(eventOf));
  });
}
