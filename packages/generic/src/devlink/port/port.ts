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
  DEVLINK_CMD_PORT_DEL,
  DEVLINK_CMD_PORT_GET,
  DEVLINK_CMD_PORT_NEW,
  DEVLINK_CMD_PORT_SET,
  DEVLINK_CMD_PORT_SPLIT,
  DEVLINK_CMD_PORT_UNSPLIT,
} from "../commands.js";
import type { DevlinkHandle } from "../common/handle.js";
import { ask$, type Command, tell$ } from "../common/request.js";
import { handleIdentity } from "../common/state.js";
import { devlinkGroups } from "../family.js";
import { type DevlinkPort, devlinkPortMessage } from "./layout.js";

/** Messages of ports (`DEVLINK_CMD_PORT_*`). */
export const devlinkPortObject = defineObject({
  name: "port",
  namedBy: ["busName", "devName", "portIndex"],
  layout: nest<DevlinkPort>(devlinkPortMessage),
  types: {
    new: DEVLINK_CMD_PORT_NEW,
    delete: DEVLINK_CMD_PORT_DEL,
    get: DEVLINK_CMD_PORT_GET,
    set: DEVLINK_CMD_PORT_SET,
  },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "change", "delete", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (port) => [pick(port, "busName", "devName", "portIndex")],
  state: { identityOf: handleIdentity("portIndex") },
});

/** Names a port. */
export interface DevlinkPortKey extends DevlinkHandle {
  /** Index of the port in its instance. */
  readonly portIndex: number;
}

/** Wishes for a port of a new function. */
export interface DevlinkPortCreation
  extends DevlinkHandle,
    Pick<DevlinkPort, "portPciPfNumber" | "portPciSfNumber" | "portControllerNumber" | "portIndex"> {
  /** Kind: `"pciSf"` for a subfunction. */
  readonly portFlavour: NonNullable<DevlinkPort["portFlavour"]>;
}

/** Verbs of ports. Only ports of subfunctions can be created and deleted. */
export interface DevlinkPorts extends ObjectOf<typeof devlinkPortObject> {
  /**
   * Creates a port, and with it a subfunction, and emits it (since 5.12).
   *
   * @example
   * devlink.port.create$({ busName: "pci", devName: "0000:03:00.0", portFlavour: "pciSf", portPciPfNumber: 0 });
   */
  create$(port: DevlinkPortCreation): Observable<DevlinkPort>;
  /** Splits a port into several, which take its place. */
  split$(port: DevlinkPortKey, portSplitCount: number): Observable<Ack>;
  /** Joins the ports that a port was split into, of which `port` is one. */
  unsplit$(port: DevlinkPortKey): Observable<Ack>;
}

const command = (type: number, verb: string): Command<DevlinkPort> => ({
  type,
  layout: devlinkPortObject.layout,
  label: { object: "port", verb },
});

/** Returns the verbs of ports over a connection. */
export function portsOf(connection: Connection): DevlinkPorts {
  const create = command(DEVLINK_CMD_PORT_NEW, "create");
  const split = command(DEVLINK_CMD_PORT_SPLIT, "split");
  const unsplit = command(DEVLINK_CMD_PORT_UNSPLIT, "unsplit");
  return extendObject(bindObject(connection, devlinkPortObject), {
    create$: (port: DevlinkPortCreation) => ask$(connection, create, port),
    split$: (port: DevlinkPortKey, portSplitCount: number) =>
      tell$(connection, split, { ...pick(port, "busName", "devName", "portIndex"), portSplitCount }),
    unsplit$: (port: DevlinkPortKey) =>
      tell$(connection, unsplit, pick(port, "busName", "devName", "portIndex")),
  });
}
