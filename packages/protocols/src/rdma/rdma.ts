import { bindObject, type Connection, type Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { connectRdma, type RdmaConnectionOptions } from "./connect.js";
import { type RdmaChardev, type RdmaChardevKey, rdmaChardev$ } from "./device/chardev.js";
import { type RdmaDevices, rdmaDevicesOf } from "./device/device.js";
import { type RdmaEvents, rdmaEventObject } from "./device/event.js";
import { type RdmaPorts, rdmaPortObject } from "./device/port.js";
import { type RdmaCmIds, rdmaCmIdObject } from "./resource/cm-id.js";
import { type RdmaCqs, rdmaCqsOf } from "./resource/cq.js";
import { type RdmaCtxs, rdmaCtxObject } from "./resource/ctx.js";
import { type RdmaFrmrPools, rdmaFrmrPoolObject } from "./resource/frmr-pool.js";
import { type RdmaMrs, rdmaMrsOf } from "./resource/mr.js";
import { type RdmaPds, rdmaPdObject } from "./resource/pd.js";
import { type RdmaQps, rdmaQpsOf } from "./resource/qp.js";
import { type RdmaSrqs, rdmaSrqsOf } from "./resource/srq.js";
import { type RdmaSummaries, rdmaSummaryObject } from "./resource/summary.js";
import { type RdmaCounters, rdmaCountersOf } from "./stat/counter.js";
import { type RdmaSystemModes, rdmaSystemOf } from "./system.js";

/** `NETLINK_RDMA`: RDMA devices, their ports and resources. Anyone may read them. */
export interface Rdma {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /** Devices. */
  readonly device: RdmaDevices;
  /** Ports of devices. */
  readonly port: RdmaPorts;
  /** Events of devices. */
  readonly event: RdmaEvents;
  /** Modes of the subsystem. */
  readonly system: RdmaSystemModes;
  /** Numbers of resources by device. */
  readonly summary: RdmaSummaries;
  /** Queue pairs. */
  readonly qp: RdmaQps;
  /** Connections of the connection manager. */
  readonly cmId: RdmaCmIds;
  /** Completion queues. */
  readonly cq: RdmaCqs;
  /** Memory regions. */
  readonly mr: RdmaMrs;
  /** Protection domains. */
  readonly pd: RdmaPds;
  /** Contexts of processes. */
  readonly ctx: RdmaCtxs;
  /** Shared receive queues. */
  readonly srq: RdmaSrqs;
  /** Pools of memory handles. */
  readonly frmrPool: RdmaFrmrPools;
  /** Counters of ports and queue pairs. */
  readonly counter: RdmaCounters;
  /** Emits the character device by which programs use a device: `{ chardevType: "uverbs", devIndex: 0 }`. */
  chardev$(key: RdmaChardevKey): Observable<RdmaChardev>;
}

/** Options of {@link rdma}. */
export interface RdmaOptions<T extends Transport = Transport> extends RdmaConnectionOptions {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<RdmaOptions> = { ...common, transport: aTransport };

/**
 * Connects to `NETLINK_RDMA` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function rdma(options: RdmaOptions): Rdma {
  const { transport, ...rest } = checkOptions("rdma", options, OPTIONS);
  const connection = connectRdma(transport, rest);
  return {
    connection,
    device: rdmaDevicesOf(connection),
    port: bindObject(connection, rdmaPortObject),
    event: bindObject(connection, rdmaEventObject),
    system: rdmaSystemOf(connection),
    summary: bindObject(connection, rdmaSummaryObject),
    qp: rdmaQpsOf(connection),
    cmId: bindObject(connection, rdmaCmIdObject),
    cq: rdmaCqsOf(connection),
    mr: rdmaMrsOf(connection),
    pd: bindObject(connection, rdmaPdObject),
    ctx: bindObject(connection, rdmaCtxObject),
    srq: rdmaSrqsOf(connection),
    frmrPool: bindObject(connection, rdmaFrmrPoolObject),
    counter: rdmaCountersOf(connection),
    chardev$: (key) => rdmaChardev$(connection, key),
  };
}
