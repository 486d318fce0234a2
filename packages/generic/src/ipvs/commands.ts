//  Commands of IPVS (linux/ip_vs.h).

import { genlType } from "../family/genlmsghdr.js";

/** Adds a virtual service. */
export const IPVS_CMD_NEW_SERVICE = genlType(1);
/** Changes a virtual service. */
export const IPVS_CMD_SET_SERVICE = genlType(2);
/** Removes a virtual service and its destinations. */
export const IPVS_CMD_DEL_SERVICE = genlType(3);
/** Requests virtual services. */
export const IPVS_CMD_GET_SERVICE = genlType(4);
/** Adds a destination to a service. */
export const IPVS_CMD_NEW_DEST = genlType(5);
/** Changes a destination. */
export const IPVS_CMD_SET_DEST = genlType(6);
/** Removes a destination. */
export const IPVS_CMD_DEL_DEST = genlType(7);
/** Requests the destinations of a service. */
export const IPVS_CMD_GET_DEST = genlType(8);
/** Starts a daemon that synchronizes connections. */
export const IPVS_CMD_NEW_DAEMON = genlType(9);
/** Stops a daemon. */
export const IPVS_CMD_DEL_DAEMON = genlType(10);
/** Requests the daemons that run. */
export const IPVS_CMD_GET_DAEMON = genlType(11);
/** Sets the timeouts of connections. */
export const IPVS_CMD_SET_CONFIG = genlType(12);
/** Requests the timeouts of connections. */
export const IPVS_CMD_GET_CONFIG = genlType(13);
/** Replies to a request for the version. */
export const IPVS_CMD_SET_INFO = genlType(14);
/** Requests the version. */
export const IPVS_CMD_GET_INFO = genlType(15);
/** Resets counters. */
export const IPVS_CMD_ZERO = genlType(16);
/** Removes all services. */
export const IPVS_CMD_FLUSH = genlType(17);
