// What IEEE 802.1Q has of data centre bridging.
import {
  array,
  attributes,
  type Infer,
  nest,
  pad,
  records,
  repeated,
  required,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core";

/** A number for each of eight traffic classes or priorities. */
const eight = array(u8, 8);
const eight32 = array(u32, 8);
const eight64 = array(u64, 8);

/** Enhanced transmission selection (`struct ieee_ets`). */
export const ieeeEts = struct("ieee_ets", {
  /** Whether it takes over what its peer says, 0 or 1. */
  willing: u8,
  /** How many traffic classes it has. */
  etsCap: u8,
  /** Whether it has a credit-based shaper, 0 or 1. */
  cbs: u8,
  /** Share of the bandwidth to send with by traffic class, in percent. */
  tcTxBw: required(eight),
  /** Share of the bandwidth to receive with by traffic class, in percent. */
  tcRxBw: eight,
  /** How a traffic class is scheduled, `IEEE_8021QAZ_TSA_*`. */
  tcTsa: required(eight),
  /** Traffic class by priority. */
  prioTc: required(eight),
  /** Share that is recommended to the peer, in percent. */
  tcRecoBw: eight,
  /** Scheduling that is recommended to the peer. */
  tcRecoTsa: eight,
  /** Traffic class by priority that is recommended to the peer. */
  recoPrioTc: eight,
});
/** Enhanced transmission selection. */
export interface IeeeEts extends Infer<typeof ieeeEts> {}

/** Priority-based flow control (`struct ieee_pfc`). */
export const ieeePfc = struct("ieee_pfc", {
  /** How many traffic classes can have it. */
  pfcCap: u8,
  /** Which priorities have it, a bit each. */
  pfcEn: required(u8),
  /** Whether it can do without MACsec, 0 or 1. */
  mbc: u8,
  _: pad(1),
  /** Allowance for the delay of the link. */
  delay: u16,
  __: pad(2),
  /** Pauses sent, by priority. */
  requests: eight64,
  /** Pauses received, by priority. */
  indications: eight64,
});
/** Priority-based flow control. */
export interface IeeePfc extends Infer<typeof ieeePfc> {}

/** Rate limits (`struct ieee_maxrate`). */
export const ieeeMaxrate = struct("ieee_maxrate", {
  /** By traffic class, in kbit/s. */
  tcMaxrate: required(eight64),
});
/** Rate limits. */
export interface IeeeMaxrate extends Infer<typeof ieeeMaxrate> {}

/** Buffers (`struct dcbnl_buffer`). */
export const dcbnlBuffer = struct("dcbnl_buffer", {
  /** Buffer by priority. */
  prio2buffer: required(eight),
  /** Sizes, in bytes. */
  bufferSize: required(eight32),
  /** Size of all, in bytes. */
  totalSize: u32,
});
/** Buffers. */
export interface DcbnlBuffer extends Infer<typeof dcbnlBuffer> {}

/** Congestion notification by priority (`struct ieee_qcn`). */
export const ieeeQcn = struct("ieee_qcn", {
  /** Whether it is on, 0 or 1. */
  rpgEnable: eight,
  /** The most reaction points at a time. */
  rpppMaxRps: eight32,
  /** Time until the rate rises, in microseconds. */
  rpgTimeReset: eight32,
  /** How many bytes are sent until the rate rises. */
  rpgByteReset: eight32,
  /** How often it rises before it rises faster. */
  rpgThreshold: eight32,
  /** The highest rate, in Mbit/s. */
  rpgMaxRate: eight32,
  /** By how much it rises, in Mbit/s. */
  rpgAiRate: eight32,
  /** By how much it rises faster, in Mbit/s. */
  rpgHaiRate: eight32,
  /** Weight of what is heard of congestion. */
  rpgGd: eight32,
  /** By which factor it falls at most. */
  rpgMinDecFac: eight32,
  /** The lowest rate, in Mbit/s. */
  rpgMinRate: eight32,
  /** State of the defence against those that do not take part, `DCB_CNDD_*`. */
  cnddStateMachine: eight32,
});
/** Congestion notification by priority. */
export interface IeeeQcn extends Infer<typeof ieeeQcn> {}

/** Counters of congestion notification by priority (`struct ieee_qcn_stats`). */
export const ieeeQcnStats = struct("ieee_qcn_stats", {
  /** How long reaction points have been active, in 1/100 s. */
  rpppRpCentiseconds: eight64,
  /** How many there have been. */
  rpppCreatedRps: eight32,
});
/** Counters of congestion notification by priority. */
export interface IeeeQcnStats extends Infer<typeof ieeeQcnStats> {}

/** Which priority a protocol has (`struct dcb_app`). */
export const dcbApp = struct("dcb_app", {
  /** What `protocol` is: an EtherType, a port … */
  selector: required(u8),
  /** Priority. */
  priority: required(u8),
  /** Which protocol. */
  protocol: required(u16),
});
/** Which priority a protocol has. */
export interface DcbApp extends Infer<typeof dcbApp> {}

/** Priorities of protocols (`DCB_ATTR_IEEE_APP`). */
export const dcbAppTableAttributes = attributes("dcb-app-table-attrs", "DCB_ATTR_", {
  /** Standardised ones. */
  ieeeApp: [1, repeated(nest<DcbApp>(dcbApp))],
  /** Others. */
  dcbApp: [2, repeated(nest<DcbApp>(dcbApp))],
});
/** Priorities of protocols. */
export interface DcbAppTable extends Infer<typeof dcbAppTableAttributes> {}

/** Which selector of protocols a link goes by (`DCB_ATTR_IEEE_APP`, or `DCB_ATTR_DCB_APP` for one that is no standard). */
export const dcbAppTrust = struct("dcb_app_trust", {
  /** Length of the attribute in bytes; filled in when sent. */
  length: u16,
  /** 1, or 2 for `DCB_APP_SEL_PCP` (255). */
  type: u16,
  /** The selector. */
  selector: u8,
});
/** Which selector of protocols a link goes by. */
export interface DcbAppTrust extends Infer<typeof dcbAppTrust> {}

/** What IEEE 802.1Qaz has (`DCB_ATTR_IEEE_*`). */
export const dcbIeeeAttributes = attributes("dcb-ieee-attrs", "DCB_ATTR_", {
  /** Enhanced transmission selection. */
  ieeeEts: [1, nest<IeeeEts>(ieeeEts)],
  /** Priority-based flow control. */
  ieeePfc: [2, nest<IeeePfc>(ieeePfc)],
  /** Priorities of protocols. */
  ieeeAppTable: [3, nest<DcbAppTable>(dcbAppTableAttributes)],
  /** What the peer says of transmission selection. */
  ieeePeerEts: [4, nest<IeeeEts>(ieeeEts)],
  /** What the peer says of flow control. */
  ieeePeerPfc: [5, nest<IeeePfc>(ieeePfc)],
  /** What the peer says of protocols. */
  ieeePeerApp: [6, nest<DcbAppTable>(dcbAppTableAttributes)],
  /** Rate limits. */
  ieeeMaxrate: [7, nest<IeeeMaxrate>(ieeeMaxrate)],
  /** Congestion notification. */
  ieeeQcn: [8, nest<IeeeQcn>(ieeeQcn)],
  /** Counters of congestion notification. */
  ieeeQcnStats: [9, nest<IeeeQcnStats>(ieeeQcnStats)],
  /** Buffers; since 4.18. */
  dcbBuffer: [10, nest<DcbnlBuffer>(dcbnlBuffer)],
  /** By which selectors it goes, the first one first; since 6.3. */
  dcbAppTrustTable: [11, records(nest<DcbAppTrust>(dcbAppTrust))],
  /** Rewriting of priorities; since 6.3. */
  dcbRewrTable: [12, nest<DcbAppTable>(dcbAppTableAttributes)],
});
/** What IEEE 802.1Qaz has. */
export interface DcbIeee extends Infer<typeof dcbIeeeAttributes> {}
