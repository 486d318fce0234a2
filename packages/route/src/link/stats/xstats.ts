import { attributes, type Infer, nest } from "@rxnetlink/core";
import { type BondXstats, bondXstatsAttributes } from "../kinds/bond-xstats.js";
import { type BridgeXstats, bridgeXstatsAttributes } from "../kinds/bridge-xstats.js";

/** Statistics by the kind of the link (`LINK_XSTATS_TYPE_*`). */
export const linkXstatsAttributes = attributes("link-xstats-attrs", "LINK_XSTATS_TYPE_", {
  /** Of a bridge. */
  bridge: [1, nest<BridgeXstats>(bridgeXstatsAttributes)],
  /** Of a bond. */
  bond: [2, nest<BondXstats>(bondXstatsAttributes)],
});
/** Statistics by the kind of the link. */
export interface LinkXstats extends Infer<typeof linkXstatsAttributes> {}
