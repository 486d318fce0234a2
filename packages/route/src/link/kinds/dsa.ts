import { attributes, type Infer, ifDifferent, ifindex, u32 } from "@rxnetlink/core/schema";

/** Settings of a port of a switch chip (`IFLA_DSA_*`). */
export const dsaAttributes = attributes("linkinfo-dsa-attrs", "IFLA_DSA_", {
  /** Index of the link between host and switch; since 6.1. */
  conduit: [1, ifDifferent(ifindex(u32))],
});
/** Settings of a `dsa` link. */
export interface Dsa extends Infer<typeof dsaAttributes> {}
