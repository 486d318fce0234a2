/**
 * IPVS, the load balancer of layer 4: virtual services, destinations, counters, timeouts, and the daemons that synchronize
 * connections (`IPVS`).
 *
 * @module
 */
export { ipvsAddressFamily } from "./address.js";
export {
  IPVS_CMD_DEL_DAEMON,
  IPVS_CMD_DEL_DEST,
  IPVS_CMD_DEL_SERVICE,
  IPVS_CMD_FLUSH,
  IPVS_CMD_GET_CONFIG,
  IPVS_CMD_GET_DAEMON,
  IPVS_CMD_GET_DEST,
  IPVS_CMD_GET_INFO,
  IPVS_CMD_GET_SERVICE,
  IPVS_CMD_NEW_DAEMON,
  IPVS_CMD_NEW_DEST,
  IPVS_CMD_NEW_SERVICE,
  IPVS_CMD_SET_CONFIG,
  IPVS_CMD_SET_DEST,
  IPVS_CMD_SET_INFO,
  IPVS_CMD_SET_SERVICE,
  IPVS_CMD_ZERO,
} from "./commands.js";
export { type IpvsDaemons, ipvsDaemonObject } from "./daemon.js";
export { type IpvsDestinations, ipvsDestinationObject } from "./destination.js";
export { ipvsFamily } from "./family.js";
export { type Ipvs, type IpvsTimeoutVerbs, ipvs } from "./ipvs.js";
export {
  type IpvsDaemon,
  type IpvsDaemonEntry,
  type IpvsDestination,
  type IpvsDestinationEntry,
  type IpvsFlags,
  type IpvsInfo,
  type IpvsService,
  type IpvsServiceEntry,
  type IpvsTimeouts,
  ipvsDaemonState,
  ipvsForwarding,
  ipvsInfoMessage,
  ipvsMessage,
  ipvsProtocol,
  ipvsServiceFlags,
  ipvsTunnelFlags,
  ipvsTunnelType,
} from "./layout.js";
export { type IpvsServices, ipvsServiceObject } from "./service.js";
export type { IpvsStats, IpvsStats64 } from "./stats.js";
