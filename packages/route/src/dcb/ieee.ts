// Data centre bridging of IEEE 802.1Qaz.
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
} from "@rxnetlink/core/schema";

/** One number for each of eight traffic classes or priorities. */
const eight = array(u8, 8);
const eight32 = array(u32, 8);
const eight64 = array(u64, 8);

/** Enhanced transmission selection (`struct ieee_ets`). */
export const ieeeEts = struct("ieee_ets", {
  /** Willing to adopt the peer's settings, 0 or 1. */
  willing: u8,
  /** Number of supported traffic classes. */
  etsCap: u8,
  /** Supports a credit-based shaper, 0 or 1. */
  cbs: u8,
  /** Bandwidth share for sending of each traffic class, in percent. */
  tcTxBw: required(eight),
  /** Bandwidth share for receiving of each traffic class, in percent. */
  tcRxBw: eight,
  /** Scheduling of each traffic class, `IEEE_8021QAZ_TSA_*`. */
  tcTsa: required(eight),
  /** Traffic class of each priority. */
  prioTc: required(eight),
  /** Bandwidth share recommended to the peer for each traffic class, in percent. */
  tcRecoBw: eight,
  /** Scheduling recommended to the peer for each traffic class. */
  tcRecoTsa: eight,
  /** Traffic class recommended to the peer for each priority. */
  recoPrioTc: eight,
});
/** Enhanced transmission selection. */
export interface IeeeEts extends Infer<typeof ieeeEts> {}

/** Priority-based flow control (`struct ieee_pfc`). */
export const ieeePfc = struct("ieee_pfc", {
  /** Number of traffic classes that support it. */
  pfcCap: u8,
  /** Priorities with flow control, a bit for each. */
  pfcEn: required(u8),
  /** Capable of bypassing MACsec, 0 or 1. */
  mbc: u8,
  _: pad(1),
  /** Allowance for the link delay. */
  delay: u16,
  __: pad(2),
  /** Pause frames sent, by priority. */
  requests: eight64,
  /** Pause frames received, by priority. */
  indications: eight64,
});
/** Priority-based flow control. */
export interface IeeePfc extends Infer<typeof ieeePfc> {}

/** Rate limits (`struct ieee_maxrate`). */
export const ieeeMaxrate = struct("ieee_maxrate", {
  /** Limit of each traffic class, in kbit/s. */
  tcMaxrate: required(eight64),
});
/** Rate limits. */
export interface IeeeMaxrate extends Infer<typeof ieeeMaxrate> {}

/** Buffers (`struct dcbnl_buffer`). */
export const dcbnlBuffer = struct("dcbnl_buffer", {
  /** Buffer of each priority. */
  prio2buffer: required(eight),
  /** Size of each buffer, in bytes. */
  bufferSize: required(eight32),
  /** Total size, in bytes. */
  totalSize: u32,
});
/** Buffers. */
export interface DcbnlBuffer extends Infer<typeof dcbnlBuffer> {}

/** Congestion notification by priority (`struct ieee_qcn`). */
export const ieeeQcn = struct("ieee_qcn", {
  /** Enabled, 0 or 1. */
  rpgEnable: eight,
  /** Maximum number of simultaneous reaction points. */
  rpppMaxRps: eight32,
  /** Time after which the rate increases, in µs. */
  rpgTimeReset: eight32,
  /** Number of bytes sent after which the rate increases. */
  rpgByteReset: eight32,
  /** Number of increases before hyperactive increase. */
  rpgThreshold: eight32,
  /** Maximum rate, in Mbit/s. */
  rpgMaxRate: eight32,
  /** Increment of the rate, in Mbit/s. */
  rpgAiRate: eight32,
  /** Increment of the rate in hyperactive increase, in Mbit/s. */
  rpgHaiRate: eight32,
  /** Weight of congestion feedback. */
  rpgGd: eight32,
  /** Maximum factor by which the rate decreases. */
  rpgMinDecFac: eight32,
  /** Minimum rate, in Mbit/s. */
  rpgMinRate: eight32,
  /** State of the congestion notification domain defence, `DCB_CNDD_*`. */
  cnddStateMachine: eight32,
});
/** Congestion notification by priority. */
export interface IeeeQcn extends Infer<typeof ieeeQcn> {}

