import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { type BitStates, bitset } from "../bits/bitset.js";
import { TS_FLAGS, TS_RX_FILTERS, TS_TX_TYPES, type TsFlag } from "../bits/names.js";
import { ETHTOOL_MSG_TSCONFIG_GET, ETHTOOL_MSG_TSCONFIG_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { common } from "../common/objects.js";
import { hwtstampProvider, type TsRxFilterStates, type TsTxTypeStates } from "./tsinfo.js";

/** Flags of hardware timestamps by name; see {@link BitStates}. */
export type TsFlagStates = BitStates<TsFlag>;

/** Attributes of hardware timestamps (`ETHTOOL_A_TSCONFIG_*`). */
const tsconfigAttributes = attributes("tsconfig", "ETHTOOL_A_TSCONFIG_", {
  /** The link. */
  header: [1, header],
  /** Source of the timestamps. */
  hwtstampProvider: [2, hwtstampProvider],
  /** Way to timestamp what is sent. */
  txTypes: [3, nest<TsTxTypeStates>(bitset(TS_TX_TYPES, "list"))],
  /** Set of received packets to timestamp. */
  rxFilters: [4, nest<TsRxFilterStates>(bitset(TS_RX_FILTERS, "list"))],
  /** Flags. */
  hwtstampFlags: [5, nest<TsFlagStates>(bitset(TS_FLAGS, "list"))],
});

/** Layout of `ETHTOOL_MSG_TSCONFIG_*`. */
export const tsconfigMessage = ofLink("tsconfig", tsconfigAttributes);
/** Hardware timestamps that a link makes; since 6.14. */
export interface TsConfig extends Infer<typeof tsconfigMessage> {}

/** Messages of hardware timestamps (`ETHTOOL_MSG_TSCONFIG_*`). */
export const tsconfigObject = defineObject({
  ...common<TsConfig>(),
  name: "tsconfig",
  layout: nest<TsConfig>(tsconfigMessage),
  types: { get: ETHTOOL_MSG_TSCONFIG_GET, set: ETHTOOL_MSG_TSCONFIG_SET },
  groups: [],
  verbs: ["list", "get", "set"],
  setReply: { layout: nest<TsConfig>(tsconfigMessage) },
});

/** Verbs of hardware timestamps; see {@link TsConfig}. `set$` emits what was set, which may be more than was asked for. */
export interface TsConfigs extends ObjectOf<typeof tsconfigObject> {}
