import type { ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  type Infer,
  ifDifferent,
  nest,
  readOnly,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_RINGS_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_RINGS_GET, ETHTOOL_MSG_RINGS_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import { onOff } from "../common/on-off.js";

/** States of the split of TCP headers from their data (`ETHTOOL_TCP_DATA_SPLIT_*`). */
export const tcpDataSplit = enumeration("ETHTOOL_TCP_DATA_SPLIT_", u8, {
  /** The driver does not say; in a request, its default. */
  unknown: 0,
  disabled: 1,
  enabled: 2,
});

/** Attributes of rings (`ETHTOOL_A_RINGS_*`). Drivers refuse some members that they report, even as they are. */
const ringsAttributes = attributes("rings", "ETHTOOL_A_RINGS_", {
  /** The link. */
  header: [1, header],
  /** Most entries of a receive ring. Read-only. */
  rxMax: [2, readOnly(u32)],
  /** Most entries of a receive ring of small buffers. Read-only. */
  rxMiniMax: [3, readOnly(u32)],
  /** Most entries of a receive ring of jumbo buffers. Read-only. */
  rxJumboMax: [4, readOnly(u32)],
  /** Most entries of a send ring. Read-only. */
  txMax: [5, readOnly(u32)],
  /** Entries of each receive ring. */
  rx: [6, u32],
  /** Entries of each receive ring of small buffers. */
  rxMini: [7, u32],
  /** Entries of each receive ring of jumbo buffers. */
  rxJumbo: [8, u32],
  /** Entries of each send ring. */
  tx: [9, u32],
  /** Bytes of a receive buffer; since 5.17. */
  rxBufLen: [10, ifDifferent(u32)],
  /** Split of TCP headers from their data; since 5.18. */
  tcpDataSplit: [11, ifDifferent(tcpDataSplit)],
  /** Bytes of an entry in a completion queue; since 5.18. */
  cqeSize: [12, ifDifferent(u32)],
  /** True if the start of a packet is pushed to the device instead of read by it; since 5.18. */
  txPush: [13, ifDifferent(onOff)],
  /** True if receive descriptors are pushed to the device; since 6.3. */
  rxPush: [14, ifDifferent(onOff)],
  /** Bytes of a packet that may be pushed; since 6.4. */
  txPushBufLen: [15, ifDifferent(u32)],
  /** Most bytes of a packet that may be pushed; since 6.4. Read-only. */
  txPushBufLenMax: [16, readOnly(u32)],
  /** Bytes of a packet from which on headers and data are split; since 6.15. */
  hdsThresh: [17, ifDifferent(u32)],
  /** Largest threshold; since 6.15. Read-only. */
  hdsThreshMax: [18, readOnly(u32)],
});

/** Layout of `ETHTOOL_MSG_RINGS_*`. */
export const ringsMessage = ofLink("rings", ringsAttributes);
/** Sizes of a link's rings of packets to receive and to send. */
export interface Rings extends Infer<typeof ringsMessage> {}

/** Messages of rings (`ETHTOOL_MSG_RINGS_*`). */
export const ringsObject = defineSettings({
  name: "rings",
  layout: nest<Rings>(ringsMessage),
  types: { new: ETHTOOL_MSG_RINGS_NTF, get: ETHTOOL_MSG_RINGS_GET, set: ETHTOOL_MSG_RINGS_SET },
});

/** Verbs of sizes of rings; see {@link Rings}. */
export interface RingsVerbs extends ObjectOf<typeof ringsObject> {}
