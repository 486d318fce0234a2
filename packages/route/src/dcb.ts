import {
  array,
  attributes,
  enumeration,
  type Infer,
  lladdr,
  message,
  nest,
  type ObjectDeclaration,
  pad,
  repeated,
  string,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core";
import { addressFamily } from "./address-family.js";
import { type DcbCee, dcbCeeAttributes } from "./dcb-cee.js";

/** What a request is about (`DCB_CMD_*`). */
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

/** The fixed header of messages of data centre bridging. */
export const dcbmsg = struct("dcbmsg", {
  /** `"unspec"`. */
  family: addressFamily,
  /** What it is about. */
  cmd: dcbCommand,
  _: pad(2),
});

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
  tcTxBw: eight,
  /** Share of the bandwidth to receive with by traffic class, in percent. */
  tcRxBw: eight,
  /** How a traffic class is scheduled, `IEEE_8021QAZ_TSA_*`. */
  tcTsa: eight,
  /** Traffic class by priority. */
  prioTc: eight,
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
  pfcEn: u8,
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
  tcMaxrate: eight64,
});
/** Rate limits. */
export interface IeeeMaxrate extends Infer<typeof ieeeMaxrate> {}

/** Buffers (`struct dcbnl_buffer`). */
export const dcbnlBuffer = struct("dcbnl_buffer", {
  /** Buffer by priority. */
  prio2buffer: eight,
  /** Sizes, in bytes. */
  bufferSize: eight32,
  /** Size of all, in bytes. */
  totalSize: u32,
});
/** Buffers. */
export interface DcbnlBuffer extends Infer<typeof dcbnlBuffer> {}

/** Which priority a protocol has (`struct dcb_app`). */
export const dcbApp = struct("dcb_app", {
  /** What `protocol` is: an EtherType, a port … */
  selector: u8,
  /** Priority. */
  priority: u8,
  /** Which protocol. */
  protocol: u16,
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
  /** Buffers; since 4.18. */
  dcbBuffer: [10, nest<DcbnlBuffer>(dcbnlBuffer)],
  /** Rewriting of priorities; since 6.3. */
  dcbRewrTable: [12, nest<DcbAppTable>(dcbAppTableAttributes)],
});
/** What IEEE 802.1Qaz has. */
export interface DcbIeee extends Infer<typeof dcbIeeeAttributes> {}

/** The attributes of data centre bridging (`DCB_ATTR_*`). */
export const dcbAttributes = attributes("dcb-attrs", "DCB_ATTR_", {
  /** Name of the link. */
  ifname: [1, string],
  /** Whether it is on, 0 or 1; in answers to changes 0 is success. */
  state: [2, u8],
  /** Whether flow control is on, 0 or 1. */
  pfcState: [3, u8],
  /** How many traffic classes. */
  numTc: [5, u8],
  /** Whether settings were taken over. */
  setAll: [7, u8],
  /** Hardware address it was made with. */
  permHwaddr: [8, lladdr],
  /** What IEEE 802.1Qaz has. */
  ieee: [13, nest<DcbIeee>(dcbIeeeAttributes)],
  /** How it is negotiated, `DCB_CAP_DCBX_*`. */
  dcbx: [14, u8],
  /** What the converged enhanced Ethernet before the standard has. */
  cee: [16, nest<DcbCee>(dcbCeeAttributes)],
});

/** The layout of `RTM_GETDCB` and `RTM_SETDCB`. */
export const dcbMessage = message("dcb", dcbmsg, dcbAttributes);
/** Data centre bridging of a link. */
export interface Dcb extends Infer<typeof dcbMessage> {}

/**
 * Messages of data centre bridging (`RTM_GETDCB`, `RTM_SETDCB`): `get$({ cmd, ifname })`. Notifications come as
 * `RTM_SETDCB`.
 */
export const dcbObject: ObjectDeclaration<Dcb> = {
  name: "dcb",
  layout: nest<Dcb>(dcbMessage),
  types: { get: 78, set: 79 },
  groups: [23],
  filters: [],
  changeFlags: 0,
};
