// Data centre bridging before IEEE 802.1Qaz: converged enhanced Ethernet (CEE).
import {
  array,
  attributes,
  flag,
  flags,
  type Infer,
  nest,
  repeated,
  struct,
  u8,
  u16,
} from "@rxnetlink/core/schema";
import { type DcbApp, dcbApp } from "./ieee.js";

/** Priority-based flow control by priority (`DCB_PFC_UP_ATTR_*`). */
export const dcbPriorityAttributes = attributes("dcb-pfc-up-attrs", "DCB_PFC_UP_ATTR_", {
  /** Flow control of priority 0, 0 or 1; in a get request, selects it. */
  0: [1, u8],
  /** Flow control of priority 1, 0 or 1; in a get request, selects it. */
  1: [2, u8],
  /** Flow control of priority 2, 0 or 1; in a get request, selects it. */
  2: [3, u8],
  /** Flow control of priority 3, 0 or 1; in a get request, selects it. */
  3: [4, u8],
  /** Flow control of priority 4, 0 or 1; in a get request, selects it. */
  4: [5, u8],
  /** Flow control of priority 5, 0 or 1; in a get request, selects it. */
  5: [6, u8],
  /** Flow control of priority 6, 0 or 1; in a get request, selects it. */
  6: [7, u8],
  /** Flow control of priority 7, 0 or 1; in a get request, selects it. */
  7: [8, u8],
  /** Request marker: selects all priorities. */
  all: [9, flag],
});
/** Priority-based flow control. */
export interface DcbPriorities extends Infer<typeof dcbPriorityAttributes> {}

/** Traffic class (`DCB_TC_ATTR_PARAM_*`). */
export const dcbTcAttributes = attributes("dcb-tc-attrs", "DCB_TC_ATTR_PARAM_", {
  /** Bandwidth group. */
  pgid: [1, u8],
  /** Priorities of the traffic class, a bit for each. */
  upMapping: [2, u8],
  /** Strictness of its priority: 0 none, 1 within its group, 2 across all groups. */
  strictPrio: [3, u8],
  /** Share of its group's bandwidth, in percent. */
  bwPct: [4, u8],
  /** Request marker: selects all members. */
  all: [5, flag],
});
/** Traffic class. */
export interface DcbTc extends Infer<typeof dcbTcAttributes> {}

/** Traffic classes and bandwidth groups (`DCB_PG_ATTR_*`). */
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
  /** Request marker: selects all traffic classes. */
  tcAll: [10, nest<DcbTc>(dcbTcAttributes)],
  /** Bandwidth share of group 0, in percent. */
  bwId_0: [11, u8],
  /** Bandwidth share of group 1, in percent. */
  bwId_1: [12, u8],
  /** Bandwidth share of group 2, in percent. */
  bwId_2: [13, u8],
  /** Bandwidth share of group 3, in percent. */
  bwId_3: [14, u8],
  /** Bandwidth share of group 4, in percent. */
  bwId_4: [15, u8],
  /** Bandwidth share of group 5, in percent. */
  bwId_5: [16, u8],
  /** Bandwidth share of group 6, in percent. */
  bwId_6: [17, u8],
  /** Bandwidth share of group 7, in percent. */
  bwId_7: [18, u8],
  /** Request marker: selects all groups. */
  bwIdAll: [20, flag],
});
/** Traffic classes and bandwidth groups. */
export interface DcbPg extends Infer<typeof dcbPgAttributes> {}

/** Capabilities of a link (`DCB_CAP_ATTR_*`); in a request, those selected. */
export const dcbCapabilityAttributes = attributes("dcb-cap-attrs", "DCB_CAP_ATTR_", {
  /** Request marker: selects all members. */
  all: [1, flag],
  /** Supports priority groups, 0 or 1. */
  pg: [2, u8],
  /** Supports priority-based flow control, 0 or 1. */
  pfc: [3, u8],
  /** Supports mapping priorities to traffic classes, 0 or 1. */
  up2tc: [4, u8],
  /** Supported numbers of traffic classes in priority groups, a bit for each number. */
  pgTcs: [5, u8],
  /** Supported numbers of traffic classes in flow control, a bit for each number. */
  pfcTcs: [6, u8],
  /** Supports strict priority groups, 0 or 1. */
  gsp: [7, u8],
  /** Supports backward congestion notification, 0 or 1. */
  bcn: [8, u8],
  /** Supported ways of negotiation; {@link dcbxMode} lists the names. */
  dcbx: [9, u8],
});
/** Capabilities of a link. */
export interface DcbCapabilities extends Infer<typeof dcbCapabilityAttributes> {}

/** Numbers of traffic classes by use (`DCB_NUMTCS_ATTR_*`). */
export const dcbNumtcsAttributes = attributes("dcb-numtcs-attrs", "DCB_NUMTCS_ATTR_", {
  /** Request marker: selects all members. */
  all: [1, flag],
  /** Number for priority groups. */
  pg: [2, u8],
  /** Number for flow control. */
  pfc: [3, u8],
});
/** Numbers of traffic classes by use. */
export interface DcbNumtcs extends Infer<typeof dcbNumtcsAttributes> {}

