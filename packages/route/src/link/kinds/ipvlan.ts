import { attributes, enumeration, flags, type Infer, u16 } from "@rxnetlink/core";

/** At which layer an ipvlan forwards (`IPVLAN_MODE_*`). */
export const ipvlanMode = enumeration("IPVLAN_MODE_", u16, {
  l2: 0,
  l3: 1,
  /** Layer 3, seen by netfilter. */
  l3s: 2,
});

/** Who may talk to whom on one lower device; neither bit is the bridge mode (`IPVLAN_F_*`). */
export const ipvlanFlags = flags("IPVLAN_F_", u16, {
  /** Nobody. */
  private: 0x1,
  /** All, by way of the switch outside. */
  vepa: 0x2,
});

/** Settings of an ipvlan or ipvtap (`IFLA_IPVLAN_*`). */
export const ipvlanAttributes = attributes("linkinfo-ipvlan-attrs", "IFLA_IPVLAN_", {
  /** At which layer it forwards; all on one lower device have the same. */
  mode: [1, ipvlanMode],
  /** Who may talk to whom; {@link ipvlanFlags} has the names. */
  flags: [2, ipvlanFlags],
});
/** Settings of an `ipvlan` or `ipvtap` link. */
export interface Ipvlan extends Infer<typeof ipvlanAttributes> {}
