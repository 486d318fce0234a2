import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of an intermediate functional block: none. */
export const ifbAttributes = attributes("linkinfo-ifb-attrs", "IFLA_IFB_", {});
/** Settings of an `ifb` link: none. */
export interface Ifb extends Infer<typeof ifbAttributes> {}
