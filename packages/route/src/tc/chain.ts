import { type Match, NetlinkObject, type ObjectDefinition, pick } from "@rxnetlink/core";
import { attributes, extend, type Infer, message, nest, readOnly, struct, u32 } from "@rxnetlink/core/schema";
import { map, type Observable } from "rxjs";
import { kindHint } from "../common/hints.js";
import { RTM_DELCHAIN, RTM_GETCHAIN, RTM_NEWCHAIN } from "../common/rtm.js";
import { RTNLGRP_TC } from "../common/rtnlgrp.js";
import { unlessThere } from "./adapt.js";
import { type FilterKind, type FilterOptions, filterKind, filterOptions } from "./filter-kinds/index.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";

/** The fixed header of chain messages. */
export const chainTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Not used. */
    handle: readOnly(u32),
    /** The qdisc or class that it is of, or a shared block. */
    parent: tcHandle,
    /** Not used. */
    info: readOnly(u32),
  }),
);

/** The attributes of chain messages (`TCA_*`). */
export const chainAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** The kind of its filters, where there is a template: `"flower"`. */
    kind: [1, nest<FilterKind>(filterKind)],
    /** A template: the fields that its filters of `kind` may look at. */
    options: [2, nest<FilterOptions>(filterOptions)],
  }),
);

/** The layout of `RTM_NEWCHAIN`, `RTM_DELCHAIN` and `RTM_GETCHAIN`. */
export const chainMessage = message("chain", chainTcmsg, chainAttributes);
/** A chain: filters that are asked together; 0 is asked first and {@link gotoChain} leads to the others. */
export interface Chain extends Infer<typeof chainMessage> {}

const layout = nest<Chain>(chainMessage);

/**
 * Chain messages (`RTM_*CHAIN`). `list$` needs `ifindex` and `parent`, as for filters. Notifications do not
 * say on which side of a qdisc a chain is, so that there is no `watch$` and no `state$`.
 */
export const chainObject: ObjectDefinition<Chain> = {
  name: "chain",
  namedBy: ["ifindex", "parent", "chain"],
  hint: kindHint("filter kind", filterKind.words),
  layout,
  types: { new: RTM_NEWCHAIN, delete: RTM_DELCHAIN, get: RTM_GETCHAIN },
  groups: [RTNLGRP_TC],
  filters: ["ifindex", "chain"],
  selectors: ["parent"],
  details: [],
  changeFlags: 0,
  adapt: unlessThere(layout),
  keysOf: (value) => [pick(value, "ifindex", "parent", "chain")],
};

/** The verbs of chains. Notifications have the qdisc as the parent, whichever side of it the chain is of. */
export class ChainObject extends NetlinkObject<Chain> {
  /** Emits the chains of a parent, then completes. */
  override list$(match: Match<Chain> = {}): Observable<Chain> {
    return super.list$(match).pipe(map((chain) => ofAsked(chain, match)));
  }

  /** Emits the one chain that `key` names. */
  override get$(key: Match<Chain>): Observable<Chain> {
    return super.get$(key).pipe(map((chain) => ofAsked(chain, key)));
  }
}

/** The kernel answers with the qdisc as the parent, by which the chain could not be named again. */
function ofAsked(chain: Chain, { parent = chain.parent }: Match<Chain>): Chain {
  return { ...chain, parent };
}
