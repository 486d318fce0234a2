/**
 * The drop monitor: packets that the kernel or a device drops, with reasons.
 *
 * @module
 */
export {
  NET_DM_CMD_ALERT,
  NET_DM_CMD_CONFIG,
  NET_DM_CMD_CONFIG_GET,
  NET_DM_CMD_CONFIG_NEW,
  NET_DM_CMD_PACKET_ALERT,
  NET_DM_CMD_START,
  NET_DM_CMD_STATS_GET,
  NET_DM_CMD_STATS_NEW,
  NET_DM_CMD_STOP,
} from "./commands.js";
export { type DropMonitor, dropMonitor } from "./drop-monitor.js";
export type { DroppedEvent, DroppedPacket, DroppedSummary } from "./events.js";
export { dropMonitorFamily, dropMonitorGroups } from "./family.js";
export {
  type DropAlert,
  type DropConfig,
  type DropCounters,
  type DropPoint,
  type DropPoints,
  type DropPort,
  type DropStats,
  type DropTrapCount,
  dropAlertMessage,
  dropAlertMode,
  dropConfigMessage,
  dropOrigin,
  dropStatsMessage,
} from "./layout.js";
export type { DroppedOptions } from "./options.js";
export type { Dropped } from "./shared.js";
