import { attributes, type Infer, nest, string, u32, whole } from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";

/** Settings of an `fw` filter: the handle is the firewall mark that matches (`TCA_FW_*`). */
export const fwAttributes = attributes("fw-attrs", "TCA_FW_", {
  /** Class of the packets that match. */
  classid: [1, u32],
  /** A policer, the old way. */
  police: [2, actPolice],
  /** Name of the link that they come in by. */
  indev: [3, string],
  /** What is done with them. */
  act: [4, acts],
  /** Which bits of the mark count. */
  mask: [5, u32],
});
/** Settings of an `fw` filter: the handle is the firewall mark that matches. */
export interface FwFilter extends Infer<typeof fwAttributes> {}
/** The same, which the kernel replaces as a whole. */
export const fwFilter = whole(nest<FwFilter>(fwAttributes));
