import type { ObjectOf } from "@rxnetlink/core";
import { attributes, enumeration, type Infer, nest, readOnly, u8 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_LINKINFO_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_LINKINFO_GET, ETHTOOL_MSG_LINKINFO_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";

/** Kinds of ports (`PORT_*`). */
export const portType = enumeration("PORT_", u8, {
  /** Twisted pair. */
  tp: 0x00,
  /** Attachment unit interface. */
  aui: 0x01,
  /** Media-independent interface. */
  mii: 0x02,
  /** Optical fibre. */
  fibre: 0x03,
  /** Coaxial cable. */
  bnc: 0x04,
  /** Direct-attached copper. */
  da: 0x05,
  /** No port. */
  none: 0xef,
  /** Another kind. */
  other: 0xff,
});

/** Crossings of twisted pairs (`ETH_TP_MDI*`). */
export const tpMdi = enumeration("ETH_TP_", u8, {
  /** Unknown; in a request, left as it is. */
  mdiInvalid: 0,
  /** Straight. */
  mdi: 1,
  /** Crossed. */
  mdiX: 2,
  /** Chosen by the device. */
  mdiAuto: 3,
});

/** Places of transceivers (`XCVR_*`). */
export const transceiver = enumeration("XCVR_", u8, {
  /** With the MAC. */
  internal: 0,
  /** Apart from the MAC. */
  external: 1,
});

/** Attributes of ports (`ETHTOOL_A_LINKINFO_*`). */
const linkInfoAttributes = attributes("linkinfo", "ETHTOOL_A_LINKINFO_", {
  /** The link. */
  header: [1, header],
  /** Kind of the port in use. */
  port: [2, portType],
  /** Address of the PHY on its bus. */
  phyaddr: [3, u8],
  /** Crossing of the twisted pairs. Read-only. */
  tpMdix: [4, readOnly(tpMdi, "set tpMdixCtrl")],
  /** Crossing that was asked for. */
  tpMdixCtrl: [5, tpMdi],
  /** Place of the transceiver. Read-only. */
  transceiver: [6, readOnly(transceiver)],
});

/** Layout of `ETHTOOL_MSG_LINKINFO_*`. */
export const linkInfoMessage = ofLink("linkinfo", linkInfoAttributes);
/** Port and transceiver of a link. */
export interface PortInfo extends Infer<typeof linkInfoMessage> {}

/** Messages of ports (`ETHTOOL_MSG_LINKINFO_*`). */
export const linkInfoObject = defineSettings({
  name: "linkInfo",
  layout: nest<PortInfo>(linkInfoMessage),
  types: { new: ETHTOOL_MSG_LINKINFO_NTF, get: ETHTOOL_MSG_LINKINFO_GET, set: ETHTOOL_MSG_LINKINFO_SET },
});

/** Verbs of ports and transceivers; see {@link PortInfo}. */
export interface PortInfos extends ObjectOf<typeof linkInfoObject> {}
