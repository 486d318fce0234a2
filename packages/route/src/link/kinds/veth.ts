import { attributes, type Infer } from "@rxnetlink/core";
import { peer } from "../peer.js";

/** Settings of a virtual Ethernet pair (`VETH_INFO_*`). */
export const vethAttributes = attributes("linkinfo-veth-attrs", "VETH_INFO_", {
  /** The other end: its name, MTU, namespace … Write-only. */
  peer: [1, peer],
});
/** Settings of a `veth` link. */
export interface Veth extends Infer<typeof vethAttributes> {}
