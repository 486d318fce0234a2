import { attributes, enumeration, fixed, type Infer, u16 } from "@rxnetlink/core/schema";

/** Transport of packets (`IPOIB_MODE_*`). */
export const ipoibMode = enumeration("IPOIB_MODE_", u16, {
  /** Unreliable datagrams. */
  datagram: 0,
  /** Reliable connections. */
  connected: 1,
});

/** Settings of IP over InfiniBand (`IFLA_IPOIB_*`). */
export const ipoibAttributes = attributes("linkinfo-ipoib-attrs", "IFLA_IPOIB_", {
  /** Partition key. */
  pkey: [1, fixed(u16)],
  /** Transport of packets. */
  mode: [2, ipoibMode],
  /** Joins multicast groups on behalf of user space, 0 or 1. */
  umcast: [3, u16],
});
/** Settings of an `ipoib` link. */
export interface Ipoib extends Infer<typeof ipoibAttributes> {}
