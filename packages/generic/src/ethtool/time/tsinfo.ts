import type { ObjectOf } from "@rxnetlink/core";
import { attributes, enumeration, type Infer, nest, u32, uint } from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "../bits/bitset.js";
import {
  TIMESTAMPING,
  type Timestamping,
  TS_RX_FILTERS,
  TS_TX_TYPES,
  type TsRxFilter,
  type TsTxType,
} from "../bits/names.js";
import { ETHTOOL_MSG_TSINFO_GET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineReport } from "../common/objects.js";

/** Kinds of timestamps by name; see {@link BitStates}. */
export type TimestampingStates = BitStates<Timestamping>;
/** Ways to timestamp what is sent by name; see {@link BitStates}. */
export type TsTxTypeStates = BitStates<TsTxType>;
/** Sets of received packets to timestamp by name; see {@link BitStates}. */
export type TsRxFilterStates = BitStates<TsRxFilter>;

/** Places of hardware timestamps (`HWTSTAMP_SOURCE_*`). */
export const hwtstampSource = enumeration("HWTSTAMP_SOURCE_", u32, {
  /** The link's own device. */
  netdev: 1,
  /** A PHY. */
  phylib: 2,
});

/** Attributes of a source of hardware timestamps (`ETHTOOL_A_TS_HWTSTAMP_PROVIDER_*`). */
const hwtstampProviderAttributes = attributes("ts-hwtstamp-provider", "ETHTOOL_A_TS_HWTSTAMP_PROVIDER_", {
  /** Number of its clock (`/dev/ptpN`). */
  index: [1, u32],
  /** 0 for precise timestamps, 1 for approximate ones. */
  qualifier: [2, u32],
});
/** A source of hardware timestamps. */
export interface HwtstampProvider extends Infer<typeof hwtstampProviderAttributes> {}
/** Declares a source of hardware timestamps. */
export const hwtstampProvider = nest<HwtstampProvider>(hwtstampProviderAttributes);

/** Counters of timestamps (`ETHTOOL_A_TS_STAT_*`). */
const tsStatAttributes = attributes("ts-stat", "ETHTOOL_A_TS_STAT_", {
  /** Packets sent with a timestamp. */
  txPkts: [1, uint],
  /** Timestamps of sent packets that never came. */
  txLost: [2, uint],
  /** Packets for which no timestamp could be requested. */
  txErr: [3, uint],
  /** Packets sent with a timestamp in them, which nothing confirms; since 6.15. */
  txOnestepPktsUnconfirmed: [4, uint],
});
/** Counters of timestamps. */
export interface TsStats extends Infer<typeof tsStatAttributes> {}

/** Attributes of abilities to timestamp (`ETHTOOL_A_TSINFO_*`). */
const tsinfoAttributes = attributes("tsinfo", "ETHTOOL_A_TSINFO_", {
  /** The link. */
  header: [1, header],
  /** Kinds of timestamps. */
  timestamping: [2, nest<TimestampingStates>(bitset(TIMESTAMPING, "list"))],
  /** Ways to timestamp what is sent. */
  txTypes: [3, nest<TsTxTypeStates>(bitset(TS_TX_TYPES, "list"))],
  /** Sets of received packets that can be timestamped. */
  rxFilters: [4, nest<TsRxFilterStates>(bitset(TS_RX_FILTERS, "list"))],
  /** Number of the clock (`/dev/ptpN`). */
  phcIndex: [5, u32],
  /** Counters, with `headerFlags: { stats: true }`; since 6.10. */
  stats: [6, nest<TsStats>(tsStatAttributes)],
  /** Source of the timestamps, to report or reported; since 6.14. */
  hwtstampProvider: [7, hwtstampProvider],
  /** Place of that source; since 6.17. */
  hwtstampSource: [8, hwtstampSource],
  /** Index of its PHY; since 6.17. */
  hwtstampPhyindex: [9, u32],
});

/** Layout of `ETHTOOL_MSG_TSINFO_*`. */
export const tsinfoMessage = ofLink("tsinfo", tsinfoAttributes);
/** Abilities of a link to timestamp packets. */
export interface TsInfo extends Infer<typeof tsinfoMessage> {}

/** Messages of abilities to timestamp (`ETHTOOL_MSG_TSINFO_*`). */
export const tsinfoObject = defineReport<TsInfo>({
  name: "tsinfo",
  layout: nest<TsInfo>(tsinfoMessage),
  types: { get: ETHTOOL_MSG_TSINFO_GET },
  requestOnly: ["hwtstampProvider"],
});

/** Verbs of abilities to timestamp; see {@link TsInfo}. */
export interface TsInfos extends ObjectOf<typeof tsinfoObject> {}
