import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a monitor of netlink messages: none. */
export const nlmonAttributes = attributes("linkinfo-nlmon-attrs", "IFLA_NLMON_", {});
/** Settings of an `nlmon` link: none. */
export interface Nlmon extends Infer<typeof nlmonAttributes> {}
