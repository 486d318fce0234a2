import {
  type AttributesOf,
  attributes,
  enumeration,
  flag,
  type Infer,
  message,
  nest,
  nestedArray,
  repeated,
  string,
  u8,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";
import { devlinkVarAttrType, paramValue } from "../common/value.js";

/** Configuration modes: when a value takes effect (`DEVLINK_PARAM_CMODE_*`). */
export const devlinkParamCmode = enumeration("DEVLINK_PARAM_CMODE_", u8, {
  /** At once, until the driver is reloaded. */
  runtime: 0,
  /** When the driver takes the device: by `dev.reload$`. */
  driverinit: 1,
  /** After a hard reset, and then always. */
  permanent: 2,
});

/** Values of the parameter `fw_load_policy` (`DEVLINK_PARAM_FW_LOAD_POLICY_VALUE_*`). */
export const devlinkFwLoadPolicy = enumeration("DEVLINK_PARAM_FW_LOAD_POLICY_VALUE_", u8, {
  /** The driver chooses. */
  driver: 0,
  /** The firmware in the flash. */
  flash: 1,
  /** The firmware in `/lib/firmware`. */
  disk: 2,
  unknown: 3,
});

/** Values of the parameter `reset_dev_on_drv_probe` (`DEVLINK_PARAM_RESET_DEV_ON_DRV_PROBE_VALUE_*`). */
export const devlinkResetDevOnDrvProbe = enumeration("DEVLINK_PARAM_RESET_DEV_ON_DRV_PROBE_VALUE_", u8, {
  unknown: 0,
  always: 1,
  never: 2,
  /** If the firmware in `/lib/firmware` says so. */
  disk: 3,
});

/** Attributes of values of parameters (`DEVLINK_ATTR_PARAM_VALUE_*`). */
const paramValueAttributes = attributes("dl-param-value", "DEVLINK_ATTR_", {
  /** The value under the name of its type, or several of an array; absent for a flag that is not set. */
  paramValueData: [86, repeated(paramValue)],
  /** Configuration mode. */
  paramValueCmode: [87, devlinkParamCmode],
  /** Value by default, in the same form; since 7.0. */
  paramValueDefault: [182, repeated(paramValue)],
});
/** Value of a parameter in one configuration mode. */
export interface DevlinkParamValue extends Infer<typeof paramValueAttributes> {}

/** Attributes of parameters (`DEVLINK_ATTR_PARAM_*`). */
const paramAttributes = attributes("dl-param", "DEVLINK_ATTR_", {
  /** Name. */
  paramName: [81, string],
  /** Set if it means the same with all drivers. */
  paramGeneric: [82, flag],
  /** Type of its values. */
  paramType: [83, devlinkVarAttrType],
  /** Values by configuration mode. */
  paramValuesList: [84, nestedArray(85, nest<DevlinkParamValue>(paramValueAttributes))],
});
/** A parameter, without the device that it is of. */
export interface DevlinkParamFacts extends Infer<typeof paramAttributes> {}

/** Attributes of messages of parameters (`DEVLINK_ATTR_*`). */
const paramMessageAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** The parameter. */
  param: [80, nest<DevlinkParamFacts>(paramAttributes)],
});

/** Layout of `DEVLINK_CMD_PARAM_NEW` and `_DEL`, and of replies. */
export const devlinkParamMessage = message("devlinkParam", genlmsghdr, paramMessageAttributes);
/** A parameter of a device. */
export interface DevlinkParam
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkParamMessage> {}

/** Attributes of requests about parameters (`DEVLINK_ATTR_*`), which are not nested. */
const paramRequestAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Name. */
  paramName: [81, string],
  /** Type of its values. */
  paramType: [83, devlinkVarAttrType],
  /** The value under the name of its type. */
  paramValueData: [86, repeated(paramValue)],
  /** Configuration mode. */
  paramValueCmode: [87, devlinkParamCmode],
  /** Set to return to the default; since 7.0. */
  paramResetDefault: [183, flag],
});

/** Layout of `DEVLINK_CMD_PARAM_GET` and `_SET`. */
export const devlinkParamRequestMessage = message("paramRequest", genlmsghdr, paramRequestAttributes);
/** A request about a parameter. */
export interface DevlinkParamRequest
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkParamRequestMessage> {}