/** Priorities of a protocol (`DCB_APP_ATTR_*`). */
export const dcbApplicationAttributes = attributes("dcb-app-attrs", "DCB_APP_ATTR_", {
  /** Meaning of `id`: 0 an EtherType, 1 a port. */
  idtype: [1, u8],
  /** EtherType or port. */
  id: [2, u16],
  /** Priorities, a bit for each. */
  priority: [3, u8],
});
/** Priorities of a protocol. */
export interface DcbApplication extends Infer<typeof dcbApplicationAttributes> {}

/** State of a feature (`DCB_FEATCFG_*`). */
export const dcbFeature = flags("DCB_FEATCFG_", u8, {
  /** Disagreement between the peers. */
  error: 0x01,
  /** Enabled. */
  enable: 0x02,
  /** Willing to adopt the peer's settings. */
  willing: 0x04,
  /** Advertised to the peer. */
  advertise: 0x08,
});

/** Features and their state (`DCB_FEATCFG_ATTR_*`); {@link dcbFeature} lists the names. */
export const dcbFeatureAttributes = attributes("dcb-featcfg-attrs", "DCB_FEATCFG_ATTR_", {
  /** Request marker: selects all members. */
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
  /** Willing to adopt the peer's settings, 0 or 1. */
  willing: u8,
  /** Disagreement between the peers, 0 or 1. */
  error: u8,
  /** Enabled, 0 or 1. */
  pgEn: u8,
  /** Number of supported traffic classes. */
  tcsSupported: u8,
  /** Bandwidth share of each group, in percent. */
  pgBw: eight,
  /** Group of each priority. */
  prioPg: eight,
});
/** Priority groups. */
export interface CeePg extends Infer<typeof ceePg> {}

/** Priority-based flow control (`struct cee_pfc`). */
export const ceePfc = struct("cee_pfc", {
  /** Willing to adopt the peer's settings, 0 or 1. */
  willing: u8,
  /** Disagreement between the peers, 0 or 1. */
  error: u8,
  /** Priorities with flow control, a bit for each. */
  pfcEn: u8,
  /** Number of traffic classes that support it. */
  tcsSupported: u8,
});
/** Priority-based flow control. */
export interface CeePfc extends Infer<typeof ceePfc> {}

/** Agreement on the priorities of protocols (`struct dcb_peer_app_info`). */
export const dcbPeerAppInfo = struct("dcb_peer_app_info", {
  /** Willing to adopt the peer's settings, 0 or 1. */
  willing: u8,
  /** Disagreement between the peers, 0 or 1. */
  error: u8,
});
/** Agreement on the priorities of protocols. */
export interface DcbPeerAppInfo extends Infer<typeof dcbPeerAppInfo> {}

/** Peer's priorities of protocols (`DCB_ATTR_CEE_PEER_APP*`). */
export const dcbCeePeerAppAttributes = attributes("dcb-cee-peer-app-attrs", "DCB_ATTR_CEE_PEER_", {
  /** Agreement on them. */
  appInfo: [1, nest<DcbPeerAppInfo>(dcbPeerAppInfo)],
  /** Protocols. */
  app: [2, repeated(nest<DcbApp>(dcbApp))],
});
/** Peer's priorities of protocols. */
export interface DcbCeePeerApp extends Infer<typeof dcbCeePeerAppAttributes> {}

/** Priorities of protocols (`DCB_ATTR_CEE_APP*`). */
export const dcbCeeAppAttributes = attributes("dcb-cee-app-attrs", "DCB_ATTR_CEE_", {
  /** Protocols. */
  app: [1, repeated(nest<DcbApp>(dcbApp))],
});
/** Priorities of protocols. */
export interface DcbCeeApp extends Infer<typeof dcbCeeAppAttributes> {}

/** Settings of converged enhanced Ethernet (`DCB_ATTR_CEE_*`). */
export const dcbCeeAttributes = attributes("dcb-cee-attrs", "DCB_ATTR_CEE_", {
  /** Peer's priority groups. */
  peerPg: [1, nest<CeePg>(ceePg)],
  /** Peer's flow control. */
  peerPfc: [2, nest<CeePfc>(ceePfc)],
  /** Peer's priorities of protocols. */
  peerAppTable: [3, nest<DcbCeePeerApp>(dcbCeePeerAppAttributes)],
  /** Priority groups for sending. */
  txPg: [4, nest<DcbPg>(dcbPgAttributes)],
  /** Priority groups for receiving. */
  rxPg: [5, nest<DcbPg>(dcbPgAttributes)],
  /** Flow control. */
  pfc: [6, nest<DcbPriorities>(dcbPriorityAttributes)],
  /** Priorities of protocols. */
  appTable: [7, nest<DcbCeeApp>(dcbCeeAppAttributes)],
  /** Features and their state. */
  feat: [8, nest<DcbFeatures>(dcbFeatureAttributes)],
});
/** Settings of converged enhanced Ethernet. */
export interface DcbCee extends Infer<typeof dcbCeeAttributes> {}
