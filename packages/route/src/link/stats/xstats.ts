import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { type BondXstats, bondXstatsAttributes } from "../kinds/bond-xstats.js";
import { type BridgeXstats, bridgeXstatsAttributes } from "../kinds/bridge-xstats.js";

/** Statistics of the kind of a link (`LINK_XSTATS_TYPE_*`). */
export const linkXstatsAttributes = attributes("link-xstats-attrs", "LINK_XSTATS_TYPE_", {
  /** Statistics of a bridge. */
  bridge: [1, nest<BridgeXstats>(bridgeXstatsAttributes)],
  /** Statistics of a bond. */
  bond: [2, nest<BondXstats>(bondXstatsAttributes)],
});
/** Statistics of the kind of a link. */
export interface LinkXstats extends Infer<typeof linkXstatsAttributes> {}
