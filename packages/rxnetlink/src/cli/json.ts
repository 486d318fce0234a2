import {
  type Difference,
  definitionOf,
  type HasLayout,
  type NetlinkNotification,
  type NetlinkObject,
  type ObjectDefinition,
  toJson,
} from "@rxnetlink/core";
import { isBytes, type StateDifference, type StateResync, type StateSynced } from "@rxnetlink/core/internal";

/** Layouts by the names of their objects. */
export type Layouts = Readonly<Record<string, HasLayout<object>>>;

/** Returns the layouts of objects by the names that events have. */
export const layoutsOf = (objects: Iterable<NetlinkObject<object>>): Layouts =>
  Object.fromEntries(
    [...objects].map((object) => {
      const definition = definitionOf(object) as ObjectDefinition<object>;
      return [definition.name, definition];
    }),
  );

/** Returns 64-bit integers as text, errors as their text, and bytes in hexadecimal, none of which JSON has. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Error) return { name: value.name, message: value.message };
  return isBytes(value) ? Buffer.from(value).toString("hex") : value;
}

/** Formats an event without a layout as one line. */
export const eventJson = (event: object): string => JSON.stringify(event, (_, value) => plain(value));

/** Returns a notification with its value in the form of `toJson()`. */
export const notificationData = (notification: NetlinkNotification<object>, layouts: Layouts): object =>
  "value" in notification
    ? { ...notification, value: toJson(layouts[notification.object]!, notification.value) }
    : notification;

/** Formats a notification as one line. */
export const notificationJson = (notification: NetlinkNotification<object>, layouts: Layouts): string =>
  eventJson(notificationData(notification, layouts));

/** Returns the values of a difference in the form of `toJson()`. */
export const differenceJson = (
  { current, previous }: Difference<object>,
  layout: HasLayout<object>,
): object => ({
  ...(current !== undefined && { current: toJson(layout, current) }),
  ...(previous !== undefined && { previous: toJson(layout, previous) }),
});

/** Returns an event of the state in the shape of `watch$`, with values in the form of `toJson()`. */
export function stateData(
  event: StateDifference<object> | StateSynced | StateResync,
  layouts: Layouts,
): object {
  if (event.type !== "difference") return event;
  const { object, inferred, difference } = event;
  const values = differenceJson(difference, layouts[object]!);
  return { type: difference.type, object, ...values, inferred };
}

/** Formats an existing object as an `added` event, as `watch$` begins with. */
export function addedJson(object: string, current: object, layouts: Layouts): string {
  return JSON.stringify({
    type: "added",
    object,
    current: toJson(layouts[object]!, current),
    inferred: true,
  });
}
