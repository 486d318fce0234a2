import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { attributes, extend, type Infer, message, nest, readOnly, struct, u32 } from "@rxnetlink/core/schema";
import { kindHint } from "../../common/hints.js";
import { RTM_DELCHAIN, RTM_GETCHAIN, RTM_NEWCHAIN } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { type FilterKind, type FilterOptions, filterKind, filterOptions } from "../filter/kinds/formats.js";
import { requestIfDifferent } from "../settings.js";
import { tcaCommon, tcHandle, tcmsgHead } from "../tcmsg.js";

/** Fixed header of chain messages. */
export const chainTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Not used. */
    handle: readOnly(u32),
    /** Parent: a qdisc, a class or a shared block. */
    parent: tcHandle,
    /** Not used. */
    info: readOnly(u32),
  }),
);

/** Attributes of chain messages (`TCA_*`). */
export const chainAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** Kind of the filters, if there is a template: `"flower"`. */
    kind: [1, nest<FilterKind>(filterKind)],
    /** Template: the fields that filters of `kind` may match. */
    options: [2, nest<FilterOptions>(filterOptions)],
  }),
);

/** Layout of `RTM_NEWCHAIN`, `RTM_DELCHAIN` and `RTM_GETCHAIN`. */
export const chainMessage = message("chain", chainTcmsg, chainAttributes);
/** Chain of filters; packets enter at chain 0, and {@link gotoChain} leads to the others. */
export interface Chain extends Infer<typeof chainMessage> {}

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
  changeFlags: 0,
  adapt: requestIfDifferent(layout),
  // The kernel answers with the qdisc as the parent, by which the chain could not be named again.
  corrected: (chain, { parent = chain.parent }) => ({ ...chain, parent }),
  keysOf: (value) => [pick(value, "ifindex", "parent", "chain")],
});
/** The verbs of filter chains. Notifications have the qdisc as the parent, whichever side of it the chain is of. */
export interface Chains extends ObjectOf<typeof chainObject> {}
