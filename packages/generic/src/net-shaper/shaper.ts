import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  NET_SHAPER_CMD_CAP_GET,
  NET_SHAPER_CMD_DELETE,
  NET_SHAPER_CMD_GET,
  NET_SHAPER_CMD_GROUP,
  NET_SHAPER_CMD_SET,
} from "./commands.js";
import { type NetShaperCaps, type NetShaperRate, netShaperCapsMessage, netShaperMessage } from "./layout.js";

/** Messages of shapers (`NET_SHAPER_CMD_*`). */
export const netShaperObject = defineObject({
  name: "netShaper",
  namedBy: ["ifindex", "handle"],
  layout: nest<NetShaperRate>(netShaperMessage),
  types: { get: NET_SHAPER_CMD_GET, set: NET_SHAPER_CMD_SET, delete: NET_SHAPER_CMD_DELETE },
  groups: [],
  verbs: ["list", "get", "set", "delete"],
  filters: ["ifindex"],
  keysOf: (shaper) => [pick(shaper, "ifindex", "handle")],
});

/**
 * Verbs of shapers. `list$` needs the link. `set$` creates or changes the shaper of a link or of a queue; what it lacks stays
 * as it is.
 *
 * @example
 * shaper.set$({ ifindex: "eth0", handle: { scope: "queue", id: 3 }, metric: "bps", bwMax: 1_000_000_000n });
 */
export interface NetShapers extends ObjectOf<typeof netShaperObject> {
  /**
   * Groups queues under the shaper of the link or of a node, which is created if its handle has no `id`, and emits the link
   * and the handle.
   */
  group$(group: NetShaperRate): Observable<NetShaperRate>;
}

/** Messages of abilities (`NET_SHAPER_CMD_CAP_GET`). */
export const netShaperCapsObject = defineObject({
  name: "netShaperCaps",
  namedBy: ["ifindex", "scope"],
  layout: nest<NetShaperCaps>(netShaperCapsMessage),
  types: { get: NET_SHAPER_CMD_CAP_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["ifindex"],
  keysOf: (caps) => [pick(caps, "ifindex", "scope")],
});
/** Verbs of abilities of links to shape; `list$` needs the link. */
export interface NetShaperCapabilities extends ObjectOf<typeof netShaperCapsObject> {}

/** Returns the verbs of shapers over a connection. */
export function shapersOf(connection: Connection): NetShapers {
  const group = {
    type: NET_SHAPER_CMD_GROUP,
    layout: netShaperObject.layout,
    label: { object: "netShaper", verb: "group", namedBy: ["ifindex"] },
  };
  return extendObject(bindObject(connection, netShaperObject), {
    group$: (value: NetShaperRate) => deferred(() => connection.request$({ ...group, value })),
  });
}
