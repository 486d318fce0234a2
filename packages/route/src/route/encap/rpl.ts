import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { type RplHeader, rplHeader } from "./segment-routing-header.js";

/** RPL source routing (`RPL_IPTUNNEL_*`); since 5.7. */
export const rplEncapAttributes = attributes("rpl-iptunnel-attrs", "RPL_IPTUNNEL_", {
  /** Routing header. */
  srh: [1, nest<RplHeader>(rplHeader)],
});
/** Source routing of RPL. */
export interface RplEncap extends Infer<typeof rplEncapAttributes> {}
