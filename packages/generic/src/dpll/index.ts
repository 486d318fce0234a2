/**
 * dpll: devices that keep a clock in step with another.
 *
 * @module
 */
export {
  DPLL_CMD_DEVICE_CHANGE_NTF,
  DPLL_CMD_DEVICE_CREATE_NTF,
  DPLL_CMD_DEVICE_DELETE_NTF,
  DPLL_CMD_DEVICE_GET,
  DPLL_CMD_DEVICE_ID_GET,
  DPLL_CMD_DEVICE_SET,
  DPLL_CMD_PIN_CHANGE_NTF,
  DPLL_CMD_PIN_CREATE_NTF,
  DPLL_CMD_PIN_DELETE_NTF,
  DPLL_CMD_PIN_GET,
  DPLL_CMD_PIN_ID_GET,
  DPLL_CMD_PIN_SET,
} from "./commands.js";
export { type DpllDeviceFacts, type DpllDevices, dpllDeviceObject } from "./device/device.js";
export {
  DPLL_TEMP_DIVIDER,
  type DpllDevice,
  dpllClockQualityLevel,
  dpllDeviceMessage,
  dpllFeatureState,
  dpllLockStatus,
  dpllLockStatusError,
  dpllMode,
  dpllType,
} from "./device/layout.js";
export { type Dpll, dpll } from "./dpll.js";
export { dpllFamily, dpllGroups } from "./family.js";
export {
  DPLL_PHASE_OFFSET_DIVIDER,
  DPLL_PIN_MEASURED_FREQUENCY_DIVIDER,
  type DpllFrequencyRange,
  type DpllPin,
  type DpllPinParentDevice,
  type DpllPinParentPin,
  type DpllReferenceSync,
  dpllPinCapabilities,
  dpllPinDirection,
  dpllPinFrequency,
  dpllPinMessage,
  dpllPinOperstate,
  dpllPinState,
  dpllPinType,
} from "./pin/layout.js";
export { type DpllPinFacts, type DpllPins, dpllPinObject } from "./pin/pin.js";
