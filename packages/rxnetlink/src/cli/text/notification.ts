import type { NetlinkNotification } from "@rxnetlink/core";
import { gapText, isGap } from "./gap.js";
import type { Wording } from "./wording.js";

/** Formats a notification as one line: `+` new or changed, `-` removed, `!` about the stream itself. */
export function notificationText(
  notification: NetlinkNotification<object>,
  wordingOf: (object: string) => Wording,
): string {
  if (isGap(notification)) return gapText(notification);
  const { type, object, value } = notification;
  const { name, describe } = wordingOf(object);
  return `${type === "new" ? "+" : "-"} ${name} ${describe(value)}`;
}
