import { attributes, type Infer, readOnly, u32 } from "@rxnetlink/core/schema";

/** Properties of a port of a VRF (`IFLA_VRF_PORT_*`). */
export const vrfPortAttributes = attributes("linkinfo-vrf-port-attrs", "IFLA_VRF_PORT_", {
  /** Routing table of the VRF; read-only. */
  table: [1, readOnly(u32)],
});
/** Properties of a link as the port of a VRF. */
export interface VrfPort extends Infer<typeof vrfPortAttributes> {}
