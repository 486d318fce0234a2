import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a monitor of vsock packets: none. */
export const vsockmonAttributes = attributes("linkinfo-vsockmon-attrs", "IFLA_VSOCKMON_", {});
/** Settings of a `vsockmon` link: none. */
export interface Vsockmon extends Infer<typeof vsockmonAttributes> {}
