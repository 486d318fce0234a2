import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { kindHint } from "../../common/hints.js";
import { RTM_DELCHAIN, RTM_GETCHAIN, RTM_NEWCHAIN } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { filterKind } from "../filter/kinds/formats.js";
import { requestIfDifferent } from "../settings.js";
import { type Chain, chainMessage } from "./layout.js";

const layout = nest<Chain>(chainMessage);

/**
 * Chain messages (`RTM_*CHAIN`). `list$` needs `ifindex` and `parent`, as for filters. Notifications do not report
 * the side of a qdisc to which a chain belongs, so there is no `watch$` and no `state$`.
 */
export const chainObject = defineObject({
  name: "chain",
  namedBy: ["ifindex", "parent", "chain"],
  hint: kindHint("filter kind", filterKind.words),
  layout,
  types: { new: RTM_NEWCHAIN, delete: RTM_DELCHAIN, get: RTM_GETCHAIN },
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify"],
  filters: ["ifindex", "chain"],
  requestOnly: ["parent"],
  details: [],
  adapt: requestIfDifferent(layout),
  // The kernel replies with the qdisc as the parent, which cannot be used to refer to the chain.
  corrected: (chain, { parent = chain.parent }) => ({ ...chain, parent }),
  keysOf: (value) => [pick(value, "ifindex", "parent", "chain")],
});

/** Verbs of chains. In notifications the parent is the qdisc, whichever side the chain belongs to. */
export interface Chains extends ObjectOf<typeof chainObject> {}
