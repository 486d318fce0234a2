import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  DEVLINK_CMD_SB_GET,
  DEVLINK_CMD_SB_NEW,
  DEVLINK_CMD_SB_OCC_MAX_CLEAR,
  DEVLINK_CMD_SB_OCC_SNAPSHOT,
} from "../commands.js";
import type { DevlinkHandle } from "../common/handle.js";
import { type Command, tell$ } from "../common/request.js";
import { type DevlinkSb, devlinkSbMessage } from "./layout.js";

/** Messages of shared buffers (`DEVLINK_CMD_SB_*`). */
export const devlinkSbObject = defineObject({
  name: "sb",
  namedBy: ["busName", "devName", "sbIndex"],
  layout: nest<DevlinkSb>(devlinkSbMessage),
  types: { new: DEVLINK_CMD_SB_NEW, get: DEVLINK_CMD_SB_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["busName", "devName"],
  keysOf: (sb) => [pick(sb, "busName", "devName", "sbIndex")],
});

/** Names a shared buffer. */
export interface DevlinkSbKey extends DevlinkHandle {
  /** Number of the shared buffer. */
  readonly sbIndex: number;
}

/** Verbs of shared buffers. */
export interface DevlinkSbs extends ObjectOf<typeof devlinkSbObject> {
  /** Has the device take down how full the buffer is, for `sbOccCur` and `sbOccMax` of pools. */
  snapshot$(sb: DevlinkSbKey): Observable<Ack>;
  /** Resets `sbOccMax` of all its pools. */
  clearMax$(sb: DevlinkSbKey): Observable<Ack>;
}

const command = (type: number, verb: string): Command<DevlinkSb> => ({
  type,
  layout: devlinkSbObject.layout,
  label: { object: "sb", verb },
});

/** Returns the verbs of shared buffers over a connection. */
export function sbsOf(connection: Connection): DevlinkSbs {
  const telling = (type: number, verb: string) => (sb: DevlinkSbKey) =>
    tell$(connection, command(type, verb), pick(sb, "busName", "devName", "sbIndex"));
  return extendObject(bindObject(connection, devlinkSbObject), {
    snapshot$: telling(DEVLINK_CMD_SB_OCC_SNAPSHOT, "snapshot"),
    clearMax$: telling(DEVLINK_CMD_SB_OCC_MAX_CLEAR, "clearMax"),
  });
}
