import { attributes, type Infer, ifindex, u32 } from "@rxnetlink/core/schema";

/** XFRM interface that handles a route's packets (`LWT_XFRM_*`); since 6.1. */
export const xfrmEncapAttributes = attributes("lwt-xfrm-attrs", "LWT_XFRM_", {
  /** Interface id, shared with policies and states. */
  ifId: [1, u32],
  /** Index of the underlying link; 0 is any. */
  link: [2, ifindex(u32)],
});
/** XFRM interface that handles a route's packets. */
export interface XfrmEncap extends Infer<typeof xfrmEncapAttributes> {}
