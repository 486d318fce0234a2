import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a dummy, which drops all packets sent through it: none. */
export const dummyAttributes = attributes("linkinfo-dummy-attrs", "IFLA_DUMMY_", {});
/** Settings of a `dummy` link: none. */
export interface Dummy extends Infer<typeof dummyAttributes> {}
