import { attributes, fixed, type Infer, u32 } from "@rxnetlink/core/schema";

/** Settings of a channel of a wireless modem (`IFLA_WWAN_*`); since 5.14. */
export const wwanAttributes = attributes("linkinfo-wwan-attrs", "IFLA_WWAN_", {
  /** Number of the channel. */
  linkId: [1, fixed(u32)],
});
/** Settings of a `wwan` link. */
export interface Wwan extends Infer<typeof wwanAttributes> {}
