import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a virtual CAN interface: none. */
export const vcanAttributes = attributes("linkinfo-vcan-attrs", "IFLA_VCAN_", {});
/** Settings of a `vcan` link: none. */
export interface Vcan extends Infer<typeof vcanAttributes> {}
