import { attributes, type Infer } from "@rxnetlink/core";

/** A monitor of vsock packets has no settings. */
export const vsockmonAttributes = attributes("linkinfo-vsockmon-attrs", "IFLA_VSOCKMON_", {});
/** Settings of a `vsockmon` link: none. */
export interface Vsockmon extends Infer<typeof vsockmonAttributes> {}
