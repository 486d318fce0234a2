// What there was of data centre bridging before the standard: converged enhanced Ethernet.
import { array, attributes, flag, flags, type Infer, nest, repeated, struct, u8, u16 } from "@rxnetlink/core";
import { type DcbApp, dcbApp } from "./ieee.js";

/** Flow control by priority (`DCB_PFC_UP_ATTR_*`). */
export const dcbPriorityAttributes = attributes("dcb-pfc-up-attrs", "DCB_PFC_UP_ATTR_", {
  /** Whether priority 0 has it, 0 or 1; in a request, that it is asked for. */
  0: [1, u8],
  /** Whether priority 1 has it, 0 or 1; in a request, that it is asked for. */
  1: [2, u8],
  /** Whether priority 2 has it, 0 or 1; in a request, that it is asked for. */
  2: [3, u8],
  /** Whether priority 3 has it, 0 or 1; in a request, that it is asked for. */
  3: [4, u8],
  /** Whether priority 4 has it, 0 or 1; in a request, that it is asked for. */
  4: [5, u8],
  /** Whether priority 5 has it, 0 or 1; in a request, that it is asked for. */
  5: [6, u8],
  /** Whether priority 6 has it, 0 or 1; in a request, that it is asked for. */
  6: [7, u8],
  /** Whether priority 7 has it, 0 or 1; in a request, that it is asked for. */
  7: [8, u8],
  /** Get: all of them. */
  all: [9, flag],
});
/** Flow control by priority. */
export interface DcbPriorities extends Infer<typeof dcbPriorityAttributes> {}

/** A traffic class (`DCB_TC_ATTR_PARAM_*`). */
export const dcbTcAttributes = attributes("dcb-tc-attrs", "DCB_TC_ATTR_PARAM_", {
  /** Group of bandwidth. */
  pgid: [1, u8],
  /** Which priorities it has, a bit each. */
  upMapping: [2, u8],
  /** How strictly it goes first: 0 not, 1 in its group, 2 before all. */
  strictPrio: [3, u8],
  /** Share of the bandwidth of its group, in percent. */
  bwPct: [4, u8],
  /** Get: all of this. */
  all: [5, flag],
});
/** A traffic class. */
export interface DcbTc extends Infer<typeof dcbTcAttributes> {}

