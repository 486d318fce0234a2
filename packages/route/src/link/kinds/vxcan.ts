import { attributes, type Infer, lazy, type Type } from "@rxnetlink/core";
import { type Link, linkMessage } from "../link.js";

/** Settings of a virtual CAN pair (`VXCAN_INFO_*`). */
export const vxcanAttributes = attributes("linkinfo-vxcan-attrs", "VXCAN_INFO_", {
  /** The other end: its name, namespace … Write-only. */
  peer: [1, lazy((): Type<Partial<Link>> => linkMessage as Type<Partial<Link>>)],
});
/** Settings of a `vxcan` link. */
export interface Vxcan extends Infer<typeof vxcanAttributes> {}
