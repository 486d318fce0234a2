//  Commands of the drop monitor (linux/net_dropmon.h).

import { genlType } from "../family/genlmsghdr.js";

/** Reports places at which packets were dropped. */
export const NET_DM_CMD_ALERT = genlType(1);
/** Configures the monitor. */
export const NET_DM_CMD_CONFIG = genlType(2);
/** Starts it. */
export const NET_DM_CMD_START = genlType(3);
/** Stops it. */
export const NET_DM_CMD_STOP = genlType(4);
/** Reports a dropped packet. */
export const NET_DM_CMD_PACKET_ALERT = genlType(5);
/** Requests the configuration. */
export const NET_DM_CMD_CONFIG_GET = genlType(6);
/** Reports the configuration. */
export const NET_DM_CMD_CONFIG_NEW = genlType(7);
/** Requests statistics. */
export const NET_DM_CMD_STATS_GET = genlType(8);
/** Reports statistics. */
export const NET_DM_CMD_STATS_NEW = genlType(9);
