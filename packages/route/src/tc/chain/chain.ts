import { type Match, NetlinkObject, type ObjectDefinition, pick } from "@rxnetlink/core";
import { attributes, extend, type Infer, message, nest, readOnly, struct, u32 } from "@rxnetlink/core/schema";
import { map, type Observable } from "rxjs";
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
  adapt: requestIfDifferent(layout),
  keysOf: (value) => [pick(value, "ifindex", "parent", "chain")],
};

/** Verbs of chains. In notifications the parent is the qdisc, whichever side the chain belongs to. */
export class ChainObject extends NetlinkObject<Chain> {
  /** Emits the chains of a parent, then completes. */
  override list$(match: Match<Chain> = {}): Observable<Chain> {
    return super.list$(match).pipe(map((chain) => withRequestedParent(chain, match)));
  }

  /** Emits the chain named by `key`. */
  override get$(key: Match<Chain>): Observable<Chain> {
    return super.get$(key).pipe(map((chain) => withRequestedParent(chain, key)));
  }
}

/** Restores the requested parent: the kernel replies with the qdisc, which cannot be used to refer to the chain. */
function withRequestedParent(chain: Chain, { parent = chain.parent }: Match<Chain>): Chain {
  return { ...chain, parent };
}
