import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  RDMA_NLDEV_CMD_STAT_DEL,
  RDMA_NLDEV_CMD_STAT_GET,
  RDMA_NLDEV_CMD_STAT_GET_STATUS,
  RDMA_NLDEV_CMD_STAT_SET,
} from "../common/commands.js";
import { noSuchDevice } from "../common/hint.js";
import { inTable } from "../resource/table.js";
import {
  type RdmaCounter,
  type RdmaOptionalCounters,
  rdmaCounterAttributes,
  rdmaOptionalAttributes,
} from "./layout.js";

/** Counters count for queue pairs: the number of their attribute stands for them (`RDMA_NLDEV_ATTR_RES_QP`). */
const QP = 19;

const layout = nest<RdmaCounter>(rdmaCounterAttributes);

/** Messages of counters of queue pairs (`RDMA_NLDEV_CMD_STAT_*`). */
export const rdmaCounterObject = defineObject({
  name: "rdmaCounter",
  namedBy: ["devName", "devIndex", "portIndex", "statCounterId"],
  layout,
  types: { get: RDMA_NLDEV_CMD_STAT_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["devIndex", "devName", "portIndex"],
  requestOnly: ["statRes"],
  details: ["statRes"],
  complete: (given) => ({ statRes: QP, ...given }),
  keysOf: (counter) => [pick(counter, "devIndex", "portIndex", "statCounterId")],
  hint: noSuchDevice,
  ...inTable(rdmaCounterAttributes, layout, { key: "statCounter", number: 77, entry: 78 }),
});

/** A port, by its device and number. */
export interface RdmaPortKey {
  /** Index of the device. */
  readonly devIndex: number;
  /** Number of the port. */
  readonly portIndex: number;
}

/** A queue pair of a port. */
export interface RdmaQpKey extends RdmaPortKey {
  /** Number of the queue pair. */
  readonly resLqpn: number;
}

/** Verbs of the counters of queue pairs. `get$` takes `devIndex`, `portIndex` and `statCounterId`. */
export interface RdmaCounters extends ObjectOf<typeof rdmaCounterObject> {
  /** Emits what the hardware counts for a whole port. */
  ofPort$(port: RdmaPortKey): Observable<RdmaCounter>;
  /** Emits the rule by which the queue pairs of a port get counters. */
  mode$(port: RdmaPortKey): Observable<RdmaCounter>;
  /** Changes that rule to `auto`, by a mask, or to `none`, by an empty one. */
  setMode$(mode: RdmaPortKey & Pick<RdmaCounter, "statAutoModeMask">): Observable<Ack>;
  /** Binds a queue pair to a counter, a new one by default, and emits its number. */
  bind$(qp: RdmaQpKey & Pick<RdmaCounter, "statCounterId">): Observable<RdmaCounter>;
  /** Unbinds a queue pair from its counter. */
  unbind$(qp: RdmaQpKey & Required<Pick<RdmaCounter, "statCounterId">>): Observable<Ack>;
  /** Emits the names of what the hardware can count for a port, and which of the optional ones are on. */
  status$(port: RdmaPortKey): Observable<RdmaCounter>;
  /** Turns optional counters on, by their indexes in the replies of {@link status$}, and the others off. */
  setOptional$(port: RdmaPortKey, indexes: readonly number[]): Observable<Ack>;
}

/** Returns the verbs of counters over a connection. */
export function rdmaCountersOf(connection: Connection): RdmaCounters {
  const { name: object, namedBy = [] } = rdmaCounterObject;
  const asking = (verb: string, type: number, value: Partial<RdmaCounter>) => ({
    type,
    layout: layout as Type<Partial<RdmaCounter>>,
    reply: layout,
    label: { object, verb, namedBy, hint: noSuchDevice },
    value,
  });
  const optional = {
    type: RDMA_NLDEV_CMD_STAT_SET,
    layout: nest<RdmaOptionalCounters>(rdmaOptionalAttributes),
    label: { object, verb: "setOptional", namedBy: ["devIndex", "portIndex"], hint: noSuchDevice },
  };
  const manual = { statRes: QP, statMode: "manual" } as const;
  return extendObject(bindObject(connection, rdmaCounterObject), {
    ofPort$: (port: RdmaPortKey) =>
      connection.request$(asking("ofPort", RDMA_NLDEV_CMD_STAT_GET, { ...port })),
    mode$: (port: RdmaPortKey) =>
      connection.request$(
        asking("mode", RDMA_NLDEV_CMD_STAT_GET, { ...port, statRes: QP, statMode: "none" }),
      ),
    setMode$: (mode: RdmaPortKey & Pick<RdmaCounter, "statAutoModeMask">) =>
      connection.execute$(
        asking("setMode", RDMA_NLDEV_CMD_STAT_SET, { ...mode, statRes: QP, statMode: "auto" }),
      ),
    bind$: (qp: RdmaQpKey & Pick<RdmaCounter, "statCounterId">) =>
      connection.request$(asking("bind", RDMA_NLDEV_CMD_STAT_SET, { ...qp, ...manual })),
    unbind$: (qp: RdmaQpKey & Required<Pick<RdmaCounter, "statCounterId">>) =>
      connection.execute$(asking("unbind", RDMA_NLDEV_CMD_STAT_DEL, { ...qp, statRes: QP })),
    status$: (port: RdmaPortKey) =>
      connection.request$(asking("status", RDMA_NLDEV_CMD_STAT_GET_STATUS, { ...port })),
    setOptional$: (port: RdmaPortKey, indexes: readonly number[]) =>
      connection.execute$({ ...optional, value: { ...port, statHwcounters: [...indexes] } }),
  });
}
