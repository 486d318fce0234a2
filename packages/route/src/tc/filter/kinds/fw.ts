import { attributes, type Infer, nest, string, u32, whole } from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { actPolice } from "../../action/kinds/police.js";

/** Settings of an `fw` filter: matches the firewall mark, which is its handle (`TCA_FW_*`). */
export const fwAttributes = attributes("fw-attrs", "TCA_FW_", {
  /** Class of matching packets. */
  classid: [1, u32],
  /** Policer, in the obsolete form; use `act`. */
  police: [2, actPolice],
  /** Name of the incoming link. */
  indev: [3, string],
  /** Actions on matching packets. */
  act: [4, acts],
  /** Mask of the mark. */
  mask: [5, u32],
});
/** Settings of an `fw` filter: matches the firewall mark, which is its handle. */
export interface FwFilter extends Infer<typeof fwAttributes> {}
/** Layout of {@link FwFilter}, which the kernel replaces as a whole. */
export const fwFilter = whole(nest<FwFilter>(fwAttributes));
