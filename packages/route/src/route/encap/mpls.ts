import { attributes, type Infer, u8 } from "@rxnetlink/core/schema";
import { mplsLabels } from "../mpls-labels.js";

/** MPLS labels pushed in front of a packet (`MPLS_IPTUNNEL_*`). */
export const mplsEncapAttributes = attributes("mpls-iptunnel-attrs", "MPLS_IPTUNNEL_", {
  /** Labels, outermost first: `"100/200"`. */
  dst: [1, mplsLabels],
  /** Time to live of the labels; that of the packet when absent. */
  ttl: [2, u8],
});
/** MPLS labels pushed in front of a packet. */
export interface MplsEncap extends Infer<typeof mplsEncapAttributes> {}
