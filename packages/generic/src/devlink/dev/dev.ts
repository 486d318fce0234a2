import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { defaultIfEmpty, type Observable } from "rxjs";
import { DEVLINK_CMD_DEL, DEVLINK_CMD_GET, DEVLINK_CMD_NEW, DEVLINK_CMD_RELOAD } from "../commands.js";
import type { DevlinkHandle } from "../common/handle.js";
import { askAcknowledged$, type Command } from "../common/request.js";
import { handleIdentity } from "../common/state.js";
import { devlinkGroups } from "../family.js";
import { type DevlinkFlashing, type DevlinkFlashRequest, flashOf } from "./flash.js";
import { type DevlinkDev, type DevlinkReload, devlinkDevMessage, devlinkReloadMessage } from "./layout.js";

/** Messages of instances (`DEVLINK_CMD_GET`, `_NEW`, `_DEL`). */
export const devlinkDevObject = defineObject({
  name: "devlink",
  namedBy: ["busName", "devName"],
  layout: nest<DevlinkDev>(devlinkDevMessage),
  types: { new: DEVLINK_CMD_NEW, delete: DEVLINK_CMD_DEL, get: DEVLINK_CMD_GET },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "notify", "watch"],
  filters: [],
  keysOf: (dev) => [pick(dev, "busName", "devName")],
  state: { identityOf: handleIdentity() },
});

/** Wishes for a reload. */
export interface DevlinkReloadRequest
  extends DevlinkHandle,
    Pick<DevlinkReload, "reloadAction" | "reloadLimits" | "netnsFd" | "netnsPid" | "netnsId"> {}

/** Verbs of instances of devlink. */
export interface DevlinkDevs extends ObjectOf<typeof devlinkDevObject> {
  /**
   * Reloads the driver, or the firmware, and emits what was done. It takes as long as the device needs, and may move the
   * instance to another namespace, where it is then found.
   *
   * @example
   * devlink.dev.reload$({ busName: "pci", devName: "0000:03:00.0", reloadAction: "fwActivate" });
   */
  reload$(request: DevlinkReloadRequest): Observable<DevlinkReload>;
  /**
   * Writes a file of `/lib/firmware` to the flash, and emits how far it is; completes when all is written. Unsubscribing does
   * not stop the kernel.
   *
   * Errors with a `KernelError`, `ENOENT` if there is no such file.
   */
  flash$(request: DevlinkFlashRequest): Observable<DevlinkFlashing>;
}

const reload: Command<DevlinkReload> = {
  type: DEVLINK_CMD_RELOAD,
  layout: nest<DevlinkReload>(devlinkReloadMessage),
  label: { object: "devlink", verb: "reload" },
  timeout: 0,
};

/** Returns the verbs of instances over a connection. */
export function devsOf(connection: Connection): DevlinkDevs {
  return extendObject(bindObject(connection, devlinkDevObject), {
    reload$(request: DevlinkReloadRequest) {
      // Kernels before 5.10 do not reply; later ones only if asked for an action or a limit.
      const value = { reloadAction: "driverReinit" as const, ...request };
      const { busName, devName } = value;
      return askAcknowledged$(connection, reload, value).pipe(defaultIfEmpty({ busName, devName }));
    },
    flash$: flashOf(connection),
  });
}
