import {
  attributes,
  enumeration,
  flag,
  type Infer,
  nest,
  nestedArray,
  readOnly,
  refine,
  string,
  u32,
} from "@rxnetlink/core/schema";
import { header, ofLink } from "../common/header.js";

/** Sets of strings (`ETH_SS_*`). Those that depend on the link are marked; all others need none. */
export const stringSet = enumeration("ETH_SS_", u32, {
  /** Self-tests of the link. */
  test: 0,
  /** Statistics of the link's driver. */
  stats: 1,
  /** Private flags of the link's driver. */
  privFlags: 2,
  ntupleFilters: 3,
  /** Features. */
  features: 4,
  /** Hash functions of RSS. */
  rssHashFuncs: 5,
  /** Settings of drivers. */
  tunables: 6,
  /** Statistics of the link's PHY. */
  phyStats: 7,
  /** Settings of PHYs. */
  phyTunables: 8,
  linkModes: 9,
  /** Classes of messages that drivers log. */
  msgClasses: 10,
  wolModes: 11,
  sofTimestamping: 12,
  tsTxTypes: 13,
  tsRxFilters: 14,
  udpTunnelTypes: 15,
  /** Groups of standard statistics. */
  statsStd: 16,
  statsEthPhy: 17,
  statsEthMac: 18,
  statsEthCtrl: 19,
  statsRmon: 20,
  /** Standard statistics of PHYs; since 6.14. */
  statsPhy: 21,
  /** Flags of hardware timestamps; since 6.14. */
  tsFlags: 22,
});

/** Attributes of a string (`ETHTOOL_A_STRING_*`). */
const stringAttributes = attributes("string", "ETHTOOL_A_STRING_", {
  /** Number of the string. */
  index: [1, u32],
  /** The string. */
  value: [2, string],
});
/** A string of a set. */
export interface SetString extends Infer<typeof stringAttributes> {}

/** Attributes of a set of strings (`ETHTOOL_A_STRINGSET_*`). */
const stringSetAttributes = attributes("stringset", "ETHTOOL_A_STRINGSET_", {
  /** The set. */
  id: [1, stringSet],
  /** Number of its strings. Read-only. */
  count: [2, readOnly(u32)],
  /** Its strings. Read-only. */
  strings: [
    3,
    readOnly(refine<SetString[]>(nestedArray(1, nest<SetString>(stringAttributes)), { name: "strings" })),
  ],
});
/** A set of strings. */
export interface StringSet extends Infer<typeof stringSetAttributes> {}

/** Attributes of sets of strings (`ETHTOOL_A_STRSET_*`). */
const strsetAttributes = attributes("strset", "ETHTOOL_A_STRSET_", {
  /** The link; none for sets that do not depend on it. */
  header: [1, header],
  /** Sets; without any in a request, all that depend on the link. */
  stringsets: [
    2,
    refine<StringSet[]>(nestedArray(1, nest<StringSet>(stringSetAttributes)), { name: "stringsets" }),
  ],
  /** Set to get the numbers of strings only. Write-only. */
  countsOnly: [3, flag],
});

/** Layout of `ETHTOOL_MSG_STRSET_*`. */
export const strsetMessage = ofLink("strset", strsetAttributes);
/** Sets of strings, of a link or of all; `devIndex` and `devName` are absent if they are of no link. */
export interface Strset extends Infer<typeof strsetMessage> {}
