import type { ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  type Infer,
  nest,
  packed,
  padding,
  readOnly,
  repeated,
  u32,
  u64,
  uint,
} from "@rxnetlink/core/schema";
import { bitset } from "../bits/bitset.js";
import { LINK_MODES } from "../bits/link-mode-names.js";
import { linkModeNumber } from "../bits/link-mode-number.js";
import { ETHTOOL_MSG_FEC_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_FEC_GET, ETHTOOL_MSG_FEC_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";
import type { LinkModeStates } from "../link/link-modes.js";

/** Bin of a histogram of errors (`ETHTOOL_A_FEC_HIST_*`). */
const fecHistAttributes = attributes("fec-hist", "ETHTOOL_A_FEC_HIST_", {
  /** Alignment. */
  pad: [1, padding],
  /** Fewest errors in a codeword. */
  binLow: [2, u32],
  /** Most errors in a codeword. */
  binHigh: [3, u32],
  /** Number of such codewords. */
  binVal: [4, uint],
  /** The same for each lane. */
  binValPerLane: [5, packed(u64)],
});
/** Bin of a histogram of errors in codewords. */
export interface FecBin extends Infer<typeof fecHistAttributes> {}

/** Counters of corrections (`ETHTOOL_A_FEC_STAT_*`): the total, then those of each lane. */
const fecStatAttributes = attributes("fec-stat", "ETHTOOL_A_FEC_STAT_", {
  /** Alignment. */
  pad: [1, padding],
  /** Blocks corrected. */
  corrected: [2, packed(u64)],
  /** Blocks that could not be corrected. */
  uncorr: [3, packed(u64)],
  /** Bits corrected. */
  corrBits: [4, packed(u64)],
  /** Histogram of errors in codewords; since 6.18. */
  hist: [5, repeated(nest<FecBin>(fecHistAttributes))],
});
/** Counters of corrections. */
export interface FecStats extends Infer<typeof fecStatAttributes> {}

/** Attributes of forward error correction (`ETHTOOL_A_FEC_*`). */
const fecAttributes = attributes("fec", "ETHTOOL_A_FEC_", {
  /** The link. */
  header: [1, header],
  /** Codes that were chosen: `None`, `RS`, `BASER`, `LLRS`. */
  modes: [2, nest<LinkModeStates>(bitset(LINK_MODES, "list"))],
  /** True if the device chooses the code. */
  auto: [3, onOff],
  /** Code in use. Read-only. */
  active: [4, readOnly(linkModeNumber, "set modes")],
  /** Counters, with `headerFlags: { stats: true }`; since 5.13. Read-only. */
  stats: [5, readOnly(nest<FecStats>(fecStatAttributes))],
});

/** Layout of `ETHTOOL_MSG_FEC_*`. */
export const fecMessage = ofLink("fec", fecAttributes);
/** Forward error correction of a link; since 5.13. */
export interface Fec extends Infer<typeof fecMessage> {}

/** Messages of forward error correction (`ETHTOOL_MSG_FEC_*`). */
export const fecObject = defineSettings({
  name: "fec",
  layout: nest<Fec>(fecMessage),
  types: { new: ETHTOOL_MSG_FEC_NTF, get: ETHTOOL_MSG_FEC_GET, set: ETHTOOL_MSG_FEC_SET },
});

/** Verbs of forward error correction; see {@link Fec}. */
export interface Fecs extends ObjectOf<typeof fecObject> {}
