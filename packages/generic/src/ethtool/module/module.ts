import type { ObjectOf } from "@rxnetlink/core";
import { attributes, enumeration, type Infer, nest, readOnly, u8 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_MODULE_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_MODULE_GET, ETHTOOL_MSG_MODULE_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";

/** Rules for the power of a module (`ETHTOOL_MODULE_POWER_MODE_POLICY_*`). */
export const modulePowerModePolicy = enumeration("ETHTOOL_MODULE_POWER_MODE_POLICY_", u8, {
  /** Always full power. */
  high: 1,
  /** Full power while the link is up. */
  auto: 2,
});

/** Power of a module (`ETHTOOL_MODULE_POWER_MODE_*`). */
export const modulePowerMode = enumeration("ETHTOOL_MODULE_POWER_MODE_", u8, { low: 1, high: 2 });

/** Attributes of modules (`ETHTOOL_A_MODULE_*`). */
const moduleAttributes = attributes("module", "ETHTOOL_A_MODULE_", {
  /** The link. */
  header: [1, header],
  /** Rule for its power. */
  powerModePolicy: [2, modulePowerModePolicy],
  /** Its power; absent without a module. Read-only. */
  powerMode: [3, readOnly(modulePowerMode, "set powerModePolicy")],
});

/** Layout of `ETHTOOL_MSG_MODULE_*`. */
export const moduleMessage = ofLink("module", moduleAttributes);
/** Power of the transceiver module in a link's port; since 5.16. */
export interface TransceiverModule extends Infer<typeof moduleMessage> {}

/** Messages of modules (`ETHTOOL_MSG_MODULE_*`). */
export const moduleObject = defineSettings({
  name: "module",
  layout: nest<TransceiverModule>(moduleMessage),
  types: { new: ETHTOOL_MSG_MODULE_NTF, get: ETHTOOL_MSG_MODULE_GET, set: ETHTOOL_MSG_MODULE_SET },
});

/** Verbs of modules; see {@link TransceiverModule}. */
export interface TransceiverModules extends ObjectOf<typeof moduleObject> {}
