import { attributes, type Infer } from "@rxnetlink/core";

/** A dummy, which drops all that it sends, has no settings. */
export const dummyAttributes = attributes("linkinfo-dummy-attrs", "IFLA_DUMMY_", {});
/** Settings of a `dummy` link: none. */
export interface Dummy extends Infer<typeof dummyAttributes> {}
