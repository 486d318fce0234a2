import type { Ack, Connection } from "@rxnetlink/core";
import { pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { from, mergeMap, type Observable } from "rxjs";
import { DEVLINK_CMD_RESOURCE_DUMP, DEVLINK_CMD_RESOURCE_SET } from "../commands.js";
import type { DevlinkHandle, DevlinkPortHandle } from "../common/handle.js";
import { ask$, type Command, tell$ } from "../common/request.js";
import { type DevlinkResource, type DevlinkResources, devlinkResourcesMessage } from "./layout.js";

/** A size for a resource. */
export interface DevlinkResourceSetting extends DevlinkHandle {
  /** Number of the resource. */
  readonly resourceId: bigint;
  /** Size after the next reload. */
  readonly resourceSize: bigint;
}

/** Functions of resources, of which the kernel reports no changes. */
export interface DevlinkResourceVerbs {
  /**
   * Emits the resources of an instance, or since 7.1 of a port, each with those inside, then completes.
   *
   * Errors with a `KernelError` `EOPNOTSUPP` if there are none.
   */
  list$(handle: DevlinkPortHandle): Observable<DevlinkResource>;
  /** Sets the size that a resource has after the next reload. */
  set$(setting: DevlinkResourceSetting): Observable<Ack>;
}

const command = (type: number, verb: string): Command<DevlinkResources> => ({
  type,
  layout: nest<DevlinkResources>(devlinkResourcesMessage),
  label: { object: "resource", verb },
});

/** Returns the functions of resources over a connection. */
export function resourcesOf(connection: Connection): DevlinkResourceVerbs {
  const list = command(DEVLINK_CMD_RESOURCE_DUMP, "list");
  const set = command(DEVLINK_CMD_RESOURCE_SET, "set");
  return {
    list$: (handle) =>
      ask$(connection, list, pick(handle, "busName", "devName", "portIndex")).pipe(
        mergeMap(({ resourceList = [] }) => from(resourceList)),
      ),
    set$: (setting) =>
      tell$(connection, set, pick(setting, "busName", "devName", "resourceId", "resourceSize")),
  };
}
