import { attributes, type Infer } from "@rxnetlink/core";

/** A simulated device has no settings here; it is made through sysfs. */
export const netdevsimAttributes = attributes("linkinfo-netdevsim-attrs", "IFLA_NETDEVSIM_", {});
/** Settings of a `netdevsim` link: none. */
export interface Netdevsim extends Infer<typeof netdevsimAttributes> {}
