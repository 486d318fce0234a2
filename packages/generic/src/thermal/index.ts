/**
 * thermal: temperatures of the machine, and what cools it.
 *
 * @module
 */
export {
  THERMAL_GENL_CMD_CDEV_GET,
  THERMAL_GENL_CMD_THRESHOLD_ADD,
  THERMAL_GENL_CMD_THRESHOLD_DELETE,
  THERMAL_GENL_CMD_THRESHOLD_FLUSH,
  THERMAL_GENL_CMD_THRESHOLD_GET,
  THERMAL_GENL_CMD_TZ_GET_GOV,
  THERMAL_GENL_CMD_TZ_GET_ID,
  THERMAL_GENL_CMD_TZ_GET_TEMP,
  THERMAL_GENL_CMD_TZ_GET_TRIP,
  THERMAL_GENL_SAMPLING_TEMP,
} from "./commands.js";
export { thermalEvents } from "./events.js";
export { thermalFamily, thermalGroups } from "./family.js";
export {
  type ThermalCoolingDevice,
  type ThermalCpuCapability,
  type ThermalMessage,
  type ThermalThreshold,
  type ThermalTrip,
  type ThermalZone,
  thermalDeviceMode,
  thermalMessage,
  thermalThresholdWay,
  thermalTripType,
} from "./layout.js";
export type { ThermalEvent, ThermalGap, ThermalOptions, ThermalSample } from "./streams.js";
export { type Thermal, thermal } from "./thermal.js";
