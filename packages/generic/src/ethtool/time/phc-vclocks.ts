import type { ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, nest, packed, s32, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_PHC_VCLOCKS_GET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineReport } from "../common/objects.js";

/** Attributes of virtual clocks (`ETHTOOL_A_PHC_VCLOCKS_*`). */
const phcVclocksAttributes = attributes("phc-vclocks", "ETHTOOL_A_PHC_VCLOCKS_", {
  /** The link. */
  header: [1, header],
  /** Number of virtual clocks. */
  num: [2, u32],
  /** Their numbers (`/dev/ptpN`). */
  index: [3, packed(s32)],
});

/** Layout of `ETHTOOL_MSG_PHC_VCLOCKS_*`. */
export const phcVclocksMessage = ofLink("phc-vclocks", phcVclocksAttributes);
/** Virtual clocks of a link's hardware clock; since 5.14. */
export interface PhcVclocks extends Infer<typeof phcVclocksMessage> {}

/** Messages of virtual clocks (`ETHTOOL_MSG_PHC_VCLOCKS_*`). */
export const phcVclocksObject = defineReport({
  name: "phcVclocks",
  layout: nest<PhcVclocks>(phcVclocksMessage),
  types: { get: ETHTOOL_MSG_PHC_VCLOCKS_GET },
});

/** Verbs of virtual clocks; see {@link PhcVclocks}. */
export interface PhcVclocksVerbs extends ObjectOf<typeof phcVclocksObject> {}
