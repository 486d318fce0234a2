/**
 * Data centre bridging.
 *
 * @module
 */
export { type DcbBcn, dcbBcnAttributes } from "./bcn.js";
export {
  type CeePfc,
  type CeePg,
  ceePfc,
  ceePg,
  type DcbApplication,
  type DcbCapabilities,
  type DcbCee,
  type DcbCeeApp,
  type DcbCeePeerApp,
  type DcbFeatures,
  type DcbNumtcs,
  type DcbPeerAppInfo,
  type DcbPg,
  type DcbPriorities,
  type DcbTc,
  dcbApplicationAttributes,
  dcbCapabilityAttributes,
  dcbCeeAppAttributes,
  dcbCeeAttributes,
  dcbCeePeerAppAttributes,
  dcbFeature,
  dcbFeatureAttributes,
  dcbNumtcsAttributes,
  dcbPeerAppInfo,
  dcbPgAttributes,
  dcbPriorityAttributes,
  dcbTcAttributes,
} from "./cee.js";
export { type Dcbs, dcbObject } from "./dcb.js";
export {
  type DcbApp,
  type DcbAppTable,
  type DcbAppTrust,
  type DcbIeee,
  type DcbnlBuffer,
  dcbApp,
  dcbAppTableAttributes,
  dcbAppTrust,
  dcbIeeeAttributes,
  dcbnlBuffer,
  type IeeeEts,
  type IeeeMaxrate,
  type IeeePfc,
  type IeeeQcn,
  type IeeeQcnStats,
  ieeeEts,
  ieeeMaxrate,
  ieeePfc,
  ieeeQcn,
  ieeeQcnStats,
} from "./ieee.js";
export {
  type Dcb,
  type DcbResult,
  dcbAttributes,
  dcbCommand,
  dcbMessage,
  dcbmsg,
  dcbResultAttributes,
  dcbResultMessage,
  dcbxMode,
} from "./layout.js";
