import { attributes, fixed, type Infer, s32 } from "@rxnetlink/core/schema";

/** Settings of a point-to-point link (`IFLA_PPP_*`). */
export const pppAttributes = attributes("linkinfo-ppp-attrs", "IFLA_PPP_", {
  /** File descriptor of the `/dev/ppp` to which it belongs; write-only. */
  devFd: [1, fixed(s32)],
});
/** Settings of a `ppp` link. */
export interface Ppp extends Infer<typeof pppAttributes> {}
