import { type HasLayout, type NetlinkNotification, toJson } from "@rxnetlink/core";
import type { StateEvent } from "@rxnetlink/core/internal";
import { addressObject, linkObject, routeObject } from "@rxnetlink/route";
import type { ObjectName } from "./session.js";

const LAYOUTS = { link: linkObject, address: addressObject, route: routeObject } as const;

/** Converts an object to the form of `toJson()`. */
function jsonOf(object: string, value: object): unknown {
  return toJson(LAYOUTS[object as ObjectName] as HasLayout<object>, value);
}

/** Formats a notification as one line. */
export function notificationJson(notification: NetlinkNotification<object>): string {
  if (notification.type === "malformed") {
    const { error, bytes } = notification;
    const hex = Buffer.from(bytes).toString("hex");
    return JSON.stringify({
      type: "malformed",
      error: { name: error.name, message: error.message },
      bytes: hex,
    });
  }
  if (!("value" in notification)) return JSON.stringify(notification);
  return JSON.stringify({ ...notification, value: jsonOf(notification.object, notification.value) });
}

/** Formats an event of the state as one line in the shape of `watch$`; `undefined` for internal events. */
export function stateJson(event: StateEvent<object>): string | undefined {
  if (event.type === "consistent") return undefined;
  if (event.type !== "difference") return JSON.stringify(event);
  const { object, inferred } = event;
  const { type, current, previous } = event.difference;
  return JSON.stringify({
    type,
    object,
    ...(current !== undefined && { current: jsonOf(object, current) }),
    ...(previous !== undefined && { previous: jsonOf(object, previous) }),
    inferred,
  });
}

/** Formats an existing object as an `added` event, as `watch$` begins with. */
export function addedJson(object: string, current: object): string {
  return JSON.stringify({ type: "added", object, current: jsonOf(object, current), inferred: true });
}
