import { attributes, flag, type Infer, ifDifferent, ifindex, u32 } from "@rxnetlink/core/schema";

/** Settings of an IPsec interface (`IFLA_XFRM_*`). */
export const xfrmAttributes = attributes("linkinfo-xfrm-attrs", "IFLA_XFRM_", {
  /** Index of the underlying link, by which packets leave. */
  link: [1, ifindex(u32, "linkNetnsid")],
  /** Interface id, shared with its policies and states. */
  ifId: [2, u32],
  /** Set when the id is set externally (`external`); since 6.1. */
  collectMetadata: [3, ifDifferent(flag)],
});
/** Settings of an `xfrm` link. */
export interface Xfrm extends Infer<typeof xfrmAttributes> {}
