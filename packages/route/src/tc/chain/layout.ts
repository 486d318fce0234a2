import { attributes, extend, type Infer, message, nest, readOnly, struct, u32 } from "@rxnetlink/core/schema";
import { type FilterKind, type FilterOptions, filterKind, filterOptions } from "../filter/kinds/formats.js";
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
