import { attributes, type Infer, string } from "@rxnetlink/core/schema";
import { ipproto } from "../../../common/ipproto.js";
import { l3proto } from "../../../common/nfgenmsg.js";

/** Attributes of a helper (`NFTA_CT_HELPER_*`). */
export const ctHelperAttributes = attributes("ct-helper-attrs", "NFTA_CT_HELPER_", {
  /** Name of the kernel's helper: `"ftp"`. */
  name: [1, string],
  /** Network protocol; that of the table by default. */
  l3proto: [2, l3proto],
  /** Transport protocol. */
  l4proto: [3, ipproto],
});
/** Helper of connection tracking, for connections that a rule assigns it to. */
export interface CtHelper extends Infer<typeof ctHelperAttributes> {}
