import { enumeration, u8 } from "@rxnetlink/core/schema";

/** Modes of states (`XFRM_MODE_*`). */
export const xfrmMode = enumeration("XFRM_MODE_", u8, {
  /** Protects the payload of the packet. */
  transport: 0,
  /** Wraps the whole packet. */
  tunnel: 1,
  /** Mobile IPv6: a routing header or destination options. */
  routeoptimization: 2,
  /** Mobile IPv6: reports packets that come in without. */
  inTrigger: 3,
  /** A tunnel between fixed addresses, which packets do not carry. */
  beet: 4,
  /** A tunnel that aggregates and pads packets (RFC 9347); since 6.14. */
  iptfs: 5,
});
