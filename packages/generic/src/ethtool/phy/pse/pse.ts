import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_PSE_NTF } from "../../commands/replies.js";
import { ETHTOOL_MSG_PSE_GET, ETHTOOL_MSG_PSE_SET } from "../../commands/requests.js";
import { common } from "../../common/objects.js";
import { ethtoolGroups } from "../../family.js";
import { type Pse, type PseEvent, pseMessage, pseNtfMessage } from "./layout.js";

/** Messages of power sourcing (`ETHTOOL_MSG_PSE_*`). */
export const pseObject = defineObject({
  ...common<Pse>(),
  name: "pse",
  layout: nest<Pse>(pseMessage),
  types: { get: ETHTOOL_MSG_PSE_GET, set: ETHTOOL_MSG_PSE_SET },
  groups: [],
  verbs: ["list", "get", "change"],
});

/** Messages of events of power sourcing (`ETHTOOL_MSG_PSE_NTF`). */
export const pseEventObject = defineObject({
  name: "pseEvent",
  layout: nest<PseEvent>(pseNtfMessage),
  types: { new: ETHTOOL_MSG_PSE_NTF },
  groups: [ethtoolGroups.monitor],
  verbs: ["notify"],
  filters: [],
});

/** Verbs of power sourcing; see {@link Pse}. */
export interface Pses extends ObjectOf<typeof pseObject> {}
/** Events of power sourcing; see {@link PseEvent}. */
export interface PseEvents extends ObjectOf<typeof pseEventObject> {}
