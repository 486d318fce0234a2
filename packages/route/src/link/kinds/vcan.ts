import { attributes, type Infer } from "@rxnetlink/core";

/** A virtual CAN interface has no settings. */
export const vcanAttributes = attributes("linkinfo-vcan-attrs", "IFLA_VCAN_", {});
/** Settings of a `vcan` link: none. */
export interface Vcan extends Infer<typeof vcanAttributes> {}
