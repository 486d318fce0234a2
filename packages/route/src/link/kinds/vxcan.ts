import { attributes, type Infer } from "@rxnetlink/core/schema";
import { peer } from "../peer.js";

/** Settings of a virtual CAN pair (`VXCAN_INFO_*`). */
export const vxcanAttributes = attributes("linkinfo-vxcan-attrs", "VXCAN_INFO_", {
  /** Peer link: its name, namespace …; write-only. */
  peer: [1, peer],
});
/** Settings of a `vxcan` link. */
export interface Vxcan extends Infer<typeof vxcanAttributes> {}
