import { attributes, type Infer, message, nest, type ObjectDeclaration, struct, u32 } from "@rxnetlink/core";
import { type FilterOptions, filterOptions } from "./filter-kinds/index.js";
import { TC_GROUP } from "./shared-block.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";

/** The fixed header of chain messages. */
export const chainTcmsg = struct("tcmsg", {
  ...tcmsgHead,
  /** Not used. */
  handle: u32,
  /** The qdisc or class that it is of, or a shared block. */
  parent: tcHandle,
  /** Not used. */
  info: u32,
});

/** The attributes of chain messages (`TCA_*`). */
export const chainAttributes = attributes("attrs", "TCA_", {
  ...tcaCommon,
  /** A template: the fields that its filters of `kind` may look at. */
  options: [2, nest<FilterOptions>(filterOptions)],
});

/** The layout of `RTM_NEWCHAIN`, `RTM_DELCHAIN` and `RTM_GETCHAIN`. */
export const chainMessage = message("chain", chainTcmsg, chainAttributes);
/** A chain: filters that are asked together; 0 is asked first and {@link gotoChain} leads to the others. */
export interface Chain extends Infer<typeof chainMessage> {}

/**
 * Chain messages (`RTM_*CHAIN`). `list$` needs `ifindex` and `parent`, as for filters; the kernel answers with the
 * qdisc as the parent, whichever side of it was asked for.
 */
export const chainObject: ObjectDeclaration<Chain> = {
  name: "chain",
  layout: nest<Chain>(chainMessage),
  types: { new: 100, delete: 101, get: 102 },
  groups: [TC_GROUP],
  filters: ["ifindex", "chain"],
  selectors: ["parent"],
  changeFlags: 0,
};
