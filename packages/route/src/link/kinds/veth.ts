import { attributes, type Infer, lazy, type Type } from "@rxnetlink/core";
import { type Link, linkMessage } from "../link.js";

/** Settings of a virtual Ethernet pair (`VETH_INFO_*`). */
export const vethAttributes = attributes("linkinfo-veth-attrs", "VETH_INFO_", {
  /** The other end: its name, MTU, namespace … Write-only. */
  peer: [1, lazy((): Type<Partial<Link>> => linkMessage as Type<Partial<Link>>)],
});
/** Settings of a `veth` link. */
export interface Veth extends Infer<typeof vethAttributes> {}
