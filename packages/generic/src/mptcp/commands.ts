//  Commands and events of the path manager (linux/mptcp_pm.h).

import { genlType } from "../family/genlmsghdr.js";

/** Adds an endpoint. */
export const MPTCP_PM_CMD_ADD_ADDR = genlType(1);
/** Removes an endpoint. */
export const MPTCP_PM_CMD_DEL_ADDR = genlType(2);
/** Requests endpoints. */
export const MPTCP_PM_CMD_GET_ADDR = genlType(3);
/** Removes all endpoints. */
export const MPTCP_PM_CMD_FLUSH_ADDRS = genlType(4);
/** Sets the limits. */
export const MPTCP_PM_CMD_SET_LIMITS = genlType(5);
/** Requests the limits. */
export const MPTCP_PM_CMD_GET_LIMITS = genlType(6);
/** Changes flags of an endpoint, or of a subflow of one connection; since 5.17. */
export const MPTCP_PM_CMD_SET_FLAGS = genlType(7);
/** Announces an address to the peer of a connection; since 5.19. */
export const MPTCP_PM_CMD_ANNOUNCE = genlType(8);
/** Withdraws an announced address; since 5.19. */
export const MPTCP_PM_CMD_REMOVE = genlType(9);
/** Opens a subflow of a connection; since 5.19. */
export const MPTCP_PM_CMD_SUBFLOW_CREATE = genlType(10);
/** Closes a subflow of a connection; since 5.19. */
export const MPTCP_PM_CMD_SUBFLOW_DESTROY = genlType(11);
