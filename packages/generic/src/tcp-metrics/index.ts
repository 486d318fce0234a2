/**
 * What TCP remembers about its peers: round-trip times, congestion windows, cookies of TCP Fast Open (`tcp_metrics`). Since 3.6.
 *
 * @module
 */
export { TCP_METRICS_CMD_DEL, TCP_METRICS_CMD_GET } from "./commands.js";
export { type TcpMetricsEntries, tcpMetricsObject } from "./entry.js";
export { type TcpMetricsEntry, type TcpMetricsValues, tcpMetricsMessage } from "./layout.js";
export { type TcpMetrics, tcpMetrics, tcpMetricsFamily } from "./tcp-metrics.js";
