import type { Ack, Connection } from "@rxnetlink/core";
import { attributes, enumeration, type Infer, nest, readOnly, u8 } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { RDMA_NLDEV_CMD_SYS_GET, RDMA_NLDEV_CMD_SYS_SET } from "./common/commands.js";

/** Use of devices by network namespaces. The kernel has numbers only. */
export const rdmaNetnsMode = enumeration("RDMA_NETNS_MODE_", u8, {
  /** Each device belongs to one network namespace. */
  exclusive: 0,
  /** All network namespaces share all devices; the default. */
  shared: 1,
});

/** Attributes of the subsystem. */
export const rdmaSystemAttributes = attributes("rdma-system", "RDMA_NLDEV_SYS_ATTR_", {
  /** Use of devices by network namespaces; can change while no network namespace but the first exists. */
  netnsMode: [66, rdmaNetnsMode],
  /** 1 if memory that a device uses is copied when its process forks. Read-only. */
  copyOnFork: [93, readOnly(u8)],
  /** 1 if processes without privilege may use controlled Q keys; since 6.7. */
  privilegedQkeyMode: [96, u8],
  /** 1 if the kernel reports changes of devices; since 6.12. Read-only. */
  monitorMode: [103, readOnly(u8)],
});
/** Modes of the subsystem. */
export interface RdmaSystem extends Infer<typeof rdmaSystemAttributes> {}

/** Layout of the modes of the subsystem. */
export const rdmaSystemLayout = nest<RdmaSystem>(rdmaSystemAttributes);

/** Verbs of the modes of the subsystem. */
export interface RdmaSystemModes {
  /** Emits the modes. */
  get$(): Observable<RdmaSystem>;
  /** Changes one mode; the kernel ignores a second one. */
  set$(mode: Pick<RdmaSystem, "netnsMode"> | Pick<RdmaSystem, "privilegedQkeyMode">): Observable<Ack>;
}

/** Returns the verbs of the modes over a connection. */
export function rdmaSystemOf(connection: Connection): RdmaSystemModes {
  const asking = (verb: string, type: number, value: RdmaSystem) => ({
    type,
    layout: rdmaSystemLayout,
    label: { object: "rdmaSystem", verb, namedBy: [] },
    value,
  });
  return {
    get$: () => connection.request$(asking("get", RDMA_NLDEV_CMD_SYS_GET, {})),
    set$: (mode) => connection.execute$(asking("set", RDMA_NLDEV_CMD_SYS_SET, mode as RdmaSystem)),
  };
}
