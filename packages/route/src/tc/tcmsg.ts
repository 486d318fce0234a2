import {
  type Bitfield32,
  bitfield32,
  flag,
  ifindex,
  nest,
  pad,
  padding,
  readOnly,
  type Scalar,
  s32,
  string,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { gnetEstimator, type TcEstimator, type TcStats, tcStats } from "./stats.js";
import { formatHandle, handle } from "./values/handle.js";
import { stab } from "./values/stab.js";

//  struct tcmsg:   0        1     4         8        12       16       20
//                  | u8     | pad | s32     | u32    | u32    | u32    |
//                  family         ifindex   handle   parent   info

/** A handle or class id in 32 bits; people type `1:10`. */
export const tcHandle: Scalar<number> = { ...u32, parse: (text) => handle(text), show: formatHandle };

const tcmsgHeadMembers = {
  /** Not used. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link; -1 (`TCM_IFINDEX_MAGIC_BLOCK`) where `parent` is a shared block. */
  ifindex: ifindex(s32),
};
/** What `struct tcmsg` begins with for every object. */
export type TcmsgHead = { -readonly [K in keyof typeof tcmsgHeadMembers]: (typeof tcmsgHeadMembers)[K] };
/** What `struct tcmsg` begins with for every object. */
export const tcmsgHead: TcmsgHead = tcmsgHeadMembers;

const tcaCommonMembers = {
  /** The kind: `"htb"`, `"flower"` … */
  kind: [1, string],
  /** Statistics of old. */
  stats: [3, readOnly(nest<TcStats>(tcStats))],
  /** An estimator of the rate; write-only. */
  rate: [5, nest<TcEstimator>(gnetEstimator)],
  /** How many were deleted with it. */
  fcnt: [6, readOnly(u32)],
  /** How sizes of packets are computed. */
  stab: [8, stab],
  /** Alignment. */
  pad: [9, padding],
  /** In a dump: also the qdiscs that are inside others by default. */
  dumpInvisible: [10, flag],
  /** Number of the chain; 0 where absent. */
  chain: [11, u32],
  /** Whether the hardware does it, 0 or 1; read-only. */
  hwOffload: [12, readOnly(u8)],
  /** Shared block of the filters for what comes in. */
  ingressBlock: [13, u32],
  /** Shared block of the filters for what goes out. */
  egressBlock: [14, u32],
  /** In a dump: 1 (terse) leaves settings and statistics out; since 5.8. */
  dumpFlags: [15, nest<Bitfield32>(bitfield32)],
  /** What the kernel warns of in a notification; since 6.3. */
  extWarnMsg: [16, readOnly(string)],
} as const;
/** Attributes that all objects of traffic control have. */
export type TcaCommon = { -readonly [K in keyof typeof tcaCommonMembers]: (typeof tcaCommonMembers)[K] };
/** Attributes that all objects of traffic control have. */
export const tcaCommon: TcaCommon = tcaCommonMembers;
