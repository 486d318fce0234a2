/**
 * L2TP: tunnels and sessions.
 *
 * @module
 */
export {
  L2TP_CMD_SESSION_CREATE,
  L2TP_CMD_SESSION_DELETE,
  L2TP_CMD_SESSION_GET,
  L2TP_CMD_SESSION_MODIFY,
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_CMD_TUNNEL_DELETE,
  L2TP_CMD_TUNNEL_GET,
  L2TP_CMD_TUNNEL_MODIFY,
} from "./commands.js";
export { l2tpEncaptype, l2tpL2spectype, l2tpMsg, l2tpPwtype, l2tpSeq } from "./enums.js";
export { type L2tpFamily, l2tp, l2tpFamily } from "./l2tp.js";
export { type L2tp, type L2tpStats, l2tpAttributes, l2tpMessage, l2tpStatsAttributes } from "./layout.js";
export {
  type L2tpSessions,
  type L2tpTunnels,
  l2tpGroups,
  l2tpSessionObject,
  l2tpTunnelObject,
} from "./objects.js";
