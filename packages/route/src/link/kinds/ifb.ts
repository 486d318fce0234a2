import { attributes, type Infer } from "@rxnetlink/core";

/** An intermediate functional block has no settings. */
export const ifbAttributes = attributes("linkinfo-ifb-attrs", "IFLA_IFB_", {});
/** Settings of an `ifb` link: none. */
export interface Ifb extends Infer<typeof ifbAttributes> {}
