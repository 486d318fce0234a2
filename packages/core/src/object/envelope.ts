import type { ChangeNotification, NetlinkNotification } from "../connection/notification.js";
import type { AnyType } from "../schema/type.js";

/** A message that holds several objects. */
export interface Envelope<T> {
  /** Its layout. */
  readonly layout: AnyType;
  /** Returns the request for a list, by the members that the kernel filters by. */
  dump(filter: Partial<T>): object;
  /** Returns the objects in a message. */
  open(message: object): readonly T[];
}

/** Returns a notification of several objects as one of each. */
export function opened<T>(
  { open }: Envelope<T>,
  notification: NetlinkNotification<object>,
): NetlinkNotification<T>[] {
  if (!("value" in notification)) return [notification];
  return open(notification.value).map((value): ChangeNotification<T> => ({ ...notification, value }));
}
