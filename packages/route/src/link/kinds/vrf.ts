import { attributes, fixed, type Infer, u32 } from "@rxnetlink/core/schema";

/** Settings of a virtual routing and forwarding domain (`IFLA_VRF_*`). */
export const vrfAttributes = attributes("linkinfo-vrf-attrs", "IFLA_VRF_", {
  /** Routing table; permanent. */
  table: [1, fixed(u32)],
});
/** Settings of a `vrf` link. */
export interface Vrf extends Infer<typeof vrfAttributes> {}
