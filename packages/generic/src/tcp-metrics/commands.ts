//  Commands of tcp_metrics (linux/tcp_metrics.h).

import { genlType } from "../family/genlmsghdr.js";

/** Requests metrics. */
export const TCP_METRICS_CMD_GET = genlType(1);
/** Removes the metrics of an address, or without an address all. */
export const TCP_METRICS_CMD_DEL = genlType(2);