/** Traffic classes and groups of bandwidth (`DCB_PG_ATTR_*`). */
export const dcbPgAttributes = attributes("dcb-pg-attrs", "DCB_PG_ATTR_", {
  /** Traffic class 0. */
  tc_0: [1, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 1. */
  tc_1: [2, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 2. */
  tc_2: [3, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 3. */
  tc_3: [4, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 4. */
  tc_4: [5, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 5. */
  tc_5: [6, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 6. */
  tc_6: [7, nest<DcbTc>(dcbTcAttributes)],
  /** Traffic class 7. */
  tc_7: [8, nest<DcbTc>(dcbTcAttributes)],
  /** Get: all traffic classes. */
  tcAll: [10, nest<DcbTc>(dcbTcAttributes)],
  /** Share of group 0 of the bandwidth, in percent. */
  bwId_0: [11, u8],
  /** Share of group 1 of the bandwidth, in percent. */
  bwId_1: [12, u8],
  /** Share of group 2 of the bandwidth, in percent. */
  bwId_2: [13, u8],
  /** Share of group 3 of the bandwidth, in percent. */
  bwId_3: [14, u8],
  /** Share of group 4 of the bandwidth, in percent. */
  bwId_4: [15, u8],
  /** Share of group 5 of the bandwidth, in percent. */
  bwId_5: [16, u8],
  /** Share of group 6 of the bandwidth, in percent. */
  bwId_6: [17, u8],
  /** Share of group 7 of the bandwidth, in percent. */
  bwId_7: [18, u8],
  /** Get: all groups. */
  bwIdAll: [20, flag],
});
/** Traffic classes and groups of bandwidth. */
export interface DcbPg extends Infer<typeof dcbPgAttributes> {}

/** What a link can (`DCB_CAP_ATTR_*`); in a request, what is asked for. */
export const dcbCapabilityAttributes = attributes("dcb-cap-attrs", "DCB_CAP_ATTR_", {
  /** Get: all of this. */
  all: [1, flag],
  /** Whether it has groups of priorities, 0 or 1. */
  pg: [2, u8],
  /** Whether it has flow control by priority, 0 or 1. */
  pfc: [3, u8],
  /** Whether priorities can be given to traffic classes, 0 or 1. */
  up2tc: [4, u8],
  /** How many traffic classes groups can have, a bit for each number. */
  pgTcs: [5, u8],
  /** How many traffic classes flow control can have, a bit for each number. */
  pfcTcs: [6, u8],
  /** Whether groups can be strict, 0 or 1. */
  gsp: [7, u8],
  /** Whether it has backward congestion notification, 0 or 1. */
  bcn: [8, u8],
  /** How settings can be negotiated; {@link dcbxMode} has the names. */
  dcbx: [9, u8],
});
/** What a link can. */
export interface DcbCapabilities extends Infer<typeof dcbCapabilityAttributes> {}

/** How many traffic classes, by use (`DCB_NUMTCS_ATTR_*`). */
export const dcbNumtcsAttributes = attributes("dcb-numtcs-attrs", "DCB_NUMTCS_ATTR_", {
  /** Get: all of this. */
  all: [1, flag],
  /** For groups of priorities. */
  pg: [2, u8],
  /** For flow control. */
  pfc: [3, u8],
});
/** How many traffic classes, by use. */
export interface DcbNumtcs extends Infer<typeof dcbNumtcsAttributes> {}

/** Which priorities a protocol has (`DCB_APP_ATTR_*`). */
export const dcbApplicationAttributes = attributes("dcb-app-attrs", "DCB_APP_ATTR_", {
  /** What `id` is: 0 an EtherType, 1 a port. */
  idtype: [1, u8],
  /** Which protocol. */
  id: [2, u16],
  /** Its priorities, a bit each. */
  priority: [3, u8],
});
/** Which priorities a protocol has. */
export interface DcbApplication extends Infer<typeof dcbApplicationAttributes> {}

/** State of a feature (`DCB_FEATCFG_*`). */
export const dcbFeature = flags("DCB_FEATCFG_", u8, {
  /** The peers disagree. */
  error: 0x01,
  /** It is on. */
  enable: 0x02,
  /** It takes over what its peer says. */
  willing: 0x04,
  /** The peer is told. */
  advertise: 0x08,
});

/** Features and their state (`DCB_FEATCFG_ATTR_*`); {@link dcbFeature} has the names. */
export const dcbFeatureAttributes = attributes("dcb-featcfg-attrs", "DCB_FEATCFG_ATTR_", {
  /** Get: all of this. */
  all: [1, flag],
  /** Groups of priorities. */
  pg: [2, dcbFeature],
  /** Flow control. */
  pfc: [3, dcbFeature],
  /** Priorities of protocols. */
  app: [4, dcbFeature],
});
/** Features and their state. */
export interface DcbFeatures extends Infer<typeof dcbFeatureAttributes> {}

const eight = array(u8, 8);

/** Priority groups (`struct cee_pg`). */
export const ceePg = struct("cee_pg", {
  /** Whether it takes over what its peer says, 0 or 1. */
  willing: u8,
  /** Whether the peers disagree, 0 or 1. */
  error: u8,
  /** Whether they are on, 0 or 1. */
  pgEn: u8,
  /** How many traffic classes it has. */
  tcsSupported: u8,
  /** Share of the bandwidth by group, in percent. */
  pgBw: eight,
  /** Group by priority. */
  prioPg: eight,
});
/** Priority groups. */
export interface CeePg extends Infer<typeof ceePg> {}

/** Flow control by priority (`struct cee_pfc`). */
export const ceePfc = struct("cee_pfc", {
  /** Whether it takes over what its peer says, 0 or 1. */
  willing: u8,
  /** Whether the peers disagree, 0 or 1. */
  error: u8,
  /** Which priorities have it, a bit each. */
  pfcEn: u8,
  /** How many traffic classes can have it. */
  tcsSupported: u8,
});
/** Flow control by priority. */
export interface CeePfc extends Infer<typeof ceePfc> {}

/** Whether priorities of protocols are agreed on (`struct dcb_peer_app_info`). */
export const dcbPeerAppInfo = struct("dcb_peer_app_info", {
  /** Whether it takes over what its peer says, 0 or 1. */
  willing: u8,
  /** Whether the peers disagree, 0 or 1. */
  error: u8,
});
/** Whether priorities of protocols are agreed on. */
export interface DcbPeerAppInfo extends Infer<typeof dcbPeerAppInfo> {}

/** What the peer says of protocols (`DCB_ATTR_CEE_PEER_APP*`). */
export const dcbCeePeerAppAttributes = attributes("dcb-cee-peer-app-attrs", "DCB_ATTR_CEE_PEER_", {
  /** Whether that is agreed on. */
  appInfo: [1, nest<DcbPeerAppInfo>(dcbPeerAppInfo)],
  /** The protocols. */
  app: [2, repeated(nest<DcbApp>(dcbApp))],
});
/** What the peer says of protocols. */
export interface DcbCeePeerApp extends Infer<typeof dcbCeePeerAppAttributes> {}

/** Priorities of protocols (`DCB_ATTR_CEE_APP*`). */
export const dcbCeeAppAttributes = attributes("dcb-cee-app-attrs", "DCB_ATTR_CEE_", {
  /** The protocols. */
  app: [1, repeated(nest<DcbApp>(dcbApp))],
});
/** Priorities of protocols. */
export interface DcbCeeApp extends Infer<typeof dcbCeeAppAttributes> {}

/** What converged enhanced Ethernet has (`DCB_ATTR_CEE_*`). */
export const dcbCeeAttributes = attributes("dcb-cee-attrs", "DCB_ATTR_CEE_", {
  /** What the peer says of priority groups. */
  peerPg: [1, nest<CeePg>(ceePg)],
  /** What the peer says of flow control. */
  peerPfc: [2, nest<CeePfc>(ceePfc)],
  /** What the peer says of protocols. */
  peerAppTable: [3, nest<DcbCeePeerApp>(dcbCeePeerAppAttributes)],
  /** Priority groups that send. */
  txPg: [4, nest<DcbPg>(dcbPgAttributes)],
  /** Priority groups that receive. */
  rxPg: [5, nest<DcbPg>(dcbPgAttributes)],
  /** Flow control. */
  pfc: [6, nest<DcbPriorities>(dcbPriorityAttributes)],
  /** Priorities of protocols. */
  appTable: [7, nest<DcbCeeApp>(dcbCeeAppAttributes)],
  /** Features and their state. */
  feat: [8, nest<DcbFeatures>(dcbFeatureAttributes)],
});
/** What converged enhanced Ethernet has. */
export interface DcbCee extends Infer<typeof dcbCeeAttributes> {}
