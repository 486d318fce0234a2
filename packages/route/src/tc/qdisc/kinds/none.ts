import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a qdisc without any: `mq`, `noqueue`, `ingress`, `clsact`. */
export const noQdiscAttributes = attributes("mq-attrs", "NONE_", {});
/** Settings of a queueing discipline that has none: `mq`, `noqueue`, `ingress`, `clsact`. */
export interface NoQdisc extends Infer<typeof noQdiscAttributes> {}
