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

/** Handle or class id in 32 bits; written as text `1:10`. */
export const tcHandle: Scalar<number> = { ...u32, parse: (text) => handle(text), show: formatHandle };

const tcmsgHeadMembers = {
  /** Not used. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link; -1 (`TCM_IFINDEX_MAGIC_BLOCK`) when `parent` is a shared block. */
  ifindex: ifindex(s32),
};
/** Members of `struct tcmsg` common to all objects. */
export type TcmsgHead = { -readonly [K in keyof typeof tcmsgHeadMembers]: (typeof tcmsgHeadMembers)[K] };
/** Members of `struct tcmsg` common to all objects. */
export const tcmsgHead: TcmsgHead = tcmsgHeadMembers;

const tcaCommonMembers = {
  /** Kind, such as `"htb"` or `"flower"`. */
  kind: [1, string],
  /** Former statistics. */
  stats: [3, readOnly(nest<TcStats>(tcStats))],
  /** Rate estimator; write-only. */
  rate: [5, nest<TcEstimator>(gnetEstimator)],
  /** Number of filters deleted with it. */
  fcnt: [6, readOnly(u32)],
  /** Size table: packet sizes on the wire. */
  stab: [8, stab],
  /** Alignment. */
  pad: [9, padding],
  /** In a list request: includes default qdiscs inside others. */
  dumpInvisible: [10, flag],
  /** Index of the chain; 0 when absent. */
  chain: [11, u32],
  /** Offloaded to the hardware, 0 or 1; read-only. */
  hwOffload: [12, readOnly(u8)],
  /** Shared block of filters for incoming packets. */
  ingressBlock: [13, u32],
  /** Shared block of filters for outgoing packets. */
  egressBlock: [14, u32],
  /** In a list request: 1 (terse) omits settings and statistics; since 5.8. */
  dumpFlags: [15, nest<Bitfield32>(bitfield32)],
  /** Warning of the kernel in a notification; since 6.3. */
  extWarnMsg: [16, readOnly(string)],
} as const;
/** Attributes common to all objects of traffic control. */
export type TcaCommon = { -readonly [K in keyof typeof tcaCommonMembers]: (typeof tcaCommonMembers)[K] };
/** Attributes common to all objects of traffic control. */
export const tcaCommon: TcaCommon = tcaCommonMembers;
