import { attributes, choice, flags, type Infer, nest, readOnly, repeated, u32 } from "@rxnetlink/core/schema";
import { header, ofLink } from "../../common/header.js";
import { uint32 } from "../../common/uint32.js";
import {
  c33PseAdminState,
  c33PseExtState,
  c33PseExtSubstates,
  c33PsePwDStatus,
  podlPseAdminState,
  podlPsePwDStatus,
} from "./enums.js";

/** Attributes of a range of power limits (`ETHTOOL_A_C33_PSE_PW_LIMIT_*`). */
const pwLimitAttributes = attributes("c33-pse-pw-limit", "ETHTOOL_A_C33_PSE_PW_LIMIT_", {
  /** Lowest limit, in milliwatts. */
  min: [1, u32],
  /** Highest limit, in milliwatts. */
  max: [2, u32],
});
/** A range of power limits. */
export interface PsePwLimit extends Infer<typeof pwLimitAttributes> {}

/** Attributes of power sourcing (`ETHTOOL_A_PSE_*`): `podl` over a data line, `c33` over Ethernet (clause 33). */
const pseAttributes = attributes("pse", "ETHTOOL_A_", {
  /** The link. */
  header: [1, header],
  /** State. Read-only. */
  podlPseAdminState: [2, readOnly(podlPseAdminState, "set podlPseAdminControl")],
  /** State to set. Write-only. */
  podlPseAdminControl: [3, podlPseAdminState],
  /** Stage. Read-only. */
  podlPsePwDStatus: [4, readOnly(podlPsePwDStatus)],
  /** State; since 6.10. Read-only. */
  c33PseAdminState: [5, readOnly(c33PseAdminState, "set c33PseAdminControl")],
  /** State to set; since 6.10. Write-only. */
  c33PseAdminControl: [6, c33PseAdminState],
  /** Stage; since 6.10. Read-only. */
  c33PsePwDStatus: [7, readOnly(c33PsePwDStatus)],
  /** Class of power of the device; since 6.11. Read-only. */
  c33PsePwClass: [8, readOnly(u32)],
  /** Power drawn, in milliwatts; since 6.11. Read-only. */
  c33PseActualPw: [9, readOnly(u32)],
  /** Reason why there is no power; since 6.11. Read-only. */
  c33PseExtState: [10, readOnly(c33PseExtState)],
  /** Detail of that reason; since 6.11. Read-only. */
  c33PseExtSubstate: [11, readOnly(choice("c33PseExtState", c33PseExtSubstates, u32))],
  /** Limit of the power, in milliwatts; since 6.11. */
  c33PseAvailPwLimit: [12, u32],
  /** Limits that can be set; since 6.11. Read-only. */
  c33PsePwLimitRanges: [13, readOnly(repeated(nest<PsePwLimit>(pwLimitAttributes)))],
  /** Number of the power domain; since 6.17. Read-only. */
  psePwDId: [14, readOnly(u32)],
  /** Largest number of a priority; since 6.17. Read-only. */
  psePrioMax: [15, readOnly(u32)],
  /** Priority, 0 being the highest; since 6.17. */
  psePrio: [16, u32],
});

/** Layout of `ETHTOOL_MSG_PSE_*`. */
export const pseMessage = ofLink("pse", pseAttributes);
/** Power that a link supplies to the device at its other end. */
export interface Pse extends Infer<typeof pseMessage> {}

/** Events of power sourcing (`ETHTOOL_PSE_EVENT_*`, `ETHTOOL_C33_PSE_EVENT_*`). */
export const pseEvents = flags("ETHTOOL_", uint32, {
  /** The current was too high. */
  pseEventOverCurrent: 0x1,
  /** The supply was too hot. */
  pseEventOverTemp: 0x2,
  /** A device is being detected. */
  c33PseEventDetection: 0x4,
  /** A device is being classified. */
  c33PseEventClassification: 0x8,
  /** A device was disconnected. */
  c33PseEventDisconnection: 0x10,
  /** The power was turned off, as there was not enough. */
  pseEventOverBudget: 0x20,
  /** The power could not be controlled. */
  pseEventSwPwControlError: 0x40,
});

/** Attributes of events (`ETHTOOL_A_PSE_NTF_*`). */
const pseNtfAttributes = attributes("pse-ntf", "ETHTOOL_A_PSE_NTF_", {
  /** The link. */
  header: [1, header],
  /** Events; see {@link pseEvents}. */
  events: [2, pseEvents],
});

/** Layout of `ETHTOOL_MSG_PSE_NTF`. */
export const pseNtfMessage = ofLink("pse-ntf", pseNtfAttributes);
/** Events of power sourcing; since 6.17. */
export interface PseEvent extends Infer<typeof pseNtfMessage> {}
