import {
  attributes,
  enumeration,
  flags,
  type Infer,
  lladdr,
  message,
  nest,
  pad,
  string,
  struct,
  u8,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { type DcbBcn, dcbBcnAttributes } from "./bcn.js";
import {
  type DcbApplication,
  type DcbCapabilities,
  type DcbCee,
  type DcbFeatures,
  type DcbNumtcs,
  type DcbPg,
  type DcbPriorities,
  dcbApplicationAttributes,
  dcbCapabilityAttributes,
  dcbCeeAttributes,
  dcbFeatureAttributes,
  dcbNumtcsAttributes,
  dcbPgAttributes,
  dcbPriorityAttributes,
} from "./cee.js";
import { type DcbIeee, dcbIeeeAttributes } from "./ieee.js";

/** Command of a request (`DCB_CMD_*`). */
export const dcbCommand = enumeration("DCB_CMD_", u8, {
  undefined: 0,
  gstate: 1,
  sstate: 2,
  pgtxGcfg: 3,
  pgtxScfg: 4,
  pgrxGcfg: 5,
  pgrxScfg: 6,
  pfcGcfg: 7,
  pfcScfg: 8,
  setAll: 9,
  gpermHwaddr: 10,
  gcap: 11,
  gnumtcs: 12,
  snumtcs: 13,
  pfcGstate: 14,
  pfcSstate: 15,
  bcnGcfg: 16,
  bcnScfg: 17,
  gapp: 18,
  sapp: 19,
  ieeeSet: 20,
  ieeeGet: 21,
  gdcbx: 22,
  sdcbx: 23,
  gfeatcfg: 24,
  sfeatcfg: 25,
  ceeGet: 26,
  ieeeDel: 27,
});

/** Fixed header of messages of data centre bridging. */
export const dcbmsg = struct("dcbmsg", {
  /** `"unspec"`. */
  family: addressFamily,
  /** Command, which selects the settings. */
  cmd: dcbCommand,
  _: pad(2),
});

/** Negotiation of settings (`DCB_CAP_DCBX_*`). */
export const dcbxMode = flags("DCB_CAP_DCBX_", u8, {
  /** Done by this host. */
  host: 0x01,
  /** Done by another agent; changes from this host are refused. */
  lldManaged: 0x02,
  /** CEE, the version before the standard. */
  verCee: 0x04,
  /** IEEE 802.1Qaz. */
  verIeee: 0x08,
  /** None. */
  static: 0x10,
});

/** Attributes of data centre bridging (`DCB_ATTR_*`); the command determines which of them a request has. */
export const dcbAttributes = attributes("dcb-attrs", "DCB_ATTR_", {
  /** Name of the link. */
  ifname: [1, string],
  /** Enabled, 0 or 1. */
  state: [2, u8],
  /** Flow control enabled, 0 or 1. */
  pfcState: [3, u8],
  /** Flow control by priority. */
  pfcCfg: [4, nest<DcbPriorities>(dcbPriorityAttributes)],
  /** Number of traffic classes. */
  numTc: [5, u8],
  /** Traffic classes and bandwidth groups. */
  pgCfg: [6, nest<DcbPg>(dcbPgAttributes)],
  /** Applies the CEE settings made before, 1. */
  setAll: [7, u8],
  /** Permanent hardware address. */
  permHwaddr: [8, lladdr],
  /** Capabilities of the link. */
  cap: [9, nest<DcbCapabilities>(dcbCapabilityAttributes)],
  /** Numbers of traffic classes by use. */
  numtcs: [10, nest<DcbNumtcs>(dcbNumtcsAttributes)],
  /** Backward congestion notification. */
  bcn: [11, nest<DcbBcn>(dcbBcnAttributes)],
  /** Priorities of a protocol. */
  app: [12, nest<DcbApplication>(dcbApplicationAttributes)],
  /** Settings of IEEE 802.1Qaz. */
  ieee: [13, nest<DcbIeee>(dcbIeeeAttributes)],
  /** Negotiation of settings; {@link dcbxMode} lists the names. */
  dcbx: [14, dcbxMode],
  /** Features and their state. */
  featcfg: [15, nest<DcbFeatures>(dcbFeatureAttributes)],
  /** Settings of converged enhanced Ethernet. */
  cee: [16, nest<DcbCee>(dcbCeeAttributes)],
});

/** Layout of `RTM_GETDCB` and `RTM_SETDCB`. */
export const dcbMessage = message("dcb", dcbmsg, dcbAttributes);
/** Data centre bridging of a link. */
export interface Dcb extends Infer<typeof dcbMessage> {}

/** Driver's reply to a change (`DCB_ATTR_*`), in the attribute that was to be changed: 0 is success. */
export const dcbResultAttributes = attributes("dcb-result-attrs", "DCB_ATTR_", {
  /** Result of `sstate`. */
  state: [2, u8],
  /** Result of `pfcSstate`. */
  pfcState: [3, u8],
  /** Result of `pfcScfg`. */
  pfcCfg: [4, u8],
  /** Result of `pgtxScfg` and `pgrxScfg`. */
  pgCfg: [6, u8],
  /** Result of `setAll`. */
  setAll: [7, u8],
  /** Result of `snumtcs`. */
  numtcs: [10, u8],
  /** Result of `bcnScfg`. */
  bcn: [11, u8],
  /** Result of `sapp`. */
  app: [12, u8],
  /** Result of `ieeeSet` and `ieeeDel`. */
  ieee: [13, u8],
  /** Result of `sdcbx`. */
  dcbx: [14, u8],
  /** Result of `sfeatcfg`. */
  featcfg: [15, u8],
});

/** Layout of a reply to `RTM_SETDCB`. */
export const dcbResultMessage = message("dcb-result", dcbmsg, dcbResultAttributes);
/** Driver's reply to a change: 0 is success. */
export interface DcbResult extends Infer<typeof dcbResultMessage> {}
