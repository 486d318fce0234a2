import { checkOptions } from "@rxnetlink/core/internal";
import { defer, filter, type Observable } from "rxjs";
import { arrivals$ } from "../common/arrivals.js";
import { UEVENT_SOURCES, type UeventEvent, ueventEvents } from "./events.js";
import { chosenBy, type UeventOptions, type UeventsOptions, ueventChecks } from "./options.js";
import { NETLINK_KOBJECT_UEVENT } from "./protocol.js";

/** See `Uevents.uevent$`. */
export type UeventStream = (options?: UeventOptions) => Observable<UeventEvent>;

/** Options of `uevents()`, as far as sockets are concerned. */
type Setting = Pick<UeventsOptions, "transport" | "namespace" | "receiveBuffer">;

/** Returns the function `uevent$`. */
export function ueventsOf$({ transport, namespace, receiveBuffer }: Setting): UeventStream {
  return (options = {}) =>
    defer(() => {
      const checked = checkOptions("uevent$", options, ueventChecks);
      const { source = "kernel", flowControl, listening, ...chosen } = checked;
      const ofSocket = {
        protocol: NETLINK_KOBJECT_UEVENT,
        groups: [UEVENT_SOURCES[source].group],
        ...(namespace !== undefined && { namespace }),
        ...(receiveBuffer !== undefined && { receiveBuffer }),
        ...(source === "udev" && { passCredentials: true }),
      };
      const arrival$ = arrivals$(transport, ofSocket, { flowControl, opened: () => listening?.() });
      return ueventEvents(arrival$, source).pipe(filter(chosenBy(chosen)));
    });
}
