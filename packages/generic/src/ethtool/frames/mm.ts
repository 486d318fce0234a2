import type { ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  type Infer,
  nest,
  padding,
  readOnly,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_MM_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_MM_GET, ETHTOOL_MSG_MM_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** States of the test that the other end can merge (`ETHTOOL_MM_VERIFY_STATUS_*`). */
export const mmVerifyStatus = enumeration("ETHTOOL_MM_VERIFY_STATUS_", u8, {
  unknown: 0,
  initial: 1,
  verifying: 2,
  succeeded: 3,
  failed: 4,
  disabled: 5,
});

/** Counters of merging (`ETHTOOL_A_MM_STAT_*`). */
const mmStatAttributes = attributes("mm-stat", "ETHTOOL_A_MM_STAT_", {
  /** Alignment. */
  pad: [1, padding],
  /** Frames that could not be reassembled. */
  reassemblyErrors: [2, u64],
  /** Frames with an unknown start delimiter. */
  smdErrors: [3, u64],
  /** Frames that were reassembled. */
  reassemblyOk: [4, u64],
  /** Fragments received. */
  rxFragCount: [5, u64],
  /** Fragments sent. */
  txFragCount: [6, u64],
  /** Times that preemptable frames were held back. */
  holdCount: [7, u64],
});
/** Counters of merging. */
export interface MmStats extends Infer<typeof mmStatAttributes> {}

/** Attributes of MAC merging (`ETHTOOL_A_MM_*`). */
const mmAttributes = attributes("mm", "ETHTOOL_A_MM_", {
  /** The link. */
  header: [1, header],
  /** True if preemptable frames are received. */
  pmacEnabled: [2, onOff],
  /** True if preemptable frames are sent, once the other end can. */
  txEnabled: [3, onOff],
  /** True if preemptable frames are sent. Read-only. */
  txActive: [4, readOnly(onOff, "set txEnabled")],
  /** Fewest bytes of a fragment that is sent. */
  txMinFragSize: [5, u32],
  /** Fewest bytes of a fragment that can be received. Read-only. */
  rxMinFragSize: [6, readOnly(u32)],
  /** True if the other end is tested. */
  verifyEnabled: [7, onOff],
  /** State of that test. Read-only. */
  verifyStatus: [8, readOnly(mmVerifyStatus)],
  /** Time between attempts of that test, in milliseconds. */
  verifyTime: [9, u32],
  /** Longest such time, in milliseconds. Read-only. */
  maxVerifyTime: [10, readOnly(u32)],
  /** Counters, with `headerFlags: { stats: true }`. Read-only. */
  stats: [11, readOnly(nest<MmStats>(mmStatAttributes))],
});

/** Layout of `ETHTOOL_MSG_MM_*`. */
export const mmMessage = ofLink("mm", mmAttributes);
/** MAC merging of a link (frame preemption); since 6.3. */
export interface Mm extends Infer<typeof mmMessage> {}

/** Messages of MAC merging (`ETHTOOL_MSG_MM_*`). */
export const mmObject = defineSettings({
  name: "mm",
  layout: nest<Mm>(mmMessage),
  types: { new: ETHTOOL_MSG_MM_NTF, get: ETHTOOL_MSG_MM_GET, set: ETHTOOL_MSG_MM_SET },
});

/** Verbs of MAC merging; see {@link Mm}. */
export interface Mms extends ObjectOf<typeof mmObject> {}
