import { FlowControl, type HasLayout, type NetlinkNotification } from "@rxnetlink/core";
import {
  type DevlinkReported,
  devlinkDevObject,
  devlinkHealthObject,
  devlinkLinecardObject,
  devlinkParamObject,
  devlinkPortObject,
  devlinkRateObject,
  devlinkRegionObject,
  devlinkTrapGroupObject,
  devlinkTrapObject,
  devlinkTrapPolicerObject,
  flashObject,
  parseHandle,
} from "@rxnetlink/generic/devlink";
import { notificationJson } from "../../../json.js";
import { listening, printLive } from "../../../print-live.js";
import type { CommonOptions } from "../../../session.js";
import { gapText, isGap } from "../../../text/gap.js";
import { reportedText } from "./devlink-text.js";
import { withDevlink } from "./with-devlink.js";

const OBJECTS = [
  devlinkDevObject,
  devlinkHealthObject,
  devlinkLinecardObject,
  devlinkParamObject,
  devlinkPortObject,
  devlinkRateObject,
  devlinkRegionObject,
  devlinkTrapGroupObject,
  devlinkTrapObject,
  devlinkTrapPolicerObject,
  flashObject,
] as const;
const LAYOUTS: Readonly<Record<string, HasLayout<object>>> = Object.fromEntries(
  OBJECTS.map((object) => [object.name, object as unknown as HasLayout<object>]),
);

/** Formats a notification as one line, in the columns of `rxnl monitor`. */
function notificationText(notification: NetlinkNotification<DevlinkReported>): string {
  if (isGap(notification)) return gapText(notification);
  const { type: event, object, value } = notification;
  return `${event === "new" ? "+" : "-"} ${object.padEnd(7)} ${reportedText(object, value)}`;
}

/** Prints what devlink reports until interrupted. */
export function monitor(handle: string | undefined, { netns, json }: CommonOptions): Promise<void> {
  const filter = handle === undefined ? {} : { filter: parseHandle(handle) };
  return withDevlink("listen", netns, async (devlink) => {
    const flowControl = new FlowControl();
    const event$ = devlink.monitor$({ ...filter, listening, flowControl });
    const jsonOf = (event: NetlinkNotification<DevlinkReported>) => notificationJson(event, LAYOUTS);
    await printLive(event$, flowControl, json ? jsonOf : notificationText);
  });
}
