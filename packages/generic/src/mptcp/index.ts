/**
 * Multipath TCP: endpoints and limits of the path manager, and events of connections (`mptcp_pm`). Since 5.7.
 *
 * @module
 */
export {
  MPTCP_PM_CMD_ADD_ADDR,
  MPTCP_PM_CMD_ANNOUNCE,
  MPTCP_PM_CMD_DEL_ADDR,
  MPTCP_PM_CMD_FLUSH_ADDRS,
  MPTCP_PM_CMD_GET_ADDR,
  MPTCP_PM_CMD_GET_LIMITS,
  MPTCP_PM_CMD_REMOVE,
  MPTCP_PM_CMD_SET_FLAGS,
  MPTCP_PM_CMD_SET_LIMITS,
  MPTCP_PM_CMD_SUBFLOW_CREATE,
  MPTCP_PM_CMD_SUBFLOW_DESTROY,
} from "./commands.js";
export { type MptcpEndpoints, mptcpEndpointObject } from "./endpoint.js";
export {
  type MptcpEvent,
  type MptcpEvents,
  mptcpEventFlags,
  mptcpEventMessage,
  mptcpEventObject,
  mptcpEvents,
  mptcpResetReason,
} from "./event.js";
export { mptcpFamily, mptcpGroups } from "./family.js";
export {
  type MptcpAddress,
  type MptcpEndpoint,
  type MptcpLimits,
  type MptcpPath,
  mptcpEndpointFlags,
  mptcpMessage,
} from "./layout.js";
export { type Mptcp, type MptcpLimitVerbs, type MptcpPaths, mptcp } from "./mptcp.js";
