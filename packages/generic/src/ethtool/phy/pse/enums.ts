import { enumeration, u32 } from "@rxnetlink/core/schema";

/** States of power over a data line (`ETHTOOL_PODL_PSE_ADMIN_STATE_*`). */
export const podlPseAdminState = enumeration("ETHTOOL_PODL_PSE_ADMIN_STATE_", u32, {
  unknown: 1,
  disabled: 2,
  enabled: 3,
});

/** Stages of power over a data line (`ETHTOOL_PODL_PSE_PW_D_STATUS_*`). */
export const podlPsePwDStatus = enumeration("ETHTOOL_PODL_PSE_PW_D_STATUS_", u32, {
  unknown: 1,
  disabled: 2,
  searching: 3,
  delivering: 4,
  sleep: 5,
  idle: 6,
  error: 7,
});

/** States of power over Ethernet (`ETHTOOL_C33_PSE_ADMIN_STATE_*`). */
export const c33PseAdminState = enumeration("ETHTOOL_C33_PSE_ADMIN_STATE_", u32, {
  unknown: 1,
  disabled: 2,
  enabled: 3,
});

/** Stages of power over Ethernet (`ETHTOOL_C33_PSE_PW_D_STATUS_*`). */
export const c33PsePwDStatus = enumeration("ETHTOOL_C33_PSE_PW_D_STATUS_", u32, {
  unknown: 1,
  disabled: 2,
  searching: 3,
  delivering: 4,
  test: 5,
  fault: 6,
  otherfault: 7,
});

/** Reasons why there is no power (`ETHTOOL_C33_PSE_EXT_STATE_*`). */
export const c33PseExtState = enumeration("ETHTOOL_C33_PSE_EXT_STATE_", u32, {
  errorCondition: 1,
  mrMpsValid: 2,
  mrPseEnable: 3,
  optionDetectTed: 4,
  optionVportLim: 5,
  ovldDetected: 6,
  pdDllPowerType: 7,
  powerNotAvailable: 8,
  shortDetected: 9,
});

const substate = "ETHTOOL_C33_PSE_EXT_SUBSTATE_";

/** Details of {@link c33PseExtState}; the numbers of each state are its own (`ETHTOOL_C33_PSE_EXT_SUBSTATE_*`). */
export const c33PseExtSubstates = {
  errorCondition: enumeration(`${substate}ERROR_CONDITION_`, u32, {
    nonExistingPort: 1,
    undefinedPort: 2,
    internalHwFault: 3,
    commErrorAfterForceOn: 4,
    unknownPortStatus: 5,
    hostCrashTurnOff: 6,
    hostCrashForceShutdown: 7,
    configChange: 8,
    detectedOverTemp: 9,
  }),
  mrMpsValid: enumeration(`${substate}MR_MPS_VALID_`, u32, { detectedUnderload: 1, connectionOpen: 2 }),
  mrPseEnable: enumeration(`${substate}MR_PSE_ENABLE_`, u32, { disablePinActive: 1 }),
  optionDetectTed: enumeration(`${substate}OPTION_DETECT_TED_`, u32, {
    detInProcess: 1,
    connectionCheckError: 2,
  }),
  optionVportLim: enumeration(`${substate}OPTION_VPORT_LIM_`, u32, {
    highVoltage: 1,
    lowVoltage: 2,
    voltageInjection: 3,
  }),
  ovldDetected: enumeration(`${substate}OVLD_DETECTED_`, u32, { overload: 1 }),
  powerNotAvailable: enumeration(`${substate}POWER_NOT_AVAILABLE_`, u32, {
    budgetExceeded: 1,
    portPwLimitExceedsControllerBudget: 2,
    pdRequestExceedsPortLimit: 3,
    hwPwLimit: 4,
  }),
  shortDetected: enumeration(`${substate}SHORT_DETECTED_`, u32, { shortCondition: 1 }),
};
