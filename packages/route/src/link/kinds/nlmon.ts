import { attributes, type Infer } from "@rxnetlink/core";

/** A monitor of netlink messages has no settings. */
export const nlmonAttributes = attributes("linkinfo-nlmon-attrs", "IFLA_NLMON_", {});
/** Settings of an `nlmon` link: none. */
export interface Nlmon extends Infer<typeof nlmonAttributes> {}
