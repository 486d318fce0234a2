//  Commands of net-shaper (linux/net_shaper.h).

import { genlType } from "../family/genlmsghdr.js";

/** Requests shapers. */
export const NET_SHAPER_CMD_GET = genlType(1);
/** Creates or changes a shaper of a link or a queue. */
export const NET_SHAPER_CMD_SET = genlType(2);
/** Removes a shaper. */
export const NET_SHAPER_CMD_DELETE = genlType(3);
/** Groups shapers of queues. */
export const NET_SHAPER_CMD_GROUP = genlType(4);
/** Requests the abilities of a link. */
export const NET_SHAPER_CMD_CAP_GET = genlType(5);
