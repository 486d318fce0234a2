import { attributes, type Infer, u8 } from "@rxnetlink/core";
import { mplsLabels } from "../mpls-labels.js";

/** Labels that are put before a packet (`MPLS_IPTUNNEL_*`). */
export const mplsEncapAttributes = attributes("mpls-iptunnel-attrs", "MPLS_IPTUNNEL_", {
  /** The labels, outermost first: `"100/200"`. */
  dst: [1, mplsLabels],
  /** Time to live of the labels; that of the packet where absent. */
  ttl: [2, u8],
});
/** Labels that are put before a packet. */
export interface MplsEncap extends Infer<typeof mplsEncapAttributes> {}
