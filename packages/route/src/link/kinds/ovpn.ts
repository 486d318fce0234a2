import { attributes, enumeration, fixed, type Infer, u8 } from "@rxnetlink/core/schema";

/** Number of peers of an OpenVPN link (`OVPN_MODE_*`). */
export const ovpnMode = enumeration("OVPN_MODE_", u8, {
  /** One peer. */
  p2p: 0,
  /** Many peers. */
  mp: 1,
});

/** Settings of an OpenVPN link (`IFLA_OVPN_*`); since 6.16. Peers are in the `ovpn` family of generic netlink. */
export const ovpnAttributes = attributes("linkinfo-ovpn-attrs", "IFLA_OVPN_", {
  /** Number of peers. */
  mode: [1, fixed(ovpnMode)],
});
/** Settings of an `ovpn` link. */
export interface Ovpn extends Infer<typeof ovpnAttributes> {}