/** Counters of congestion notification by priority (`struct ieee_qcn_stats`). */
export const ieeeQcnStats = struct("ieee_qcn_stats", {
  /** Total time for which reaction points have been active, in 1/100 s. */
  rpppRpCentiseconds: eight64,
  /** Number of reaction points created. */
  rpppCreatedRps: eight32,
});
/** Counters of congestion notification by priority. */
export interface IeeeQcnStats extends Infer<typeof ieeeQcnStats> {}

/** Priority of a protocol (`struct dcb_app`). */
export const dcbApp = struct("dcb_app", {
  /** Meaning of `protocol`: an EtherType, a port … */
  selector: required(u8),
  /** Priority. */
  priority: required(u8),
  /** EtherType, port or the like. */
  protocol: required(u16),
});
/** Priority of a protocol. */
export interface DcbApp extends Infer<typeof dcbApp> {}

/** Priorities of protocols (`DCB_ATTR_IEEE_APP`). */
export const dcbAppTableAttributes = attributes("dcb-app-table-attrs", "DCB_ATTR_", {
  /** Standardized selectors. */
  ieeeApp: [1, repeated(nest<DcbApp>(dcbApp))],
  /** Other selectors. */
  dcbApp: [2, repeated(nest<DcbApp>(dcbApp))],
});
/** Priorities of protocols. */
export interface DcbAppTable extends Infer<typeof dcbAppTableAttributes> {}

/** Selector trusted by a link (`DCB_ATTR_IEEE_APP`, or `DCB_ATTR_DCB_APP` for a non-standard one). */
export const dcbAppTrust = struct("dcb_app_trust", {
  /** Length of the attribute in bytes; filled in when sent. */
  length: u16,
  /** 1, or 2 for `DCB_APP_SEL_PCP` (255). */
  type: u16,
  /** Selector. */
  selector: u8,
});
/** Selector trusted by a link. */
export interface DcbAppTrust extends Infer<typeof dcbAppTrust> {}

/** Settings of IEEE 802.1Qaz (`DCB_ATTR_IEEE_*`). */
export const dcbIeeeAttributes = attributes("dcb-ieee-attrs", "DCB_ATTR_", {
  /** Enhanced transmission selection. */
  ieeeEts: [1, nest<IeeeEts>(ieeeEts)],
  /** Priority-based flow control. */
  ieeePfc: [2, nest<IeeePfc>(ieeePfc)],
  /** Priorities of protocols. */
  ieeeAppTable: [3, nest<DcbAppTable>(dcbAppTableAttributes)],
  /** Peer's enhanced transmission selection. */
  ieeePeerEts: [4, nest<IeeeEts>(ieeeEts)],
  /** Peer's flow control. */
  ieeePeerPfc: [5, nest<IeeePfc>(ieeePfc)],
  /** Peer's priorities of protocols. */
  ieeePeerApp: [6, nest<DcbAppTable>(dcbAppTableAttributes)],
  /** Rate limits. */
  ieeeMaxrate: [7, nest<IeeeMaxrate>(ieeeMaxrate)],
  /** Congestion notification. */
  ieeeQcn: [8, nest<IeeeQcn>(ieeeQcn)],
  /** Counters of congestion notification. */
  ieeeQcnStats: [9, nest<IeeeQcnStats>(ieeeQcnStats)],
  /** Buffers; since 4.18. */
  dcbBuffer: [10, nest<DcbnlBuffer>(dcbnlBuffer)],
  /** Trusted selectors, in order of preference; since 6.3. */
  dcbAppTrustTable: [11, records(nest<DcbAppTrust>(dcbAppTrust))],
  /** Rewriting of priorities; since 6.3. */
  dcbRewrTable: [12, nest<DcbAppTable>(dcbAppTableAttributes)],
});
/** Settings of IEEE 802.1Qaz. */
export interface DcbIeee extends Infer<typeof dcbIeeeAttributes> {}
