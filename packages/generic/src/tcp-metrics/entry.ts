import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { TCP_METRICS_CMD_DEL, TCP_METRICS_CMD_GET } from "./commands.js";
import { type TcpMetricsEntry, tcpMetricsMessage } from "./layout.js";

/** Time between lists, in milliseconds: the kernel reports no changes. */
const RELIST = 1000;

/** Messages of metrics (`TCP_METRICS_CMD_*`). */
export const tcpMetricsObject = defineObject({
  name: "tcpMetrics",
  namedBy: ["addrIpv4", "addrIpv6", "saddrIpv4", "saddrIpv6"],
  layout: nest<TcpMetricsEntry>(tcpMetricsMessage),
  types: { get: TCP_METRICS_CMD_GET, delete: TCP_METRICS_CMD_DEL },
  groups: [],
  verbs: ["list", "get", "delete", "flushAll", "watch"],
  filters: [],
  // A request to delete without the peer's address removes all.
  keysOf: (entry) => {
    const { addrIpv4, addrIpv6 } = entry;
    if (addrIpv4 === undefined && addrIpv6 === undefined) return [{}];
    return [pick(entry, "addrIpv4", "addrIpv6", "saddrIpv4", "saddrIpv6")];
  },
  state: {
    identityOf: identityBy("addrIpv4", "addrIpv6", "saddrIpv4", "saddrIpv6"),
    volatile: ["age", "fopenSynDropTs", "twTsStamp"],
    relistEvery: RELIST,
    silent: { "": { reason: "the kernel reports no changes of metrics" } },
  },
});

/**
 * Verbs of metrics. `get$` and `delete$` take the peer's address, and the own address if there are several: `delete$` without it
 * removes those of all own addresses. State is kept by listing every second.
 */
export interface TcpMetricsEntries extends ObjectOf<typeof tcpMetricsObject> {}
