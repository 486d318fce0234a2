import type { ObjectOf } from "@rxnetlink/core";
import { attributes, choice, enumeration, type Infer, nest, u8, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_LINKSTATE_GET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineReport } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** Reasons why a link has no connection (`ETHTOOL_LINK_EXT_STATE_*`). */
export const linkExtState = enumeration("ETHTOOL_LINK_EXT_STATE_", u8, {
  /** Negotiation failed. */
  autoneg: 0,
  linkTrainingFailure: 1,
  /** The physical layers do not agree. */
  linkLogicalMismatch: 2,
  badSignalIntegrity: 3,
  noCable: 4,
  /** Fault of the cable. */
  cableIssue: 5,
  /** The module's memory cannot be read. */
  eepromIssue: 6,
  calibrationFailure: 7,
  powerBudgetExceeded: 8,
  overheat: 9,
  /** Fault of the module. */
  module: 10,
  otpSpeedViolation: 11,
  bmcRequestDown: 12,
});

/** Details of {@link linkExtState}; the numbers of each state are its own (`ETHTOOL_LINK_EXT_SUBSTATE_*`). */
const linkExtSubstates = {
  autoneg: enumeration("ETHTOOL_LINK_EXT_SUBSTATE_AN_", u8, {
    noPartnerDetected: 1,
    ackNotReceived: 2,
    nextPageExchangeFailed: 3,
    noPartnerDetectedForceMode: 4,
    fecMismatchDuringOverride: 5,
    noHcd: 6,
  }),
  linkTrainingFailure: enumeration("ETHTOOL_LINK_EXT_SUBSTATE_LT_", u8, {
    krFrameLockNotAcquired: 1,
    krLinkInhibitTimeout: 2,
    krLinkPartnerDidNotSetReceiverReady: 3,
    remoteFault: 4,
  }),
  linkLogicalMismatch: enumeration("ETHTOOL_LINK_EXT_SUBSTATE_LLM_", u8, {
    pcsDidNotAcquireBlockLock: 1,
    pcsDidNotAcquireAmLock: 2,
    pcsDidNotGetAlignStatus: 3,
    fcFecIsNotLocked: 4,
    rsFecIsNotLocked: 5,
  }),
  badSignalIntegrity: enumeration("ETHTOOL_LINK_EXT_SUBSTATE_BSI_", u8, {
    largeNumberOfPhysicalErrors: 1,
    unsupportedRate: 2,
    serdesReferenceClockLost: 3,
    serdesAlos: 4,
  }),
  cableIssue: enumeration("ETHTOOL_LINK_EXT_SUBSTATE_CI_", u8, { unsupportedCable: 1, cableTestFailure: 2 }),
  module: enumeration("ETHTOOL_LINK_EXT_SUBSTATE_MODULE_", u8, { cmisNotReady: 1 }),
};

/** Attributes of the state of a connection (`ETHTOOL_A_LINKSTATE_*`). */
const linkStateAttributes = attributes("linkstate", "ETHTOOL_A_LINKSTATE_", {
  /** The link. */
  header: [1, header],
  /** True if there is a connection. */
  link: [2, onOff],
  /** Quality of the signal, from 0 to `sqiMax`; since 5.8. */
  sqi: [3, u32],
  /** Best quality; since 5.8. */
  sqiMax: [4, u32],
  /** Reason why there is no connection; since 5.9. */
  extState: [5, linkExtState],
  /** Detail of `extState`; since 5.9. */
  extSubstate: [6, choice("extState", linkExtSubstates, u8)],
  /** Number of times that the connection was lost; since 6.4. */
  extDownCnt: [7, u32],
});

/** Layout of `ETHTOOL_MSG_LINKSTATE_*`. */
export const linkStateMessage = ofLink("linkstate", linkStateAttributes);
/** State of a link's connection. */
export interface LinkState extends Infer<typeof linkStateMessage> {}

/** Messages of the state of connections (`ETHTOOL_MSG_LINKSTATE_*`). */
export const linkStateObject = defineReport({
  name: "linkState",
  layout: nest<LinkState>(linkStateMessage),
  types: { get: ETHTOOL_MSG_LINKSTATE_GET },
});

/** Verbs of the state of connections; see {@link LinkState}. The kernel reports changes as those of links. */
export interface LinkStates extends ObjectOf<typeof linkStateObject> {}
