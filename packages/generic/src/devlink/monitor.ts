import type { Connection, FlowControl, MessageSet, NetlinkNotification } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { ignoreElements, merge, mergeMap, type Observable, tap } from "rxjs";
import { genlmsghdr } from "../family/genlmsghdr.js";
import { DEVLINK_CMD_NOTIFY_FILTER_SET } from "./commands.js";
import { type handleAttributes, portHandleAttributes } from "./common/handle.js";
import { devlinkDevObject } from "./dev/dev.js";
import { flashObject } from "./dev/flash.js";
import { devlinkGroups } from "./family.js";
import { devlinkHealthObject } from "./health/health.js";
import { devlinkLinecardObject } from "./linecard/linecard.js";
import { devlinkParamObject } from "./param/param.js";
import { devlinkPortObject } from "./port/port.js";
import { devlinkRateObject } from "./rate/rate.js";
import { devlinkRegionObject } from "./region/region.js";
import { devlinkTrapGroupObject, devlinkTrapObject, devlinkTrapPolicerObject } from "./trap/trap.js";

/** Messages that the kernel sends unasked, of all kinds. */
const OBJECTS = [
  devlinkDevObject,
  devlinkPortObject,
  devlinkParamObject,
  devlinkRegionObject,
  devlinkHealthObject,
  devlinkTrapObject,
  devlinkTrapGroupObject,
  devlinkTrapPolicerObject,
  devlinkRateObject,
  devlinkLinecardObject,
  flashObject,
] as const;

/** Layout of `DEVLINK_CMD_NOTIFY_FILTER_SET`. */
export const devlinkNotifyFilterMessage = message(
  "notifyFilter",
  genlmsghdr,
  attributes("devlink", "DEVLINK_ATTR_", portHandleAttributes),
);
/** Instance, or port, whose notifications are wanted. */
export interface DevlinkNotifyFilter
  extends AttributesOf<typeof handleAttributes>,
    AttributesOf<typeof portHandleAttributes>,
    Infer<typeof devlinkNotifyFilterMessage> {}

/** Anything that the kernel reports of devlink; `object` tells its kind. */
export type DevlinkReported = (typeof OBJECTS)[number] extends infer O
  ? O extends MessageSet<infer T>
    ? T
    : never
  : never;

/** Options of `monitor$`. */
export interface DevlinkMonitorOptions {
  /** Instance, or port, to be told of; all by default. The kernel filters (since 6.8). */
  readonly filter?: DevlinkNotifyFilter;
  /** Pauses reading when events come faster than they are used. */
  readonly flowControl?: FlowControl;
  /** Called when the group is joined: from then on every change is seen. */
  readonly listening?: () => void;
}

/** See {@link Devlink.monitor$}. */
export type DevlinkMonitor = (
  options?: DevlinkMonitorOptions,
) => Observable<NetlinkNotification<DevlinkReported>>;

/** Returns the function `monitor$` of a connection. */
export function monitorOf(connection: Connection): DevlinkMonitor {
  const objects = OBJECTS as unknown as readonly MessageSet<DevlinkReported>[];
  const command = {
    type: DEVLINK_CMD_NOTIFY_FILTER_SET,
    layout: nest<DevlinkNotifyFilter>(devlinkNotifyFilterMessage),
    label: { object: "notifyFilter", verb: "set", namedBy: ["busName", "devName", "portIndex"] },
  };
  return ({ filter, listening = () => {}, flowControl } = {}) =>
    deferred(() => {
      const flow = flowControl === undefined ? {} : { flowControl };
      if (filter === undefined) return connection.notifications$(objects, { listening, ...flow });
      return connection
        .session$(objects, { groups: [devlinkGroups.config], ...flow })
        .pipe(
          mergeMap((session) =>
            merge(
              session.notifications$,
              session.execute$({ ...command, value: filter }).pipe(tap(listening), ignoreElements()),
            ),
          ),
        );
    });
}
