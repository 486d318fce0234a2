//  Commands of WireGuard (linux/wireguard.h).

import { genlType } from "../family/genlmsghdr.js";

/** Requests a device, or reports it. */
export const WG_CMD_GET_DEVICE = genlType(0);
/** Changes a device. */
export const WG_CMD_SET_DEVICE = genlType(1);
