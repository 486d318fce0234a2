import { attributes, type Infer } from "@rxnetlink/core/schema";
import { peer } from "../peer.js";

/** Settings of a virtual Ethernet pair (`VETH_INFO_*`). */
export const vethAttributes = attributes("linkinfo-veth-attrs", "VETH_INFO_", {
  /** Peer link: its name, MTU, namespace …; write-only. */
  peer: [1, peer],
});
/** Settings of a `veth` link. */
export interface Veth extends Infer<typeof vethAttributes> {}
