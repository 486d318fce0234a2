/**
 * net-shaper: limits that devices keep of what links and queues send.
 *
 * @module
 */
export {
  NET_SHAPER_CMD_CAP_GET,
  NET_SHAPER_CMD_DELETE,
  NET_SHAPER_CMD_GET,
  NET_SHAPER_CMD_GROUP,
  NET_SHAPER_CMD_SET,
} from "./commands.js";
export {
  type NetShaperCaps,
  type NetShaperHandle,
  type NetShaperLeaf,
  type NetShaperRate,
  netShaperCapsMessage,
  netShaperMessage,
  netShaperMetric,
  netShaperScope,
} from "./layout.js";
export { type NetShaper, netShaper, netShaperFamily } from "./net-shaper.js";
export {
  type NetShaperCapabilities,
  type NetShapers,
  netShaperCapsObject,
  netShaperObject,
} from "./shaper.js";
