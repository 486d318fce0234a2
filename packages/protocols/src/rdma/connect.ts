import { Connection, type ConnectionOptions, type Request, type Transport } from "@rxnetlink/core";
import { nest, type Type, Writer } from "@rxnetlink/core/schema";
import { concatMap, defer, filter, type Observable } from "rxjs";
import {
  RDMA_NLDEV_CMD_FRMR_POOLS_GET,
  RDMA_NLDEV_CMD_GET,
  RDMA_NLDEV_CMD_PORT_GET,
  RDMA_NLDEV_CMD_RES_CM_ID_GET,
  RDMA_NLDEV_CMD_RES_CQ_GET,
  RDMA_NLDEV_CMD_RES_CTX_GET,
  RDMA_NLDEV_CMD_RES_MR_GET,
  RDMA_NLDEV_CMD_RES_PD_GET,
  RDMA_NLDEV_CMD_RES_QP_GET,
  RDMA_NLDEV_CMD_RES_SRQ_GET,
  RDMA_NLDEV_CMD_STAT_GET,
} from "./common/commands.js";
import type { RdmaHandle } from "./common/handle.js";
import { type RdmaDevice, rdmaDeviceAttributes } from "./device/layout.js";

/** Options of connections to `NETLINK_RDMA`. */
export type RdmaConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$">;

/** What the kernel lists of one device at a time. */
const OF_ONE_DEVICE: ReadonlySet<number> = new Set([
  RDMA_NLDEV_CMD_PORT_GET,
  RDMA_NLDEV_CMD_RES_QP_GET,
  RDMA_NLDEV_CMD_RES_CM_ID_GET,
  RDMA_NLDEV_CMD_RES_CQ_GET,
  RDMA_NLDEV_CMD_RES_MR_GET,
  RDMA_NLDEV_CMD_RES_PD_GET,
  RDMA_NLDEV_CMD_RES_CTX_GET,
  RDMA_NLDEV_CMD_RES_SRQ_GET,
  RDMA_NLDEV_CMD_STAT_GET,
  RDMA_NLDEV_CMD_FRMR_POOLS_GET,
]);

const devices: Request<RdmaDevice> = {
  type: RDMA_NLDEV_CMD_GET,
  layout: nest<RdmaDevice>(rdmaDeviceAttributes) as Type<RdmaDevice>,
  label: { object: "rdmaDevice", verb: "list", namedBy: [] },
  value: {},
};

/** Refuses a request that cannot be encoded, before anything is sent. */
function checkLayout<Q, R>({ layout, value }: Request<Q, R>): void {
  layout.write(new Writer(undefined, true), value as Q);
}

/** A connection to `NETLINK_RDMA`, which lists the resources of all devices where a request names none by its index. */
class RdmaConnection extends Connection<"rdma"> {
  override dump$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    const { devIndex, devName } = { ...(request.value as RdmaHandle) };
    if (devIndex !== undefined || !OF_ONE_DEVICE.has(request.type)) return super.dump$(request);
    const devices$ = defer(() => {
      checkLayout(request);
      return super.dump$(devices);
    });
    return devices$.pipe(
      filter((device) => devName === undefined || device.devName === devName),
      concatMap((device) =>
        super.dump$({ ...request, value: { ...request.value, devIndex: device.devIndex } }),
      ),
    );
  }
}

/** Opens a connection as {@link rdma} does, for programs that bind few objects: a bundle then holds no others. */
export function connectRdma(transport: Transport, options: RdmaConnectionOptions = {}): Connection {
  return new RdmaConnection(transport, { ...options, protocol: "rdma" });
}
