import { attributes, type Infer, u32 } from "@rxnetlink/core";

/** Which xfrm interface of those that take their orders from routes (`LWT_XFRM_*`); since 6.1. */
export const xfrmEncapAttributes = attributes("lwt-xfrm-attrs", "LWT_XFRM_", {
  /** Id that policies and states are found by. */
  ifId: [1, u32],
  /** Index of the link below; 0 is any. */
  link: [2, u32],
});
/** Which xfrm interface. */
export interface XfrmEncap extends Infer<typeof xfrmEncapAttributes> {}
