import {
  type Ack,
  bindObject,
  type Connection,
  type Dependency,
  defineObject,
  EncodeError,
  extendObject,
  identityBy,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import { defer, mergeMap, type Observable } from "rxjs";
import {
  RDMA_NLDEV_CMD_DELDEV,
  RDMA_NLDEV_CMD_DELLINK,
  RDMA_NLDEV_CMD_GET,
  RDMA_NLDEV_CMD_NEWDEV,
  RDMA_NLDEV_CMD_NEWLINK,
  RDMA_NLDEV_CMD_SET,
} from "../common/commands.js";
import { noSuchDevice } from "../common/hint.js";
import { type RdmaEvent, rdmaEventObject } from "./event.js";
import { type RdmaDevice, rdmaDeviceAttributes } from "./layout.js";

/** Time between lists, in milliseconds: before 6.12 the kernel reports nothing, and after it not all. */
const RELIST = 5000;

/** Events name the device and say little more: the list has the rest. */
const eventsOfDevices: Dependency<RdmaEvent> = {
  object: rdmaEventObject,
  optional: true,
  identityOf: identityBy("devIndex"),
  invalidates: () => true,
};

/** Refuses what the kernel would ignore: it makes one change at a time. */
function oneChange(given: Partial<RdmaDevice>): Partial<RdmaDevice> {
  const { devName, devDim, netNsFd } = given;
  if (devDim !== undefined && (devName !== undefined || netNsFd !== undefined))
    throw new EncodeError("the kernel changes either this or the name and namespace").at("devDim");
  return given;
}

/** Messages of devices (`RDMA_NLDEV_CMD_*`). */
export const rdmaDeviceObject = defineObject({
  name: "rdmaDevice",
  namedBy: ["devName", "devIndex"],
  layout: nest<RdmaDevice>(rdmaDeviceAttributes),
  types: {
    new: RDMA_NLDEV_CMD_NEWLINK,
    delete: RDMA_NLDEV_CMD_DELLINK,
    get: RDMA_NLDEV_CMD_GET,
    set: RDMA_NLDEV_CMD_SET,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  // The kernel takes the flags by which others create for those of a dump.
  addFlags: 0,
  complete: (given, verb) => (verb === "change" ? oneChange(given) : given),
  notFound: "ENODEV",
  getsByList: ({ devIndex }) => devIndex === undefined,
  looksUp: ({ devIndex }) => devIndex === undefined,
  keysOf: (device) => [device.devIndex === undefined ? pick(device, "devName") : pick(device, "devIndex")],
  hint: noSuchDevice,
  state: {
    identityOf: identityBy("devIndex"),
    relistEvery: RELIST,
    dependsOn: [eventsOfDevices],
    silent: { "": { reason: "before 6.12 the kernel reports no devices" } },
  },
});

/** A device below another. */
export interface RdmaSubDevice extends Required<Pick<RdmaDevice, "devIndex" | "devName" | "devType">> {}

/**
 * Verbs of devices. `add$` creates one in software, from a link: it takes `devName`, `linkType` and `ndevName`. `change$` takes
 * `devIndex` and a new `devName`, `devDim` or `netNsFd`.
 */
export interface RdmaDevices extends ObjectOf<typeof rdmaDeviceObject> {
  /** Creates a device below the one that has the index; since 6.11. */
  addSub$(device: RdmaSubDevice): Observable<Ack>;
  /** Removes a device that is below another; since 6.11. */
  deleteSub$(key: Pick<RdmaDevice, "devIndex" | "devName">): Observable<Ack>;
}

/** Returns the verbs of devices over a connection. */
export function rdmaDevicesOf(connection: Connection): RdmaDevices {
  const { layout, name, namedBy = [] } = rdmaDeviceObject;
  const bound = bindObject(connection, rdmaDeviceObject);
  const asking = (verb: string, type: number) => ({
    type,
    layout: layout as Type<Partial<RdmaDevice>>,
    label: { object: name, verb, namedBy, hint: noSuchDevice },
  });
  return extendObject(bound, {
    addSub$: (value: RdmaSubDevice) =>
      connection.execute$({ ...asking("addSub", RDMA_NLDEV_CMD_NEWDEV), value }),
    deleteSub$: (key: Pick<RdmaDevice, "devIndex" | "devName">) =>
      defer(() => bound.get$(key)).pipe(
        mergeMap((device) =>
          connection.execute$({
            ...asking("deleteSub", RDMA_NLDEV_CMD_DELDEV),
            value: pick(device, "devIndex"),
          }),
        ),
      ),
  });
}
