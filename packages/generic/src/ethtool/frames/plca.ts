import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest, readOnly, u16, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_PLCA_NTF } from "../commands/replies.js";
import {
  ETHTOOL_MSG_PLCA_GET_CFG,
  ETHTOOL_MSG_PLCA_GET_STATUS,
  ETHTOOL_MSG_PLCA_SET_CFG,
} from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineReport, defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** Attributes of PLCA (`ETHTOOL_A_PLCA_*`). */
const plcaAttributes = attributes("plca", "ETHTOOL_A_PLCA_", {
  /** The link. */
  header: [1, header],
  /** Version of the register map. Read-only. */
  version: [2, readOnly(u16)],
  /** True if it is enabled. */
  enabled: [3, onOff],
  /** True if the node gets its turns. Read-only. */
  status: [4, readOnly(onOff)],
  /** Number of nodes, for the coordinator. */
  nodeCnt: [5, u32],
  /** Number of this node; 0 for the coordinator, 255 for none. */
  nodeId: [6, u32],
  /** Length of a turn, in bit times. */
  toTmr: [7, u32],
  /** More frames that a node may send in its turn. */
  burstCnt: [8, u32],
  /** Time to wait for each of them, in bit times. */
  burstTmr: [9, u32],
});

/** Layout of `ETHTOOL_MSG_PLCA_*`. */
export const plcaMessage = ofLink("plca", plcaAttributes);
/** Turns of the nodes on a shared cable (PLCA of 10BASE-T1S); since 6.3. */
export interface Plca extends Infer<typeof plcaMessage> {}

/** Messages of PLCA's settings (`ETHTOOL_MSG_PLCA_*`). */
export const plcaObject = defineSettings({
  name: "plca",
  layout: nest<Plca>(plcaMessage),
  types: { new: ETHTOOL_MSG_PLCA_NTF, get: ETHTOOL_MSG_PLCA_GET_CFG, set: ETHTOOL_MSG_PLCA_SET_CFG },
});

/** Messages of PLCA's state (`ETHTOOL_MSG_PLCA_GET_STATUS`). */
export const plcaStatusObject = defineReport({
  name: "plcaStatus",
  layout: nest<Plca>(plcaMessage),
  types: { get: ETHTOOL_MSG_PLCA_GET_STATUS },
});

/** Verbs of PLCA's settings; see {@link Plca}. */
export interface Plcas extends ObjectOf<typeof plcaObject> {}
/** Verbs of PLCA's state: the member `status` of {@link Plca}. */
export interface PlcaStatuses extends ObjectOf<typeof plcaStatusObject> {}
