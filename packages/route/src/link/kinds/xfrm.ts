import { attributes, flag, type Infer, ifOther, u32 } from "@rxnetlink/core";

/** Settings of an IPsec interface (`IFLA_XFRM_*`). */
export const xfrmAttributes = attributes("linkinfo-xfrm-attrs", "IFLA_XFRM_", {
  /** Index of the link that packets leave by. */
  link: [1, u32],
  /** The id that policies and states of this interface have. */
  ifId: [2, u32],
  /** The id comes from outside (`external`); since 6.1. */
  collectMetadata: [3, ifOther(flag)],
});
/** Settings of an `xfrm` link. */
export interface Xfrm extends Infer<typeof xfrmAttributes> {}
