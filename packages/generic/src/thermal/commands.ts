//  Commands and events of thermal (linux/thermal.h), which are counted apart, as are samples.

import { genlType } from "../family/genlmsghdr.js";

/** Requests zones. */
export const THERMAL_GENL_CMD_TZ_GET_ID = genlType(1);
/** Requests the trip points of a zone. */
export const THERMAL_GENL_CMD_TZ_GET_TRIP = genlType(2);
/** Requests the temperature of a zone. */
export const THERMAL_GENL_CMD_TZ_GET_TEMP = genlType(3);
/** Requests the governor of a zone. */
export const THERMAL_GENL_CMD_TZ_GET_GOV = genlType(4);
/** Requests cooling devices. */
export const THERMAL_GENL_CMD_CDEV_GET = genlType(6);
/** Requests the thresholds of a zone. */
export const THERMAL_GENL_CMD_THRESHOLD_GET = genlType(7);
/** Adds a threshold to a zone. */
export const THERMAL_GENL_CMD_THRESHOLD_ADD = genlType(8);
/** Removes a threshold of a zone. */
export const THERMAL_GENL_CMD_THRESHOLD_DELETE = genlType(9);
/** Removes all thresholds of a zone. */
export const THERMAL_GENL_CMD_THRESHOLD_FLUSH = genlType(10);

/** Reports the temperature of a zone, in the group `sampling`. */
export const THERMAL_GENL_SAMPLING_TEMP = genlType(0);
