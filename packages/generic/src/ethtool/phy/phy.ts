import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, enumeration, type Infer, nest, string, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_PHY_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_PHY_GET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { common } from "../common/objects.js";
import { ethtoolGroups } from "../family.js";

/** Things above a PHY (`PHY_UPSTREAM_*`). */
export const phyUpstream = enumeration("PHY_UPSTREAM_", u32, {
  /** The MAC of the link. */
  mac: 0,
  /** Another PHY. */
  phy: 1,
});

/** Attributes of PHYs (`ETHTOOL_A_PHY_*`). */
const phyAttributes = attributes("phy", "ETHTOOL_A_PHY_", {
  /** The link. */
  header: [1, header],
  /** Index of the PHY among those of the link; the `phyIndex` of requests. */
  index: [2, u32],
  /** Name of its driver. */
  drvname: [3, string],
  /** Name of its device. */
  name: [4, string],
  /** Thing above it. */
  upstreamType: [5, phyUpstream],
  /** Index of the PHY above it. */
  upstreamIndex: [6, u32],
  /** Name of the SFP cage that it is in. */
  upstreamSfpName: [7, string],
  /** Name of the SFP cage below it. */
  downstreamSfpName: [8, string],
});

/** Layout of `ETHTOOL_MSG_PHY_*`. */
export const phyMessage = ofLink("phy", phyAttributes);
/** A PHY of a link; since 6.12. */
export interface Phy extends Infer<typeof phyMessage> {}

/** Messages of PHYs (`ETHTOOL_MSG_PHY_*`). */
export const phyObject = defineObject({
  ...common<Phy>(),
  name: "phy",
  layout: nest<Phy>(phyMessage),
  types: { new: ETHTOOL_MSG_PHY_NTF, get: ETHTOOL_MSG_PHY_GET },
  groups: [ethtoolGroups.monitor],
  verbs: ["list", "get", "notify"],
});

/** Verbs of PHYs; see {@link Phy}. */
export interface Phys extends ObjectOf<typeof phyObject> {}
