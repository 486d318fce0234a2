import { concatMap, from, identity, map, type Observable } from "rxjs";
import { notificationChecks } from "../connection/checks.js";
import type { Connection } from "../connection/connection.js";
import type { MessageSet, NetlinkNotification, NotificationOptions } from "../connection/notification.js";
import { checkOptions } from "../values/check-options.js";
import type { ObjectDefinition } from "./definition.js";
import { opened } from "./envelope.js";
import { deferred } from "./input.js";
import { type GivenMembers, memberChecks, type Projection, type Projections } from "./projection.js";

type Notified<T> = Pick<ObjectDefinition<T, never>, keyof MessageSet<T> | "envelope">;

/** Emits the notifications of one kind of object; see {@link Notifying.notifications$}. */
export function notifications$<T extends object>(
  connection: Connection,
  definition: Notified<T>,
  projections: Projections<T>,
  given: NotificationOptions & GivenMembers,
): Observable<NetlinkNotification<T>> {
  return deferred(() => {
    const checks = { ...notificationChecks, ...memberChecks };
    const { members, ...options } = checkOptions("notifications$", given, checks);
    const projection = projections.of("notifications$", members);
    const layout = projection?.reading([]) ?? definition.layout;
    return decoded$(connection, { ...definition, layout }, options).pipe(
      projection === undefined ? identity : map((one) => projected(one, projection)),
    );
  });
}

/** Emits the notifications as the layout reads them. */
function decoded$<T>(
  connection: Connection,
  definition: Notified<T>,
  options: NotificationOptions,
): Observable<NetlinkNotification<T>> {
  const { envelope, name, types, groups } = definition;
  if (envelope === undefined) return connection.notifications$([definition], options);
  return connection
    .notifications$<object>([{ name, types, groups, layout: envelope.layout }], options)
    .pipe(concatMap((notification) => from(opened(envelope, notification))));
}

/** Returns a notification whose value has only the chosen members. */
function projected<T extends object>(
  notification: NetlinkNotification<T>,
  { project }: Projection<T>,
): NetlinkNotification<T> {
  return "value" in notification ? { ...notification, value: project(notification.value) } : notification;
}
