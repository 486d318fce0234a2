import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a simulated device: none; it is created through sysfs. */
export const netdevsimAttributes = attributes("linkinfo-netdevsim-attrs", "IFLA_NETDEVSIM_", {});
/** Settings of a `netdevsim` link: none. */
export interface Netdevsim extends Infer<typeof netdevsimAttributes> {}
